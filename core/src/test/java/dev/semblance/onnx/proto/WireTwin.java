package dev.semblance.onnx.proto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// Protobuf messages made the slow, obvious way: every number is written out in binary digits and
/// cut into groups of seven from the right.
final class WireTwin {
  /// Lengths around a byte's seven bits and around the window that files are read through.
  private static final List<Integer> LENGTHS = List.of(0, 1, 2, 127, 128, 300, 8191, 8192, 20_000);

  private static final List<Long> NUMBERS =
      List.of(0L, 1L, -1L, 127L, 128L, 16_383L, 16_384L, Long.MAX_VALUE, Long.MIN_VALUE);

  private WireTwin() {}

  /// One field of a message: what it is, and its bytes with the tag and without.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Field(int field, int wire, long number, byte[] value, byte[] whole) {}

  static byte[] hex(String digits) {
    return HexFormat.ofDelimiter(" ").parseHex(digits);
  }

  static byte[] varint(long value) {
    String digits = new BigInteger(Long.toUnsignedString(value)).toString(2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (digits.length() > 7) {
      bytes.write(Integer.parseInt("1" + digits.substring(digits.length() - 7), 2));
      digits = digits.substring(0, digits.length() - 7);
    }
    bytes.write(Integer.parseInt(digits, 2));
    return bytes.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  static byte[] tag(int field, int wire) {
    return varint(field * 8L + wire);
  }

  static byte[] lengthFirst(int field, byte[] value) {
    return join(tag(field, 2), varint(value.length), value);
  }

  static byte[] text(int field, String value) {
    return lengthFirst(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /// A message of fields of all kinds.
  static List<Field> random(Random random) {
    List<Field> fields = new ArrayList<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      fields.add(field(random, 1 + random.nextInt(random.nextBoolean() ? 20 : 1 << 29)));
    }
    return fields;
  }

  private static Field field(Random random, int field) {
    int wire = List.of(0, 1, 2, 5).get(random.nextInt(4));
    byte[] value = new byte[wire == 1 ? 8 : wire == 5 ? 4 : pick(LENGTHS, random)];
    random.nextBytes(value);
    long number = random.nextBoolean() ? pick(NUMBERS, random) : random.nextLong();
    byte[] whole =
        switch (wire) {
          case 0 -> join(tag(field, wire), varint(number));
          case 2 -> lengthFirst(field, value);
          default -> join(tag(field, wire), value);
        };
    return new Field(field, wire, number, value, whole);
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  static byte[] bytes(List<Field> fields) {
    return join(fields.stream().map(Field::whole).toArray(byte[][]::new));
  }

  /// The first bytes of some.
  static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }
}
