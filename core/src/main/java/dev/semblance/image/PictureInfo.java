package dev.semblance.image;

import java.time.LocalDateTime;
import java.util.Optional;

/// What a picture file says about itself.
///
/// @param format the format by content, in capitals, one of those of
///   [dev.semblance.image.format.PictureFormat]: `JPEG`, `PNG`, `RAW`
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

  /// The same picture as a part or a rendering of a file of another format.
  PictureInfo as(String otherFormat) {
    return new PictureInfo(otherFormat, width, height, captured, camera, place);
  }

  /// A page of a file.
  ///
  /// @param number to ask for it by, from 0
  /// @param width in pixels, as stored
  /// @param height in pixels, as stored
  public record Page(int number, int width, int height) {}

  /// A place on earth in degrees, north and east positive (WGS 84).
  public record Place(double latitude, double longitude) {}
}
