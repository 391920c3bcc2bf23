package dev.semblance.text.subword;

import java.util.Arrays;

/// A map from text to id: the texts lie one behind another in one array, found through an open hash
/// table, so that a part of a text is looked up without being copied. Immutable and safe for many
/// threads.
public final class Vocabulary {
  /// What [#find] gives for an unknown text.
  public static final int ABSENT = -1;

  private static final int EMPTY_SLOT = 0;

  private final char[] texts;
  private final int[] ends;
  private final int[] ids;
  private final int[] slots;
  private final int size;
  private final int longest;

  private Vocabulary(Builder builder) {
    texts = Arrays.copyOf(builder.texts, builder.length());
    ends = Arrays.copyOf(builder.ends, builder.count);
    ids = Arrays.copyOf(builder.ids, builder.count);
    slots = new int[Integer.highestOneBit(Math.max(builder.count, 1)) * 4];
    int distinct = 0;
    int most = 0;
    for (int entry = 0; entry < ends.length; entry++) {
      int start = start(entry);
      most = Math.max(most, ends[entry] - start);
      distinct += insert(entry, start) ? 1 : 0;
    }
    size = distinct;
    longest = most;
  }

  private Vocabulary(Tables.Reader in) {
    texts = in.chars();
    ends = in.ints();
    ids = in.ints();
    slots = in.ints();
    int[] numbers = in.ints();
    size = numbers[0];
    longest = numbers[1];
  }

  public static Builder builder() {
    return new Builder();
  }

  /// A vocabulary as it was written.
  public static Vocabulary read(Tables.Reader in) {
    return new Vocabulary(in);
  }

  /// Writes all of it, its hash table too.
  public void writeTo(Tables.Writer out) {
    out.chars(texts).ints(ends).ints(ids).ints(slots).ints(new int[] {size, longest});
  }

  /// How many texts there are.
  public int size() {
    return size;
  }

  /// The length of the longest text, in chars.
  public int longest() {
    return longest;
  }

  /// The id of a text, or [#ABSENT].
  public int find(String text) {
    return find(text, 0, text.length());
  }

  /// The id of a part of a text, or [#ABSENT].
  public int find(String text, int from, int to) {
    return find("", text, from, to);
  }

  /// The id of a prefix and a part of a text behind it, or [#ABSENT].
  int find(String prefix, String text, int from, int to) {
    int hash = 0;
    for (int i = 0; i < prefix.length(); i++) {
      hash = extend(hash, prefix.charAt(i));
    }
    for (int i = from; i < to; i++) {
      hash = extend(hash, text.charAt(i));
    }
    return find(prefix, text, from, to, hash);
  }

  /// The id of a part of a text whose hash is known, made by [#extend] from 0.
  int find(String text, int from, int to, int hash) {
    return find("", text, from, to, hash);
  }

  private int find(String prefix, String text, int from, int to, int hash) {
    int mask = slots.length - 1;
    for (int slot = spread(hash) & mask; slots[slot] != EMPTY_SLOT; slot = (slot + 1) & mask) {
      int entry = slots[slot] - 1;
      if (isEntry(entry, prefix, text, from, to)) {
        return ids[entry];
      }
    }
    return ABSENT;
  }

  /// The hash of a text and one more char.
  static int extend(int hash, char next) {
    return 31 * hash + next;
  }

  private boolean insert(int entry, int start) {
    int hash = 0;
    for (int i = start; i < ends[entry]; i++) {
      hash = extend(hash, texts[i]);
    }
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    while (slots[slot] != EMPTY_SLOT && !areEqual(slots[slot] - 1, entry)) {
      slot = (slot + 1) & mask;
    }
    boolean isNew = slots[slot] == EMPTY_SLOT;
    slots[slot] = entry + 1;
    return isNew;
  }

  private boolean areEqual(int entry, int other) {
    return Arrays.equals(texts, start(entry), ends[entry], texts, start(other), ends[other]);
  }

  private boolean isEntry(int entry, String prefix, String text, int from, int to) {
    int start = start(entry);
    int rest = start + prefix.length();
    if (ends[entry] - rest != to - from) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (texts[start + i] != prefix.charAt(i)) {
        return false;
      }
    }
    for (int i = from; i < to; i++) {
      if (texts[rest + i - from] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int start(int entry) {
    return entry == 0 ? 0 : ends[entry - 1];
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  /// Collects texts; of two equal ones the later wins. For one thread.
  public static final class Builder {
    private char[] texts = new char[1 << 12];
    private int[] ends = new int[1 << 8];
    private int[] ids = new int[1 << 8];
    private int count;

    private Builder() {}

    /// Adds a text.
    ///
    /// @param id not negative
    public Builder add(String text, int id) {
      if (id < 0) {
        throw new IllegalArgumentException("the token " + text + " has the negative id " + id);
      }
      int start = length();
      if (start + text.length() > texts.length) {
        texts = Arrays.copyOf(texts, 2 * (start + text.length()));
      }
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, 2 * count);
        ids = Arrays.copyOf(ids, 2 * count);
      }
      text.getChars(0, text.length(), texts, start);
      ends[count] = start + text.length();
      ids[count++] = id;
      return this;
    }

    public Vocabulary build() {
      return new Vocabulary(this);
    }

    private int length() {
      return count == 0 ? 0 : ends[count - 1];
    }
  }
}
