package dev.semblance.image;

import java.util.List;

/// How a picture becomes the numbers an encoder takes, as data.
///
/// Immutable, safe for many threads.
///
/// @param fit how the picture is brought to the wanted size
/// @param width of the result in pixels
/// @param height of the result in pixels
/// @param resizeTo what the shorter side becomes before the crop for [Fit#SHORTEST_AND_CROP]; for
///   the others equal to the larger of width and height
/// @param filter the resampling filter
/// @param cropRounding which pixel a centre crop starts at when the margin is odd
/// @param alpha what becomes of transparency
/// @param padding the grey level 0 to 255 that fills the rest for [Fit#LONGEST_AND_PAD]
/// @param scale what a byte is multiplied with first, usually 1/255
/// @param mean taken away from each channel (R, G, B) after scaling
/// @param std each channel is divided by this afterwards
public record Preprocessing(
    Fit fit,
    int width,
    int height,
    int resizeTo,
    ResizeFilter filter,
    CropRounding cropRounding,
    Alpha alpha,
    int padding,
    double scale,
    List<Double> mean,
    List<Double> std) {

  /// CLIP's channel means, from OpenAI's `clip/clip.py`.
  public static final List<Double> CLIP_MEAN = List.of(0.48145466, 0.4578275, 0.40821073);

  /// CLIP's channel deviations, from OpenAI's `clip/clip.py`.
  public static final List<Double> CLIP_STD = List.of(0.26862954, 0.26130258, 0.27577711);

  private static final int WHITE = 255;

  public Preprocessing {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (width < 1 || height < 1 || resizeTo < 1) {
      throw new IllegalArgumentException(
          "preprocessing to "
              + width
              + " x "
              + height
              + " by way of "
              + resizeTo
              + ": all must be at least 1");
    }
    if (padding < 0 || padding > WHITE) {
      throw new IllegalArgumentException(
          "preprocessing fills with a grey level from 0 to " + WHITE + ", got " + padding);
    }
    if (mean.size() != 3 || std.size() != 3 || std.contains(0.0)) {
      throw new IllegalArgumentException(
          "preprocessing needs three means and three deviations other than 0, got "
              + mean
              + " and "
              + std);
    }
  }

  /// CLIP's: shorter side to `size`, bicubic, centre crop, CLIP's means and deviations.
  public static Preprocessing clip(int size) {
    return new Preprocessing(
        Fit.SHORTEST_AND_CROP,
        size,
        size,
        size,
        ResizeFilter.BICUBIC,
        CropRounding.DOWN,
        Alpha.DROP,
        0,
        1 / 255.0,
        CLIP_MEAN,
        CLIP_STD);
  }

  /// SigLIP's: both sides to `size`, bicubic, mean and deviation one half.
  public static Preprocessing siglip(int size) {
    List<Double> half = List.of(0.5, 0.5, 0.5);
    return new Preprocessing(
        Fit.SQUASH,
        size,
        size,
        size,
        ResizeFilter.BICUBIC,
        CropRounding.DOWN,
        Alpha.DROP,
        0,
        1 / 255.0,
        half,
        half);
  }

  /// How a picture is brought to the wanted size.
  public enum Fit {
    /// The shorter side is resized, the longer follows (truncated), the middle is cut out.
    SHORTEST_AND_CROP,
    /// Both sides are resized, the proportions are lost.
    SQUASH,
    /// The longer side is resized, the rest is filled evenly on both sides.
    LONGEST_AND_PAD
  }

  /// Which pixel a centre crop starts at when the margin is odd.
  public enum CropRounding {
    /// `floor(margin / 2)`: Hugging Face's image processors.
    DOWN,
    /// `round(margin / 2)`, halves to the even number: torchvision and open_clip.
    HALF_EVEN,
    /// `int(n / 2 - size / 2)`: immich.
    TRUNCATED_DIFFERENCE
  }

  /// What becomes of transparency.
  public enum Alpha {
    /// The colours stay as stored: Hugging Face's `convert("RGB")`.
    DROP,
    /// The picture is laid over white.
    OVER_WHITE
  }
}
