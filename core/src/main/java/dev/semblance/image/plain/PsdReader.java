package dev.semblance.image.plain;

import dev.semblance.image.format.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// Photoshop's PSD and PSB: the flattened picture that stands behind the layers (Adobe Photoshop
/// File Formats Specification, November 2019).
///
/// Grey, indexed, RGB, CMYK and Lab of 8 or 16 bits, and bitmaps of one, raw or run-length
/// compressed. Where the layers are transparent the first channel behind the colours is alpha; the
/// colours stay as stored, mixed with white, as Pillow leaves them.
final class PsdReader implements PlainReader {
  private static final int HEADER_BYTES = 26;
  private static final int MOST_CHANNELS = 56;
  private static final int PROFILE = 1039;
  private static final int RAW = 0;
  private static final int RUN_LENGTHS = 1;

  private final ByteBuffer in;
  private final boolean large;
  private final int channels;
  private final long height;
  private final long width;
  private final int depth;
  private final PsdMode mode;
  private byte[] palette = {};
  private byte[] profile = {};
  private boolean transparent;

  private PsdReader(byte[] bytes) throws IOException {
    in = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER_BYTES) {
      throw new EOFException();
    }
    large = in.getShort(4) == 2;
    channels = in.getShort(12);
    height = Integer.toUnsignedLong(in.getInt(14));
    width = Integer.toUnsignedLong(in.getInt(18));
    depth = in.getShort(22);
    mode = PsdMode.of(in.getShort(24));
    if (channels < mode.colours() || channels > MOST_CHANNELS || width < 1 || height < 1) {
      throw new IOException("a header of impossible numbers");
    }
    if (depth != 8 && depth != 16 && !(depth == 1 && mode == PsdMode.BITMAP)) {
      throw new UnsupportedKindException("a PSD of " + depth + " bits a channel");
    }
  }

  static PsdReader of(byte[] bytes) throws IOException {
    return new PsdReader(bytes);
  }

  @Override
  public long width() {
    return width;
  }

  @Override
  public long height() {
    return height;
  }

  /// The planes as bytes, what a profile makes of them, and the result.
  @Override
  public long memoryBytes() {
    return (used() + (mode == PsdMode.CMYK ? 4 : 0) + 3 + 4) * width * height
        + (large ? 4L : 2L) * channels * height;
  }

  /// Channels that are looked at: the colours and perhaps alpha.
  private int used() {
    return Math.min(channels, mode.colours() + 1);
  }

  @Override
  public PlainPicture read(Deadline deadline) throws IOException {
    try {
      in.position(HEADER_BYTES);
      palette = block(unsigned(4));
      resources(unsigned(4));
      layers(unsigned(large ? 8 : 4));
      byte[][] planes = planes(deadline);
      byte[] alpha = transparent && used() > mode.colours() ? planes[mode.colours()] : null;
      return mode.picture(
          new PsdMode.Planes((int) width, (int) height, planes, palette, profile), alpha);
    } catch (BufferUnderflowException e) {
      EOFException early = new EOFException();
      early.initCause(e);
      throw early;
    }
  }

  private long unsigned(int length) {
    return switch (length) {
      case 2 -> Short.toUnsignedInt(in.getShort());
      case 4 -> Integer.toUnsignedLong(in.getInt());
      default -> Math.max(0, in.getLong());
    };
  }

  private byte[] block(long length) throws EOFException {
    checkLeft(length);
    byte[] result = new byte[(int) length];
    in.get(result);
    return result;
  }

  private void checkLeft(long length) throws EOFException {
    if (length > in.remaining()) {
      throw new EOFException();
    }
  }

  /// Looks for the ICC profile; a broken list of resources is passed over.
  private void resources(long length) throws EOFException {
    checkLeft(length);
    int end = in.position() + (int) length;
    while (in.position() + 12 <= end) {
      in.position(in.position() + 4);
      int id = (int) unsigned(2);
      int name = in.get() & 0xff;
      in.position(Math.min(end, in.position() + name + 1 - (name & 1)));
      if (in.position() + 4 > end) {
        break;
      }
      long size = unsigned(4);
      if (size > end - in.position()) {
        break;
      }
      byte[] content = block(size);
      if (id == PROFILE) {
        profile = content;
      }
      in.position(Math.min(end, in.position() + (int) (size & 1)));
    }
    in.position(end);
  }

  /// A negative count of layers says that the first channel behind the colours is transparency.
  private void layers(long length) throws EOFException {
    checkLeft(length);
    int start = in.position();
    int information = large ? 8 : 4;
    if (length >= information + 2) {
      transparent = in.getShort(start + information) < 0;
    }
    in.position(start + (int) length);
  }

  private byte[][] planes(Deadline deadline) throws IOException {
    int compression = (int) unsigned(2);
    int rows = Math.toIntExact(channels * height);
    long rowBytes = depth == 1 ? (width + 7) / 8 : width * depth / 8;
    int[] lengths = new int[0];
    if (compression == RUN_LENGTHS) {
      checkLeft((large ? 4L : 2L) * rows);
      lengths = new int[rows];
      for (int i = 0; i < rows; i++) {
        lengths[i] = (int) Math.min(Integer.MAX_VALUE, unsigned(large ? 4 : 2));
      }
    } else if (compression != RAW) {
      throw new UnsupportedKindException("a PSD whose flattened picture is deflated");
    } else {
      checkLeft(rowBytes * used() * height);
    }
    byte[][] planes = new byte[used()][Math.toIntExact(width * height)];
    byte[] row = new byte[Math.toIntExact(rowBytes)];
    for (int i = 0; i < used() * height; i++) {
      deadline.check();
      if (compression == RUN_LENGTHS) {
        unpack(lengths[i], row);
      } else {
        in.get(row);
      }
      int y = (int) (i % height);
      samples(row, planes[(int) (i / height)], y * (int) width);
    }
    return planes;
  }

  /// PackBits: a length below 128 counts bytes that follow, one above counts repetitions.
  private void unpack(int length, byte[] row) throws IOException {
    checkLeft(length);
    int end = in.position() + length;
    int to = 0;
    while (in.position() < end && to < row.length) {
      int count = in.get();
      if (count >= 0) {
        int size = Math.min(count + 1, Math.min(row.length - to, end - in.position()));
        in.get(row, to, size);
        to += size;
      } else if (count != -128 && in.position() < end) {
        byte value = in.get();
        for (int i = 0; i <= -count && to < row.length; i++) {
          row[to++] = value;
        }
      }
    }
    if (to < row.length) {
      throw new IOException("a row is too short");
    }
    in.position(end);
  }

  private void samples(byte[] row, byte[] plane, int to) {
    for (int x = 0; x < width; x++) {
      plane[to + x] =
          switch (depth) {
            case 1 -> (byte) ((row[x / 8] >> (7 - x % 8) & 1) == 0 ? 255 : 0);
            case 8 -> row[x];
            default -> row[2 * x];
          };
    }
  }
}
