package dev.semblance.image;

/// What an encoder would be given, and how near two such are.
final class Tensors {
  private static final Preprocessor SMALL_CLIP = new Preprocessor(Preprocessing.clip(32));

  private Tensors() {}

  static float[] of(Pixels pixels) {
    float[] result = new float[SMALL_CLIP.length()];
    SMALL_CLIP.write(pixels, result, 0);
    return result;
  }

  static double cosine(float[] one, float[] other) {
    double dot = 0;
    double squares = 0;
    double otherSquares = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
      squares += one[i] * one[i];
      otherSquares += other[i] * other[i];
    }
    return dot / Math.sqrt(squares * otherSquares);
  }
}
