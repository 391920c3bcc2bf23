package dev.semblance.train.data;

/// Random numbers by counter: the same seed and counters give the same number, in any order, so
/// that a resumed run draws what the unbroken one would have drawn.
///
/// The mixing is SplitMix64's (Steele, Lea, Flood 2014). Immutable, safe for many threads.
public final class Draws {
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
  private final long seed;

  public Draws(long seed) {
    this.seed = mix(seed + GOLDEN_RATIO);
  }

  /// 64 random bits for these counters.
  public long bits(long first, long second) {
    return mix(mix(seed + first * GOLDEN_RATIO) + second * GOLDEN_RATIO);
  }

  /// A number from 0 (inclusive) to `bound` (exclusive).
  public int below(int bound, long first, long second) {
    return (int) ((bits(first, second) >>> 33) % bound);
  }

  /// The numbers 0 to `size - 1` in an order that depends on the counters alone.
  public int[] order(int size, long first, long second) {
    int[] order = new int[size];
    Draws own = new Draws(bits(first, second));
    for (int i = 0; i < size; i++) {
      int other = own.below(i + 1, i, 0);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
