package dev.semblance.text.subword;

import java.util.Arrays;

/// A growing row of token ids. For one thread.
public final class IdList {
  private int[] ids = new int[32];
  private int size;

  public void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
  }

  public int size() {
    return size;
  }

  /// Copies the first `count` ids into an array.
  public void copyTo(int[] target, int targetStart, int count) {
    System.arraycopy(ids, 0, target, targetStart, count);
  }
}
