package dev.semblance.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// Writes a directory of TIFF fields by hand: a TIFF file or an EXIF block.
final class TiffBuilder {
  static final int ORIENTATION = 0x112;
  static final int MAKE = 0x10f;
  static final int MODEL = 0x110;
  static final int DATE_TIME = 0x132;
  static final int EXIF = 0x8769;
  static final int GPS = 0x8825;
  static final int DATE_TIME_ORIGINAL = 0x9003;
  static final int DATE_TIME_DIGITIZED = 0x9004;
  static final int ICC_PROFILE = 34675;

  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int UNDEFINED = 7;

  private final ByteOrder order;
  private final TreeMap<Integer, Field> fields = new TreeMap<>();

  /// @param value what the field holds when it stands at an offset in the file
  /// @param behind bytes that are laid elsewhere and that the value points at
  private record Field(int type, int count, IntFunction<byte[]> value, boolean behind) {}

  TiffBuilder(ByteOrder order) {
    this.order = order;
  }

  /// An EXIF block that holds an orientation only.
  static byte[] orientation(int orientation) {
    return new TiffBuilder(ByteOrder.BIG_ENDIAN).shorts(ORIENTATION, orientation).build();
  }

  /// A TIFF without compression, of one strip.
  static TiffBuilder of(Pixels picture) {
    int channels = picture.channels();
    int[] bits = new int[channels];
    java.util.Arrays.fill(bits, 8);
    TiffBuilder tiff =
        new TiffBuilder(ByteOrder.LITTLE_ENDIAN)
            .longs(256, picture.width())
            .longs(257, picture.height())
            .shorts(258, bits)
            .shorts(259, 1)
            .shorts(262, channels == 1 ? 1 : 2)
            .strip(picture.data())
            .shorts(277, channels)
            .longs(278, picture.height());
    return channels == 4 ? tiff.shorts(338, 2) : tiff;
  }

  TiffBuilder ascii(int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    return put(tag, new Field(ASCII, bytes.length, _ -> bytes, false));
  }

  TiffBuilder bytes(int tag, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return put(tag, new Field(BYTE, bytes.length, _ -> bytes, false));
  }

  TiffBuilder undefined(int tag, byte[] bytes) {
    return put(tag, new Field(UNDEFINED, bytes.length, _ -> bytes, false));
  }

  TiffBuilder shorts(int tag, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(order);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return put(tag, new Field(SHORT, values.length, _ -> buffer.array(), false));
  }

  TiffBuilder longs(int tag, int... values) {
    return put(tag, new Field(LONG, values.length, _ -> ints(values), false));
  }

  /// Pairs of numerator and denominator.
  TiffBuilder rationals(int tag, int... pairs) {
    return put(tag, new Field(RATIONAL, pairs.length / 2, _ -> ints(pairs), false));
  }

  TiffBuilder directory(int tag, TiffBuilder other) {
    return put(tag, new Field(LONG, 1, other::directoryAt, true));
  }

  /// The pixels and how many bytes they are.
  TiffBuilder strip(byte[] pixels) {
    return put(273, new Field(LONG, 1, _ -> pixels, true)).longs(279, pixels.length);
  }

  /// The JPEG of a preview, by its place and length (TIFF 6.0, section 22).
  TiffBuilder jpeg(byte[] jpeg) {
    return put(513, new Field(LONG, 1, _ -> jpeg, true)).longs(514, jpeg.length);
  }

  /// Two or more directories below this one.
  TiffBuilder directories(int tag, TiffBuilder... others) {
    return put(
        tag,
        new Field(
            LONG,
            others.length,
            offset -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              ByteBuffer places = ByteBuffer.allocate(4 * others.length).order(order);
              for (TiffBuilder other : others) {
                places.putInt(offset + places.capacity() + out.size());
                out.writeBytes(other.directoryAt(offset + places.capacity() + out.size()));
              }
              return PictureFiles.joined(places.array(), out.toByteArray());
            },
            false));
  }

  TiffBuilder without(int tag) {
    fields.remove(tag);
    return this;
  }

  byte[] build() {
    return pages(this);
  }

  /// A file of several pages.
  static byte[] pages(TiffBuilder... pages) {
    ByteBuffer header = ByteBuffer.allocate(8).order(pages[0].order);
    header.put(
        (pages[0].order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM")
            .getBytes(StandardCharsets.US_ASCII));
    header.putShort((short) 42).putInt(8);
    return behind(header.array(), pages);
  }

  /// A file that begins otherwise.
  static byte[] behind(byte[] header, TiffBuilder... pages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    for (int i = 0; i < pages.length; i++) {
      out.writeBytes(pages[i].directoryAt(out.size(), i == pages.length - 1));
    }
    return out.toByteArray();
  }

  private TiffBuilder put(int tag, Field field) {
    fields.put(tag, field);
    return this;
  }

  private byte[] ints(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(order);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  private byte[] directoryAt(int offset) {
    return directoryAt(offset, true);
  }

  private byte[] directoryAt(int offset, boolean last) {
    ByteBuffer entries = ByteBuffer.allocate(2 + 12 * fields.size() + 4).order(order);
    ByteArrayOutputStream behind = new ByteArrayOutputStream();
    entries.putShort((short) fields.size());
    fields.forEach((tag, field) -> {
      int free = offset + entries.capacity() + behind.size();
      byte[] value = field.value.apply(free);
      entries.putShort(tag.shortValue()).putShort((short) field.type).putInt(field.count);
      if (field.behind || value.length > 4) {
        entries.putInt(free);
        behind.writeBytes(value);
      } else {
        entries.put(value).position(entries.position() + 4 - value.length);
      }
    });
    entries.putInt(last ? 0 : offset + entries.capacity() + behind.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(entries.array());
    out.writeBytes(behind.toByteArray());
    return out.toByteArray();
  }
}
