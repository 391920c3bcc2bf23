package dev.semblance.gallery.brush;

import java.util.List;
import java.util.SplittableRandom;

/// Repeatable chance: the same seed gives the same throws. For one thread.
public final class Dice {
  private final SplittableRandom random;

  public Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// A number from `low` (inclusive) to `high`.
  public float between(double low, double high) {
    return (float) (low + random.nextDouble() * (high - low));
  }

  /// A number around `centre`, at most `spread` away.
  public float near(double centre, double spread) {
    return between(centre - spread, centre + spread);
  }

  /// A whole number from `low` to `high`, both inclusive.
  public int whole(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /// True with the given probability.
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /// About normal, mean 0, deviation 1, never beyond 3.5 or so: the sum of four throws.
  public float bell() {
    return (between(-1, 1) + between(-1, 1) + between(-1, 1) + between(-1, 1)) * 0.866f;
  }

  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  public final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /// Another dice whose throws do not disturb this one's later throws.
  public Dice fork() {
    return new Dice(random.nextLong());
  }

  /// A seed for something else.
  public long seed() {
    return random.nextLong();
  }
}
