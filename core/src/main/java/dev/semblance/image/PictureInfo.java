package dev.semblance.image;

import java.time.LocalDateTime;
import java.util.Optional;

/// What a picture file says about itself.
///
/// @param format the format by content, in capitals: `JPEG`, `PNG`, `GIF`, `BMP`, `WEBP`, `TIFF`
/// @param width in pixels, upright (after EXIF orientation)
/// @param height in pixels, upright
/// @param captured when it was taken, in the camera's local time
/// @param camera make and model
/// @param place where it was taken
public record PictureInfo(
    String format,
    int width,
    int height,
    Optional<LocalDateTime> captured,
    Optional<String> camera,
    Optional<Place> place) {

  /// A place on earth in degrees, north and east positive (WGS 84).
  public record Place(double latitude, double longitude) {}
}
