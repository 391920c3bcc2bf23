package dev.semblance.onnx.proto;

import static dev.semblance.onnx.proto.WireTwin.hex;
import static dev.semblance.onnx.proto.WireTwin.join;
import static dev.semblance.onnx.proto.WireTwin.lengthFirst;
import static dev.semblance.onnx.proto.WireTwin.tag;
import static dev.semblance.onnx.proto.WireTwin.text;
import static dev.semblance.onnx.proto.WireTwin.varint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.semblance.onnx.proto.WireTwin.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages are read as the wire format says, and what is no message is refused with its place.
class ProtobufReaderTest {
  private static final long SEED = 20261128;

  @TempDir Path folder;

  private static ProtobufReader reader(byte[] message) {
    return new ProtobufReader(Bytes.of(message));
  }

  private static ProtobufReader at(byte[] message) {
    ProtobufReader reader = reader(message);
    assertThat(reader.next()).isTrue();
    return reader;
  }

  private static void assertMalformed(String message, ThrowingCallable read) {
    assertThatExceptionOfType(MalformedGraphException.class)
        .isThrownBy(read)
        .withMessageContaining(message);
  }

  private static List<Long> numbers(byte[] message) {
    List<Long> numbers = new ArrayList<>();
    ProtobufReader reader = reader(message);
    while (reader.next()) {
      reader.addNumbers(numbers);
    }
    return numbers;
  }

  @Test
  void the_examples_of_the_specification_are_read() {
    ProtobufReader number = at(hex("08 96 01"));
    assertThat(number.field()).isEqualTo(1);
    assertThat(number.number()).isEqualTo(150);
    ProtobufReader word = at(hex("12 07 74 65 73 74 69 6e 67"));
    assertThat(word.field()).isEqualTo(2);
    assertThat(word.text()).isEqualTo("testing");
    ProtobufReader outer = at(hex("1a 03 08 96 01"));
    assertThat(outer.field()).isEqualTo(3);
    ProtobufReader inner = outer.message();
    assertThat(inner.next()).isTrue();
    assertThat(inner.number()).isEqualTo(150);
    assertThat(inner.next()).isFalse();
    assertThat(at(hex("08 fe ff ff ff ff ff ff ff ff 01")).number()).isEqualTo(-2);
  }

  @Test
  void whole_numbers_are_read_packed_and_one_by_one_and_mixed() {
    byte[] packed = hex("32 06 03 8e 02 9e a7 05");
    byte[] oneByOne = hex("30 03 30 8e 02 30 9e a7 05");
    assertThat(numbers(packed)).containsExactly(3L, 270L, 86_942L);
    assertThat(numbers(oneByOne)).isEqualTo(numbers(packed));
    assertThat(numbers(join(packed, oneByOne, hex("32 00"))))
        .containsExactly(3L, 270L, 86_942L, 3L, 270L, 86_942L);
  }

  @Test
  void a_packed_field_that_ends_inside_a_number_is_refused_though_more_bytes_follow() {
    byte[] message = join(lengthFirst(6, hex("03 8e")), text(7, "behind"));
    assertMalformed("it ends inside a number", () -> numbers(message));
  }

  @Test
  void random_messages_are_read_alike_from_memory_and_from_a_file() throws IOException {
    for (int round = 0; round < 60; round++) {
      List<Field> fields = WireTwin.random(new Random(SEED + round));
      byte[] message = WireTwin.bytes(fields);
      assertReads(reader(message), fields, "memory, seed " + (SEED + round));
      Path file = Files.write(folder.resolve("message"), message);
      try (FileChannel channel = FileChannel.open(file)) {
        ProtobufReader reader = new ProtobufReader(Bytes.of(channel));
        assertReads(reader, fields, "file, seed " + (SEED + round));
      }
    }
  }

  private static void assertReads(ProtobufReader reader, List<Field> fields, String as) {
    long at = 0;
    for (Field expected : fields) {
      assertThat(reader.next()).as(as).isTrue();
      assertThat(reader.field()).as(as).isEqualTo(expected.field());
      assertThat(reader.start()).as(as).isEqualTo(at);
      at += expected.whole().length;
      assertThat(reader.end()).as(as).isEqualTo(at);
      if (expected.wire() == 0) {
        assertThat(reader.number()).as(as).isEqualTo(expected.number());
      } else {
        assertThat(reader.bytes()).as(as).isEqualTo(expected.value());
        assertThat(reader.valueStart()).as(as).isEqualTo(at - expected.value().length);
      }
    }
    assertThat(reader.next()).as(as).isFalse();
  }

  @Test
  void a_message_cut_anywhere_but_between_fields_is_refused() {
    List<byte[]> parts = List.of(hex("08 96 01"), hex("0d 01 02 03 04"), text(200, "a text"));
    byte[] message = join(parts.toArray(byte[][]::new));
    List<Integer> between = List.of(0, 3, 8, message.length);
    for (int length = 0; length <= message.length; length++) {
      ProtobufReader reader = reader(WireTwin.cut(message, length));
      if (between.contains(length)) {
        assertThat(count(reader)).as("cut at " + length).isEqualTo(between.indexOf(length));
      } else {
        assertMalformed("it ends inside", () -> count(reader));
      }
    }
  }

  private static int count(ProtobufReader reader) {
    int count = 0;
    while (reader.next()) {
      count++;
    }
    return count;
  }

  @Test
  void a_length_beyond_the_end_or_below_zero_is_refused_with_its_field() {
    for (long length : new long[] {3, 1L << 31, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
      byte[] message = join(tag(9, 2), varint(length), new byte[2]);
      assertMalformed("it ends inside field 9", () -> reader(message).next());
    }
  }

  @Test
  void a_message_inside_another_ends_where_it_says_though_the_outer_one_goes_on() {
    byte[] message = join(lengthFirst(1, hex("12 05 61")), new byte[10]);
    ProtobufReader inner = at(message).message();
    assertMalformed("it ends inside field 2", inner::next);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 6, 7})
  void groups_and_kinds_that_do_not_exist_are_refused_with_their_place(int wire) {
    byte[] message = join(hex("08 01"), tag(5, wire), new byte[20]);
    ProtobufReader reader = at(message);
    assertMalformed("wire type " + wire + " at byte 3", reader::next);
  }

  @Test
  void a_field_number_is_between_1_and_29_bits() {
    assertMalformed("field 0 at byte 1", () -> reader(hex("00 00")).next());
    int largest = (1 << 29) - 1;
    assertThat(at(join(tag(largest, 0), varint(1))).field()).isEqualTo(largest);
    byte[] tooLarge = join(varint((1L << 32) | (1 << 3)), varint(1));
    assertMalformed("field 536870913", () -> reader(tooLarge).next());
  }

  @Test
  void a_number_has_ten_bytes_at_most() {
    byte[] longest = join(hex("08"), varint(Long.MIN_VALUE));
    assertThat(longest).hasSize(11);
    assertThat(at(longest).number()).isEqualTo(Long.MIN_VALUE);
    byte[] longer = hex("08 ff ff ff ff ff ff ff ff ff ff 01");
    assertMalformed("more than ten bytes at byte 11", () -> reader(longer).next());
    assertThat(at(hex("08 81 80 80 00")).number()).as("longer than need be").isEqualTo(1);
  }

  @Test
  void a_field_of_another_kind_than_is_asked_for_is_refused_with_both() {
    ProtobufReader number = at(hex("08 96 01"));
    assertMalformed("field 1 has wire type 0", number::text);
    assertMalformed("field 1 has wire type 0", number::message);
    assertMalformed("field 1 is a number", number::bytes);
    ProtobufReader fixed = at(hex("15 00 00 80 3f"));
    assertMalformed("field 2 has wire type 5", fixed::number);
    assertMalformed("field 2 has wire type 5", fixed::text);
    assertMalformed("field 2 has wire type 5", () -> fixed.addNumbers(new ArrayList<>()));
    assertThat(fixed.bytes()).containsExactly(hex("00 00 80 3f"));
  }

  @Test
  void texts_are_utf_8_of_any_script() {
    for (String word : List.of("", "ß", "日本語", "a\u0000b", "🂡🂱")) {
      assertThat(at(text(4, word)).text()).isEqualTo(word);
    }
  }

  @Test
  void messages_lie_in_one_another_as_deep_as_protobuf_allows_and_no_deeper() {
    assertThat(depth(nested(100))).isEqualTo(100);
    assertMalformed("more than 100 deep", () -> depth(nested(101)));
  }

  private static byte[] nested(int depth) {
    byte[] message = {};
    for (int i = 0; i < depth; i++) {
      message = lengthFirst(1, message);
    }
    return message;
  }

  private static int depth(byte[] message) {
    ProtobufReader reader = reader(message);
    int depth = 0;
    while (reader.next()) {
      reader = reader.message();
      depth++;
    }
    return depth;
  }

  @Test
  void a_field_of_gigabytes_is_stepped_over_without_being_read() throws IOException {
    long huge = 5L << 30;
    Path file = folder.resolve("huge");
    byte[] head = join(hex("08 01"), tag(9, 2), varint(huge));
    try (SeekableByteChannel out =
        Files.newByteChannel(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      out.write(ByteBuffer.wrap(head));
      out.position(head.length + huge).write(ByteBuffer.wrap(text(8, "behind")));
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ProtobufReader reader = new ProtobufReader(Bytes.of(channel));
      for (int field : new int[] {1, 9, 8}) {
        assertThat(reader.next()).isTrue();
        assertThat(reader.field()).isEqualTo(field);
      }
      assertThat(reader.start()).isEqualTo(head.length + huge);
      assertThat(reader.text()).isEqualTo("behind");
    }
  }
}
