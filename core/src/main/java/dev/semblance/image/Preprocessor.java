package dev.semblance.image;

import dev.semblance.image.Resizer.Box;
import dev.semblance.image.Resizer.Plan;
import dev.semblance.image.Resizer.Window;
import java.nio.FloatBuffer;
import java.util.Arrays;

/// Turns pictures into the numbers an encoder takes, as a [Preprocessing] says.
///
/// The stage in bytes equals that of Hugging Face's image processors and of Pillow to the byte; the
/// numbers are computed from it in float32 as `(byte * scale - mean) / std`.
///
/// Immutable, safe for many threads.
public final class Preprocessor {
  private static final int CHANNELS = 3;
  private static final int LEVELS = 256;

  private final Preprocessing preprocessing;

  /// For each channel the number each byte becomes.
  private final float[][] normalised;

  public Preprocessor(Preprocessing preprocessing) {
    this.preprocessing = preprocessing;
    this.normalised = new float[CHANNELS][LEVELS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      float mean = preprocessing.mean().get(channel).floatValue();
      float std = preprocessing.std().get(channel).floatValue();
      for (int level = 0; level < LEVELS; level++) {
        normalised[channel][level] = ((float) (level * preprocessing.scale()) - mean) / std;
      }
    }
  }

  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /// How many numbers a picture becomes: 3 x height x width.
  public int length() {
    return CHANNELS * preprocessing.height() * preprocessing.width();
  }

  /// The stage before the bytes become numbers: the picture resized, cropped or padded. Pixels that
  /// were decoded at a reduced scale are laid out as their original would be.
  ///
  /// @return RGB, `[height, width, 3]` of the preprocessing
  public Pixels rgb(Pixels picture) {
    Pixels opaque =
        switch (preprocessing.alpha()) {
          case DROP -> picture.withoutAlpha();
          case OVER_WHITE -> picture.overWhite();
        };
    Pixels.Original original =
        opaque
            .original()
            .orElseGet(() -> new Pixels.Original(opaque.width(), opaque.height(), Box.of(opaque)));
    Layout layout = Layout.of(preprocessing, original.width(), original.height());
    Plan plan =
        new Plan(
            original.covered(), layout.width, layout.height, preprocessing.filter(), layout.seen());
    return framed(Resizer.resize(opaque, plan), layout);
  }

  /// Writes a picture's numbers.
  ///
  /// @param target takes float32 `[3, height, width]`, RGB, from `offset` on
  public void write(Pixels picture, float[] target, int offset) {
    checkRoom(target.length, offset);
    write(picture, FloatBuffer.wrap(target), offset);
  }

  /// Writes a picture's numbers. The buffer's position and limit stay as they are, so that several
  /// threads may write to different places of one buffer.
  ///
  /// @param target takes float32 `[3, height, width]`, RGB, from index `offset` on
  public void write(Pixels picture, FloatBuffer target, int offset) {
    checkRoom(target.limit(), offset);
    byte[] rgb = rgb(picture).data();
    int width = preprocessing.width();
    float[] row = new float[width];
    int index = offset;
    for (int channel = 0; channel < CHANNELS; channel++) {
      float[] values = normalised[channel];
      for (int from = channel; from < rgb.length; from += CHANNELS * width) {
        for (int x = 0; x < width; x++) {
          row[x] = values[rgb[from + CHANNELS * x] & 0xff];
        }
        target.put(index, row);
        index += width;
      }
    }
  }

  private void checkRoom(int available, int offset) {
    if (offset < 0 || offset > available - length()) {
      throw new IllegalArgumentException(
          "a preprocessed picture takes "
              + length()
              + " numbers from "
              + offset
              + " on, and there is room for "
              + available
              + " in all");
    }
  }

  private Pixels framed(Pixels seen, Layout layout) {
    int width = preprocessing.width();
    int height = preprocessing.height();
    if (seen.channels() == CHANNELS && seen.width() == width && seen.height() == height) {
      return seen;
    }
    byte[] result = new byte[CHANNELS * width * height];
    Arrays.fill(result, (byte) layout.padding);
    int spread = CHANNELS / seen.channels();
    for (int y = 0; y < seen.height(); y++) {
      int from = y * seen.width() * seen.channels();
      int to = CHANNELS * ((y + layout.paddedTop()) * width + layout.paddedLeft());
      for (int i = 0; i < CHANNELS * seen.width(); i++) {
        result[to + i] = seen.data()[from + i / spread];
      }
    }
    return new Pixels(width, height, CHANNELS, result);
  }

  /// Where a picture goes: it is resized to `width` x `height`, of which the result shows what lies
  /// right of `left` and below `top`. Where these are negative, padding comes first.
  private record Layout(int width, int height, int left, int top, Preprocessing to, int padding) {

    static Layout of(Preprocessing to, int width, int height) {
      return switch (to.fit()) {
        case SHORTEST_AND_CROP -> cropped(to, width, height);
        case SQUASH -> new Layout(to.width(), to.height(), 0, 0, to, 0);
        case LONGEST_AND_PAD -> padded(to, width, height);
      };
    }

    /// `get_resize_output_image_size` and `center_crop` of Hugging Face's `image_transforms.py`.
    private static Layout cropped(Preprocessing to, int width, int height) {
      int shorter = Math.min(width, height);
      int longer = Math.max(width, height);
      int resizedLonger = (int) ((double) ((long) to.resizeTo() * longer) / shorter);
      int newWidth = width <= height ? to.resizeTo() : resizedLonger;
      int newHeight = width <= height ? resizedLonger : to.resizeTo();
      return new Layout(
          newWidth,
          newHeight,
          cropStart(to.cropRounding(), newWidth, to.width()),
          cropStart(to.cropRounding(), newHeight, to.height()),
          to,
          0);
    }

    private static int cropStart(Preprocessing.CropRounding rounding, int side, int size) {
      int margin = side - size;
      return switch (rounding) {
        case DOWN -> Math.floorDiv(margin, 2);
        case HALF_EVEN -> margin < 0 ? margin / 2 : (int) Math.rint(margin / 2.0);
        case TRUNCATED_DIFFERENCE -> (int) (side / 2.0 - size / 2.0);
      };
    }

    /// `ResizeKeepRatio` and `CenterCropOrPad` of open_clip's `transform.py`.
    private static Layout padded(Preprocessing to, int width, int height) {
      double ratio = Math.max((double) width / to.width(), (double) height / to.height());
      int newWidth = Math.max(1, (int) Math.rint(width / ratio));
      int newHeight = Math.max(1, (int) Math.rint(height / ratio));
      return new Layout(
          newWidth,
          newHeight,
          (newWidth - to.width()) / 2,
          (newHeight - to.height()) / 2,
          to,
          to.padding());
    }

    int paddedLeft() {
      return Math.max(0, -left);
    }

    int paddedTop() {
      return Math.max(0, -top);
    }

    /// The part of the resized picture that the result shows.
    Window seen() {
      return new Window(
          Math.max(0, left),
          Math.max(0, top),
          Math.min(width, left + to.width()),
          Math.min(height, top + to.height()));
    }
  }
}
