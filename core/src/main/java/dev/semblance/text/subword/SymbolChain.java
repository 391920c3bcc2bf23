package dev.semblance.text.subword;

import java.util.Arrays;

/// A row of symbols that merge two by two, lowest rank first and leftmost among equals, until no
/// pair is left. For one thread and one piece of text.
abstract class SymbolChain {
  private static final int END = -1;

  private final int[] previous;
  private final int[] next;
  private final boolean[] gone;
  private long[] queue;
  private int queued;

  /// @param length how many symbols there are, at least one
  SymbolChain(int length) {
    previous = new int[length];
    next = new int[length];
    gone = new boolean[length];
    queue = new long[length];
    for (int i = 0; i < length; i++) {
      previous[i] = i - 1;
      next[i] = i + 1 < length ? i + 1 : END;
    }
  }

  /// What two neighbours become, as a packed rank and id, or [Merges#NONE].
  abstract long merge(int left, int right);

  /// Puts the merged symbol in the place of the left one.
  abstract void replace(int left, int right, int id);

  /// Called once for each pair that may merge later.
  void remember(int left, int right) {}

  /// The symbol behind another, or -1.
  final int after(int symbol) {
    return next[symbol];
  }

  final void mergeAll() {
    for (int left = 0; left + 1 < next.length; left++) {
      offer(left);
    }
    while (queued > 0) {
      long top = poll();
      int left = Merges.low(top);
      if (!gone[left] && next[left] != END) {
        long merged = merge(left, next[left]);
        if (merged != Merges.NONE && Merges.high(merged) == Merges.high(top)) {
          join(left, Merges.low(merged));
        }
      }
    }
  }

  private void join(int left, int id) {
    int right = next[left];
    replace(left, right, id);
    gone[right] = true;
    next[left] = next[right];
    if (next[left] != END) {
      previous[next[left]] = left;
      offer(left);
    }
    if (previous[left] != END) {
      offer(previous[left]);
    }
  }

  private void offer(int left) {
    long merged = merge(left, next[left]);
    if (merged == Merges.NONE) {
      return;
    }
    remember(left, next[left]);
    if (queued == queue.length) {
      queue = Arrays.copyOf(queue, 2 * queued);
    }
    long entry = Merges.pack(Merges.high(merged), left);
    int hole = queued++;
    while (hole > 0 && queue[(hole - 1) / 2] > entry) {
      queue[hole] = queue[(hole - 1) / 2];
      hole = (hole - 1) / 2;
    }
    queue[hole] = entry;
  }

  private long poll() {
    long top = queue[0];
    long last = queue[--queued];
    int hole = 0;
    for (int child = 1; child < queued; child = 2 * hole + 1) {
      if (child + 1 < queued && queue[child + 1] < queue[child]) {
        child++;
      }
      if (queue[child] >= last) {
        break;
      }
      queue[hole] = queue[child];
      hole = child;
    }
    queue[hole] = last;
    return top;
  }
}
