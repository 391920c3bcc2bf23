package dev.semblance.onnx.graph;

import java.nio.charset.StandardCharsets;

/// Steps through the fields of one protobuf message without reading what is skipped.
///
/// The wire format is that of protobuf.dev/programming-guides/encoding. Every length is checked
/// against the bytes there are. Not safe for many threads.
final class ProtobufReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final Bytes data;
  private final long end;
  private long at;
  private int field;
  private int wire;
  private long number;
  private long from;
  private long length;

  ProtobufReader(Bytes data) {
    this(data, 0, data.length());
  }

  private ProtobufReader(Bytes data, long from, long end) {
    this.data = data;
    this.at = from;
    this.end = end;
  }

  /// Goes to the next field.
  ///
  /// @return false at the end
  /// @throws MalformedGraphException when the bytes are no protobuf message
  boolean next() {
    if (at == end) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    wire = (int) (tag & 7);
    if (field == 0) {
      throw new MalformedGraphException("field 0 at byte " + at);
    }
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
  int field() {
    return field;
  }

  /// The field's value as a number.
  long number() {
    need(VARINT);
    return number;
  }

  /// The field's value as text.
  String text() {
    need(BYTES);
    return new String(data.copy(from, length), StandardCharsets.UTF_8);
  }

  /// The field's value as a message.
  ProtobufReader message() {
    need(BYTES);
    return new ProtobufReader(data, from, from + length);
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
