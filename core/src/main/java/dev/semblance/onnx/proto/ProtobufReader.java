package dev.semblance.onnx.proto;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Steps through the fields of one protobuf message without reading what is skipped.
///
/// The wire format is that of protobuf.dev/programming-guides/encoding. Every length is checked
/// against the bytes there are, and messages lie in one another at most 100 deep, as protobuf's own
/// readers have it, so that whoever follows them comes to an end. Not safe for many threads.
public final class ProtobufReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;
  private static final long LARGEST_FIELD = (1 << 29) - 1;
  private static final int DEEPEST = 100;

  private final Bytes data;
  private final long end;
  private final int depth;
  private long at;
  private long start;
  private int field;
  private int wire;
  private long number;
  private long from;
  private long length;

  public ProtobufReader(Bytes data) {
    this(data, 0, data.length(), 0);
  }

  private ProtobufReader(Bytes data, long from, long end, int depth) {
    this.data = data;
    this.at = from;
    this.end = end;
    this.depth = depth;
  }

  /// Goes to the next field.
  ///
  /// @return false at the end
  /// @throws MalformedGraphException when the bytes are no protobuf message
  public boolean next() {
    if (at == end) {
      return false;
    }
    start = at;
    long tag = varint();
    wire = (int) (tag & 7);
    if (tag >>> 3 == 0 || tag >>> 3 > LARGEST_FIELD) {
      throw new MalformedGraphException("field " + (tag >>> 3) + " at byte " + at);
    }
    field = (int) (tag >>> 3);
    switch (wire) {
      case VARINT -> number = varint();
      case FIXED64 -> skip(8);
      case BYTES -> skip(varint());
      case FIXED32 -> skip(4);
      default -> throw new MalformedGraphException("wire type " + wire + " at byte " + at);
    }
    return true;
  }

  /// The number of the field, as the `.proto` file gives it.
  public int field() {
    return field;
  }

  /// The field's value as a number.
  public long number() {
    need(VARINT);
    return number;
  }

  /// The field's value as text.
  public String text() {
    need(BYTES);
    return new String(data.copy(from, length), StandardCharsets.UTF_8);
  }

  /// The field's value as a message.
  ///
  /// @throws MalformedGraphException when it lies too deep in others
  public ProtobufReader message() {
    need(BYTES);
    if (depth == DEEPEST) {
      throw new MalformedGraphException("messages more than 100 deep at byte " + from);
    }
    return new ProtobufReader(data, from, from + length, depth + 1);
  }

  /// The field's value as it lies there: a message, a text, bytes, or the bytes of a fixed number.
  public byte[] bytes() {
    if (wire == VARINT) {
      throw new MalformedGraphException("field " + field + " is a number");
    }
    return data.copy(from, length);
  }

  /// Adds the field's whole numbers, of which a packed field has many.
  public void addNumbers(List<Long> numbers) {
    if (wire == VARINT) {
      numbers.add(number);
      return;
    }
    need(BYTES);
    ProtobufReader packed = new ProtobufReader(data, from, from + length, depth);
    while (packed.at < packed.end) {
      numbers.add(packed.varint());
    }
  }

  /// Where the whole field begins, its tag included.
  public long start() {
    return start;
  }

  /// Where its value begins.
  public long valueStart() {
    return from;
  }

  /// Where it ends.
  public long end() {
    return at;
  }

  private void need(int wanted) {
    if (wire != wanted) {
      throw new MalformedGraphException("field " + field + " has wire type " + wire);
    }
  }

  private void skip(long count) {
    if (count < 0 || count > end - at) {
      throw new MalformedGraphException("it ends inside field " + field);
    }
    from = at;
    length = count;
    at += count;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at == end) {
        throw new MalformedGraphException("it ends inside a number");
      }
      byte next = data.get(at++);
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedGraphException("a number of more than ten bytes at byte " + at);
  }
}
