package dev.semblance.text.subword;

import java.util.Arrays;

/// Which two neighbouring symbols become which one, and how early: a hash table from a pair of ids
/// to a rank and an id. Immutable and safe for many threads.
public final class Merges {
  /// What [#find] gives for a pair that does not merge.
  static final long NONE = -1;

  private static final long EMPTY_KEY = -1;

  private final long[] keys;
  private final long[] values;

  private Merges(Builder builder) {
    int capacity = Integer.highestOneBit(Math.max(builder.count, 1)) * 4;
    keys = new long[capacity];
    values = new long[capacity];
    Arrays.fill(keys, EMPTY_KEY);
    for (int rank = 0; rank < builder.count; rank++) {
      int slot = slot(builder.pairs[rank]);
      keys[slot] = builder.pairs[rank];
      values[slot] = pack(rank, builder.results[rank]);
    }
  }

  private Merges(Tables.Reader in) {
    keys = in.longs();
    values = in.longs();
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Merges as they were written.
  public static Merges read(Tables.Reader in) {
    return new Merges(in);
  }

  /// Writes the whole hash table.
  public void writeTo(Tables.Writer out) {
    out.longs(keys).longs(values);
  }

  /// The rank and the result of merging two ids, packed; or [#NONE].
  long find(int left, int right) {
    int slot = slot(pack(left, right));
    return keys[slot] == EMPTY_KEY ? NONE : values[slot];
  }

  /// The higher half of a packed pair.
  static int high(long packed) {
    return (int) (packed >>> Integer.SIZE);
  }

  /// The lower half of a packed pair.
  static int low(long packed) {
    return (int) packed;
  }

  static long pack(int high, int low) {
    return ((long) high << Integer.SIZE) | Integer.toUnsignedLong(low);
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> Integer.SIZE) & mask;
    while (keys[slot] != EMPTY_KEY && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// Collects merges, the earliest first; of two of one pair the later wins. For one thread.
  public static final class Builder {
    private long[] pairs = new long[1 << 8];
    private int[] results = new int[1 << 8];
    private int count;

    private Builder() {}

    /// Adds the next merge.
    public Builder add(int left, int right, int result) {
      if (count == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * count);
        results = Arrays.copyOf(results, 2 * count);
      }
      pairs[count] = pack(left, right);
      results[count++] = result;
      return this;
    }

    public Merges build() {
      return new Merges(this);
    }
  }
}
