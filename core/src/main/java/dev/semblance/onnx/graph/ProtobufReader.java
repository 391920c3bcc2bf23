package dev.semblance.onnx.graph;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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

  private final MemorySegment data;
  private long at;
  private int field;
  private int wire;
  private long number;
  private MemorySegment bytes;

  ProtobufReader(MemorySegment data) {
    this.data = data;
    this.bytes = data.asSlice(0, 0);
  }

  /// Goes to the next field.
  ///
  /// @return false at the end
  /// @throws MalformedGraphException when the bytes are no protobuf message
  boolean next() {
    if (at == data.byteSize()) {
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
      case FIXED64 -> bytes = take(8);
      case BYTES -> bytes = take(varint());
      case FIXED32 -> bytes = take(4);
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
    return new String(bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  /// The field's value as a message.
  ProtobufReader message() {
    return new ProtobufReader(bytes());
  }

  /// The field's value as it lies.
  MemorySegment bytes() {
    need(BYTES);
    return bytes;
  }

  private void need(int wanted) {
    if (wire != wanted) {
      throw new MalformedGraphException("field " + field + " has wire type " + wire);
    }
  }

  private MemorySegment take(long length) {
    if (length < 0 || length > data.byteSize() - at) {
      throw new MalformedGraphException("it ends inside field " + field);
    }
    MemorySegment taken = data.asSlice(at, length);
    at += length;
    return taken;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at == data.byteSize()) {
        throw new MalformedGraphException("it ends inside a number");
      }
      byte next = data.get(ValueLayout.JAVA_BYTE, at++);
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedGraphException("a number of more than ten bytes at byte " + at);
  }
}
