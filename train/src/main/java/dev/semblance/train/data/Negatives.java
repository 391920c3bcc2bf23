package dev.semblance.train.data;

/// Which pairs of a batch may count as not belonging together.
///
/// Texts of photographs leave much out, so two that mean nearly the same are no negatives of each
/// other; those of our drawings are exact and may be closer. A text that is among those of another
/// picture too is no negative for it at all. Safe for many threads.
public final class Negatives {
  /// Less than any cosine.
  private static final float NEVER = -2;

  private final TrainingSet set;
  private final float photographs;
  private final float drawings;

  /// @param photographs the cosine of two texts over which they are no negatives of each other
  /// @param drawings the same where both tell of drawings
  public Negatives(TrainingSet set, double photographs, double drawings) {
    this.set = set;
    this.photographs = (float) photographs;
    this.drawings = (float) drawings;
  }

  /// For the picture of each row and the text of each column the cosine of their texts over which
  /// the two are no negatives; under -1 where they never are: `[n, n]`.
  public float[] limits(Batch batch) {
    int n = batch.pictures().length;
    float[] limits = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        limits[i * n + j] = limit(batch.pictures()[i], batch.texts()[j], batch.pictures()[j]);
      }
    }
    return limits;
  }

  private float limit(int picture, int text, int other) {
    if (set.tells(text, picture)) {
      return NEVER;
    }
    return set.isDrawn(picture) && set.isDrawn(other) ? drawings : photographs;
  }
}
