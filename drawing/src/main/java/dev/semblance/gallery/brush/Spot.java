package dev.semblance.gallery.brush;

/// A place on the canvas with a size and a tilt: what is drawn there may use its own small
/// coordinates.
///
/// @param scale one own unit in canvas units
/// @param degrees clockwise
/// @param mirrored left and right swapped
public record Spot(double x, double y, double scale, double degrees, boolean mirrored) {
  public static Spot at(double x, double y) {
    return new Spot(x, y, 1, 0, false);
  }

  public static Spot at(double x, double y, double scale) {
    return new Spot(x, y, scale, 0, false);
  }

  public Spot turned(double by) {
    return new Spot(x, y, scale, degrees + by, mirrored);
  }

  public Spot mirrored(boolean yes) {
    return new Spot(x, y, scale, degrees, mirrored ^ yes);
  }
}
