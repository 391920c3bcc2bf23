package dev.semblance.image.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The directories of a TIFF, a BigTIFF, or a camera's RAW file of that structure (TIFF 6.0,
/// section 2): numbers only, without pixels.
///
/// Never fails; a circle of directories is walked once. Immutable, safe for many threads.
public final class TiffDirectories {
  public static final int SUB_DIRECTORIES = 330;
  private static final int EXIF = 0x8769;

  /// Against files that are made of directories.
  private static final int MOST_DIRECTORIES = 10_000;

  private static final int MOST_FIELDS = 4096;
  private static final int MOST_NUMBERS = 4096;
  private static final int BIG = 43;

  /// Bytes a number takes, by the type of its field.
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  private final ByteBuffer buffer;
  private final boolean big;
  private final Set<Long> seen = new HashSet<>();
  private final List<Directory> pages = new ArrayList<>();
  private final List<Directory> all = new ArrayList<>();

  private TiffDirectories(ByteBuffer buffer, boolean big) {
    this.buffer = buffer;
    this.big = big;
  }

  /// Reads a file; empty where it does not begin like a TIFF.
  public static Optional<TiffDirectories> of(byte[] bytes) {
    boolean little = bytes.length >= 8 && bytes[0] == 'I' && bytes[1] == 'I';
    if (!little && (bytes.length < 8 || bytes[0] != 'M' || bytes[1] != 'M')) {
      return Optional.empty();
    }
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    boolean big = buffer.getShort(2) == BIG;
    TiffDirectories directories = new TiffDirectories(buffer, big);
    directories.walk(directories.number(big ? 8 : 4, big ? 8 : 4));
    return Optional.of(directories);
  }

  /// The directories of the main chain, which are the pages.
  public List<Directory> pages() {
    return List.copyOf(pages);
  }

  /// All directories: pages, those below them, and EXIF's.
  public List<Directory> all() {
    return List.copyOf(all);
  }

  private void walk(long first) {
    for (long at = first; at > 0; ) {
      Optional<Directory> page = read(at);
      if (page.isEmpty()) {
        return;
      }
      pages.add(page.get());
      for (int tag : new int[] {SUB_DIRECTORIES, EXIF}) {
        for (long below : page.get().numbers(tag)) {
          read(below);
        }
      }
      at = page.get().next;
    }
  }

  private Optional<Directory> read(long at) {
    int countBytes = big ? 8 : 2;
    int fieldBytes = big ? 20 : 12;
    if (at < 8 || at > buffer.limit() - countBytes || all.size() >= MOST_DIRECTORIES) {
      return Optional.empty();
    }
    if (!seen.add(at)) {
      return Optional.empty();
    }
    long count = number(at, countBytes);
    if (count < 1 || count > MOST_FIELDS) {
      return Optional.empty();
    }
    Map<Integer, Field> fields = new HashMap<>();
    for (int i = 0; i < count; i++) {
      field(at + countBytes + (long) i * fieldBytes, fields);
    }
    long next = number(at + countBytes + count * fieldBytes, big ? 8 : 4);
    Directory directory = new Directory(fields, next);
    all.add(directory);
    return Optional.of(directory);
  }

  private void field(long at, Map<Integer, Field> fields) {
    int type = (int) number(at + 2, 2);
    int size = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
    long count = number(at + 4, big ? 8 : 4);
    if (size == 0 || count < 0 || count > buffer.limit()) {
      return;
    }
    long inline = at + (big ? 12 : 8);
    long place = count * size > (big ? 8 : 4) ? number(inline, big ? 8 : 4) : inline;
    fields.put((int) number(at, 2), new Field(place, count, size));
  }

  /// A number without sign; 0 beyond the file.
  private long number(long at, int length) {
    if (at < 0 || at > buffer.limit() - length) {
      return 0;
    }
    int index = (int) at;
    return switch (length) {
      case 1 -> buffer.get(index) & 0xff;
      case 2 -> buffer.getShort(index) & 0xffff;
      case 4 -> buffer.getInt(index) & 0xffff_ffffL;
      default -> Math.max(0, buffer.getLong(index));
    };
  }

  private record Field(long place, long count, int size) {}

  /// One directory.
  public final class Directory {
    private final Map<Integer, Field> fields;
    private final long next;

    private Directory(Map<Integer, Field> fields, long next) {
      this.fields = fields;
      this.next = next;
    }

    public boolean has(int tag) {
      return fields.containsKey(tag);
    }

    /// The first number of a tag.
    public long number(int tag, long otherwise) {
      long[] numbers = numbers(tag);
      return numbers.length == 0 ? otherwise : numbers[0];
    }

    /// All numbers of a tag, at most a few thousand.
    public long[] numbers(int tag) {
      Field field = fields.get(tag);
      if (field == null) {
        return new long[0];
      }
      long[] result = new long[(int) Math.min(field.count, MOST_NUMBERS)];
      for (int i = 0; i < result.length; i++) {
        result[i] = TiffDirectories.this.number(field.place + (long) i * field.size, field.size);
      }
      return result;
    }

    /// How many values a tag has; 0 where it is absent.
    public long count(int tag) {
      Field field = fields.get(tag);
      return field == null ? 0 : field.count;
    }

    /// Where in the file the content of a tag lies; -1 where the tag is absent.
    public long place(int tag) {
      Field field = fields.get(tag);
      return field == null ? -1 : field.place;
    }
  }
}
