package dev.semblance.onnx.proto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One protobuf message being written (protobuf.dev/programming-guides/encoding): numbers as
/// varints, everything else with its length in front. For one thread.
public final class ProtobufWriter {
  private static final int VARINT = 0;
  private static final int LENGTH_FIRST = 2;
  private static final int FOUR_BYTES = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// A message with no field yet.
  public ProtobufWriter() {}

  /// Adds a whole number.
  public ProtobufWriter number(int field, long value) {
    tag(field, VARINT);
    varint(value);
    return this;
  }

  /// Adds a float.
  public ProtobufWriter real(int field, float value) {
    tag(field, FOUR_BYTES);
    byte[] bytes = new byte[4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(value);
    out.writeBytes(bytes);
    return this;
  }

  /// Adds a text.
  public ProtobufWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds a message.
  public ProtobufWriter message(int field, ProtobufWriter value) {
    return bytes(field, value.toBytes());
  }

  /// Adds bytes, or a message that is written already.
  public ProtobufWriter bytes(int field, byte[] value) {
    tag(field, LENGTH_FIRST);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  /// The message.
  public byte[] toBytes() {
    return out.toByteArray();
  }

  /// What stands in front of a field that is so long: its tag and its length. The value itself is
  /// written by whoever has it.
  public ProtobufWriter announce(int field, long length) {
    tag(field, LENGTH_FIRST);
    varint(length);
    return this;
  }

  private void tag(int field, int kind) {
    varint(((long) field << 3) | kind);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
