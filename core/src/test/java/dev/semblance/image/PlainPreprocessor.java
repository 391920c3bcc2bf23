package dev.semblance.image;

/// The slow, obvious twin of [Preprocessor]: the picture is resized whole, then each number of the
/// result is looked up in it.
final class PlainPreprocessor {
  private final Preprocessing to;

  PlainPreprocessor(Preprocessing to) {
    this.to = to;
  }

  /// @return `[3, height, width]`
  float[] numbers(Pixels picture) {
    Pixels opaque =
        to.alpha() == Preprocessing.Alpha.DROP ? picture.withoutAlpha() : picture.overWhite();
    Pixels resized = resized(opaque);
    int left = start(resized.width(), to.width());
    int top = start(resized.height(), to.height());
    float[] result = new float[3 * to.height() * to.width()];
    int index = 0;
    for (int channel = 0; channel < 3; channel++) {
      for (int y = top; y < top + to.height(); y++) {
        for (int x = left; x < left + to.width(); x++) {
          result[index++] = normalised(level(resized, x, y, channel), channel);
        }
      }
    }
    return result;
  }

  private Pixels resized(Pixels picture) {
    int width = to.width();
    int height = to.height();
    switch (to.fit()) {
      case SQUASH -> {}
      case SHORTEST_AND_CROP -> {
        long shorter = Math.min(picture.width(), picture.height());
        width = (int) (to.resizeTo() * (long) picture.width() / shorter);
        height = (int) (to.resizeTo() * (long) picture.height() / shorter);
      }
      case LONGEST_AND_PAD -> {
        double across = (double) picture.width() / width;
        double down = (double) picture.height() / height;
        double ratio = Math.max(across, down);
        width = Math.max(1, (int) Math.rint(picture.width() / ratio));
        height = Math.max(1, (int) Math.rint(picture.height() / ratio));
      }
    }
    return PlainResizer.resize(picture, Resizer.Box.of(picture), width, height, to.filter());
  }

  /// Where the result begins in the resized picture; below zero where padding comes first.
  private int start(int side, int size) {
    double half = (side - size) / 2.0;
    if (to.fit() == Preprocessing.Fit.LONGEST_AND_PAD) {
      return (int) half;
    }
    return switch (to.cropRounding()) {
      case DOWN -> (int) Math.floor(half);
      case HALF_EVEN -> (int) (half < 0 ? half : Math.rint(half));
      case TRUNCATED_DIFFERENCE -> (int) half;
    };
  }

  private int level(Pixels resized, int x, int y, int channel) {
    if (x < 0 || y < 0 || x >= resized.width() || y >= resized.height()) {
      return to.fit() == Preprocessing.Fit.LONGEST_AND_PAD ? to.padding() : 0;
    }
    int pixel = (y * resized.width() + x) * resized.channels();
    return resized.data()[pixel + (resized.channels() == 1 ? 0 : channel)] & 0xff;
  }

  private float normalised(int level, int channel) {
    float scaled = (float) (level * to.scale());
    return (scaled - to.mean().get(channel).floatValue()) / to.std().get(channel).floatValue();
  }
}
