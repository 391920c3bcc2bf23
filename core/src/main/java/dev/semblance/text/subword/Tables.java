package dev.semblance.text.subword;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Tables of numbers as bytes and back, one behind the other, with a mark and a version in front
/// and a checksum behind: big-endian, each with its length.
///
/// This is no format for exchange: it changes with the code that lays the tables out.
public final class Tables {
  private static final byte[] MARK = "semblance tables 1\n".getBytes(StandardCharsets.US_ASCII);

  private Tables() {}

  /// Puts tables together. For one thread.
  public static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Writer() {
      out.writeBytes(MARK);
    }

    /// Adds bytes.
    public Writer bytes(byte[] values) {
      length(values.length);
      out.writeBytes(values);
      return this;
    }

    /// Adds whole numbers.
    public Writer ints(int[] values) {
      length(values.length);
      ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
      bytes.asIntBuffer().put(values);
      out.writeBytes(bytes.array());
      return this;
    }

    /// Adds chars.
    public Writer chars(char[] values) {
      length(values.length);
      ByteBuffer bytes = ByteBuffer.allocate(values.length * Character.BYTES);
      bytes.asCharBuffer().put(values);
      out.writeBytes(bytes.array());
      return this;
    }

    /// Adds large whole numbers.
    public Writer longs(long[] values) {
      length(values.length);
      ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
      bytes.asLongBuffer().put(values);
      out.writeBytes(bytes.array());
      return this;
    }

    /// Adds numbers.
    public Writer doubles(double[] values) {
      length(values.length);
      ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
      bytes.asDoubleBuffer().put(values);
      out.writeBytes(bytes.array());
      return this;
    }

    private void length(int length) {
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }

    /// All of it with its checksum.
    public byte[] toBytes() {
      byte[] content = out.toByteArray();
      ByteBuffer whole = ByteBuffer.allocate(content.length + Long.BYTES);
      return whole.put(content).putLong(checksum(content, content.length)).array();
    }
  }

  /// Takes tables apart, in the order in which they were put together. For one thread.
  public static final class Reader {
    private final ByteBuffer in;

    /// @throws IllegalArgumentException when these are not the whole bytes of a [Writer] of this
    ///   version
    public Reader(byte[] bytes) {
      int end = bytes.length - Long.BYTES;
      if (end < MARK.length
          || ByteBuffer.wrap(bytes, 0, MARK.length).compareTo(ByteBuffer.wrap(MARK)) != 0
          || ByteBuffer.wrap(bytes).getLong(end) != checksum(bytes, end)) {
        throw new IllegalArgumentException(
            "these bytes are no tables of this version, or not whole");
      }
      in = ByteBuffer.wrap(bytes, MARK.length, end - MARK.length);
    }

    /// The next table, which holds bytes.
    public byte[] bytes() {
      byte[] values = new byte[in.getInt()];
      in.get(values);
      return values;
    }

    /// The next table, which holds whole numbers.
    public int[] ints() {
      int[] values = new int[in.getInt()];
      in.asIntBuffer().get(values);
      skip(values.length, Integer.BYTES);
      return values;
    }

    /// The next table, which holds chars.
    public char[] chars() {
      char[] values = new char[in.getInt()];
      in.asCharBuffer().get(values);
      skip(values.length, Character.BYTES);
      return values;
    }

    /// The next table, which holds large whole numbers.
    public long[] longs() {
      long[] values = new long[in.getInt()];
      in.asLongBuffer().get(values);
      skip(values.length, Long.BYTES);
      return values;
    }

    /// The next table, which holds numbers.
    public double[] doubles() {
      double[] values = new double[in.getInt()];
      in.asDoubleBuffer().get(values);
      skip(values.length, Double.BYTES);
      return values;
    }

    private void skip(int count, int size) {
      in.position(in.position() + count * size);
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }
}
