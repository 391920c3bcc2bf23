package dev.semblance.text;

/// The token ids of one text. Do not change the arrays: they are not copied.
public final class TokenIds {
  private final int[] ids;
  private final int length;
  private final boolean cut;

  /// @param ids special tokens and padding included
  /// @param length how many of them are no padding
  /// @param cut whether the text was too long and lost its end
  public TokenIds(int[] ids, int length, boolean cut) {
    if (length < 0 || length > ids.length) {
      throw new IllegalArgumentException(
          "length must lie between 0 and " + ids.length + ", got " + length);
    }
    this.ids = ids;
    this.length = length;
    this.cut = cut;
  }

  /// The ids, special tokens and padding included; not a copy.
  public int[] ids() {
    return ids;
  }

  /// How many of the ids are no padding; the attention mask is 1 below this and 0 from here on.
  public int length() {
    return length;
  }

  /// Whether the text was too long and lost its end.
  public boolean cut() {
    return cut;
  }
}
