package dev.semblance.image.format;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A TIFF or BigTIFF of numbers in either byte order: one directory, its long fields behind it.
public final class TiffBytes {
  private final boolean little;
  private final boolean big;
  private final Map<Integer, Field> fields = new LinkedHashMap<>();
  private long next;

  private record Field(int type, int size, List<Long> values) {}

  public TiffBytes(boolean little, boolean big) {
    this.little = little;
    this.big = big;
  }

  /// @param type of the TIFF specification
  /// @param size bytes of a value of that type
  public TiffBytes put(int tag, int type, int size, long... values) {
    fields.put(tag, new Field(type, size, Arrays.stream(values).boxed().toList()));
    return this;
  }

  /// Where the next directory lies.
  public TiffBytes next(long place) {
    next = place;
    return this;
  }

  byte[] number(long value, int length) {
    return little ? FileBytes.little(value, length) : FileBytes.big(value, length);
  }

  /// What stands before the directories.
  byte[] header(long first) {
    byte[] order = FileBytes.latin(little ? "II" : "MM");
    return big
        ? FileBytes.joined(order, number(43, 2), number(8, 2), number(0, 2), number(first, 8))
        : FileBytes.joined(order, number(42, 2), number(first, 4));
  }

  int headerBytes() {
    return big ? 16 : 8;
  }

  public byte[] build() {
    return FileBytes.joined(header(headerBytes()), directory(headerBytes()));
  }

  /// The directory as it is written at a place.
  public byte[] directory(int place) {
    int wide = big ? 8 : 4;
    int behind = place + (big ? 8 : 2) + fields.size() * (big ? 20 : 12) + wide;
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    entries.writeBytes(number(fields.size(), big ? 8 : 2));
    fields.forEach((tag, field) -> {
      entries.writeBytes(number(tag, 2));
      entries.writeBytes(number(field.type, 2));
      entries.writeBytes(number(field.values.size(), wide));
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      for (long value : field.values) {
        content.writeBytes(number(value, field.size));
      }
      if (content.size() > wide) {
        entries.writeBytes(number(behind + values.size(), wide));
        values.writeBytes(content.toByteArray());
      } else {
        entries.writeBytes(content.toByteArray());
        entries.writeBytes(new byte[wide - content.size()]);
      }
    });
    entries.writeBytes(number(next, wide));
    return FileBytes.joined(entries.toByteArray(), values.toByteArray());
  }
}
