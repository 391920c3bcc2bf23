package dev.semblance.text.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Walks through the fields of one protocol-buffers message (the wire format of
/// protobuf.dev/programming-guides/encoding). For one thread.
final class ProtoReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;
  private static final int LONGEST_VARINT_BITS = 63;

  private final ByteBuffer bytes;
  private int tag;
  private long number;
  private ByteBuffer content = ByteBuffer.allocate(0);

  ProtoReader(byte[] bytes) {
    this(ByteBuffer.wrap(bytes));
  }

  private ProtoReader(ByteBuffer bytes) {
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Moves to the next field.
  ///
  /// @return whether there is one
  /// @throws IllegalArgumentException if the message ends too early or breaks the format
  boolean next() {
    if (!bytes.hasRemaining()) {
      return false;
    }
    tag = (int) readVarint();
    switch (tag & 7) {
      case VARINT -> number = readVarint();
      case FIXED64 -> number = take(Long.BYTES).getLong();
      case LENGTH_DELIMITED -> content = take(readVarint());
      case FIXED32 -> number = take(Integer.BYTES).getInt();
      default -> throw broken("wire type " + (tag & 7));
    }
    return true;
  }

  /// The number of the field.
  int field() {
    return tag >>> 3;
  }

  int asInt() {
    return (int) number;
  }

  boolean asBoolean() {
    return number != 0;
  }

  float asFloat() {
    return Float.intBitsToFloat((int) number);
  }

  String asText() {
    return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
  }

  byte[] asBytes() {
    byte[] result = new byte[content.remaining()];
    content.duplicate().get(result);
    return result;
  }

  /// The message inside the field.
  ProtoReader asMessage() {
    return new ProtoReader(content);
  }

  private long readVarint() {
    long result = 0;
    for (int shift = 0; shift <= LONGEST_VARINT_BITS; shift += 7) {
      byte next = take(1).get();
      result |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return result;
      }
    }
    throw broken("a number of more than 64 bits");
  }

  private ByteBuffer take(long length) {
    if (length < 0 || length > bytes.remaining()) {
      throw broken("a field of " + length + " bytes where " + bytes.remaining() + " are left");
    }
    ByteBuffer result = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + (int) length);
    return result;
  }

  private IllegalArgumentException broken(String how) {
    return new IllegalArgumentException(
        "the SentencePiece model is broken or no SentencePiece model: "
            + how
            + " at byte "
            + bytes.position());
  }
}
