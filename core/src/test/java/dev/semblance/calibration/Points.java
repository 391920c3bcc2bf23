package dev.semblance.calibration;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/// Points of one small space, drawn from a seed, and questions about them.
final class Points {
  static final int DIMENSION = 16;
  static final EmbeddingSpace SPACE = new EmbeddingSpace("points", "12".repeat(32), DIMENSION);

  private Points() {}

  /// Points in all directions.
  static List<Embedding> drawn(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Embedding> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(Embedding.of(SPACE, gauss(random, 1), "point " + i));
    }
    return points;
  }

  /// A question for each of the first pictures: its own point with so much noise.
  static List<Question> questions(List<Embedding> pictures, int count, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] point = pictures.get(i).toArray();
      float[] added = gauss(random, noise / Math.sqrt(DIMENSION));
      for (int j = 0; j < point.length; j++) {
        point[j] += added[j];
      }
      questions.add(new Question(Embedding.of(SPACE, point, "q"), bits(i), Question.NONE));
    }
    return questions;
  }

  static BitSet bits(int... numbers) {
    BitSet bits = new BitSet();
    for (int number : numbers) {
      bits.set(number);
    }
    return bits;
  }

  private static float[] gauss(SplittableRandom random, double deviation) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (random.nextGaussian() * deviation);
    }
    return vector;
  }
}
