package dev.semblance.train.data;

/// How a picture is looked at in one step: the part of it, mirrored or not, and its light.
///
/// @param centreX middle of the part, from -1 (left) to 1 (right)
/// @param centreY middle of the part, from -1 (top) to 1 (bottom)
/// @param width width of the part over that of the picture
/// @param height height of the part over that of the picture
/// @param mirrored whether left and right change places
/// @param brightness added to each channel, in units of the full range
/// @param contrast factor about the middle grey
/// @param warmth added to red and taken from blue
public record View(
    float centreX,
    float centreY,
    float width,
    float height,
    boolean mirrored,
    float brightness,
    float contrast,
    float warmth) {

  /// The whole picture as it is.
  public static final View WHOLE = new View(0, 0, 1, 1, false, 0, 1, 0);

  /// A random view for these counters: at least `smallestArea` of the picture.
  static View random(Draws draws, long step, int place, double smallestArea, boolean mirror) {
    long base = place * 16L;
    double area = smallestArea + (1 - smallestArea) * unit(draws, step, base);
    double shape = Math.exp((unit(draws, step, base + 1) - 0.5) * 0.5);
    float width = (float) Math.min(1, Math.sqrt(area * shape));
    float height = (float) Math.min(1, Math.sqrt(area / shape));
    return new View(
        (1 - width) * signed(draws, step, base + 2),
        (1 - height) * signed(draws, step, base + 3),
        width,
        height,
        mirror && unit(draws, step, base + 4) < 0.5,
        0.1f * signed(draws, step, base + 5),
        (float) Math.exp(0.25 * signed(draws, step, base + 6)),
        0.04f * signed(draws, step, base + 7));
  }

  private static double unit(Draws draws, long first, long second) {
    return (draws.bits(first, second) >>> 11) * 0x1p-53;
  }

  private static float signed(Draws draws, long first, long second) {
    return (float) (2 * unit(draws, first, second) - 1);
  }
}
