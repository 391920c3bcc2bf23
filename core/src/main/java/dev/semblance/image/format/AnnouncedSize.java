package dev.semblance.image.format;

import dev.semblance.image.format.IsoBoxes.Box;
import java.util.Optional;

/// The size that the header of a file announces which another program decodes, so that it can be
/// refused before that program is started.
///
/// @param width in pixels
/// @param height in pixels
public record AnnouncedSize(long width, long height) {

  /// Reads the header of a HEIC, AVIF, JPEG XL or JPEG 2000 file; empty where it is of another
  /// format, or its header cannot be found.
  public static Optional<AnnouncedSize> of(PictureFormat format, byte[] bytes) {
    IsoBoxes boxes = new IsoBoxes(bytes);
    return switch (format) {
      case HEIC, AVIF -> ofProperties(boxes);
      case JPEG_XL -> ofJpegXl(bytes, boxes);
      case JPEG_2000 -> ofJpeg2000(boxes);
      default -> Optional.empty();
    };
  }

  /// The largest of the `ispe` properties: a file has them for its tiles and thumbnails as well.
  private static Optional<AnnouncedSize> ofProperties(IsoBoxes boxes) {
    Optional<AnnouncedSize> largest = Optional.empty();
    Optional<Box> properties = boxes.at("meta", "iprp", "ipco");
    if (properties.isEmpty()) {
      return largest;
    }
    for (Box box : boxes.in(properties.get().start(), properties.get().end())) {
      if (box.type().equals("ispe")) {
        AnnouncedSize size =
            new AnnouncedSize(boxes.number(box.start() + 4L, 4), boxes.number(box.start() + 8L, 4));
        if (largest.isEmpty() || size.area() > largest.get().area()) {
          largest = Optional.of(size);
        }
      }
    }
    return largest;
  }

  private double area() {
    return (double) width * height;
  }

  /// The codestream alone, whole in `jxlc`, or in the first `jxlp` behind a number.
  private static Optional<AnnouncedSize> ofJpegXl(byte[] bytes, IsoBoxes boxes) {
    int start = 0;
    if (bytes.length > 1 && bytes[0] == 0) {
      Optional<Integer> found =
          boxes.at("jxlc").map(Box::start).or(() -> boxes.at("jxlp").map(box -> box.start() + 4));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      start = found.get();
    }
    return start + 2 < bytes.length
        ? Optional.of(new JpegXlHeader(bytes, start + 2).size())
        : Optional.empty();
  }

  /// The marker SIZ of the codestream (ISO/IEC 15444-1, A.5.1), alone or in the box `jp2c`.
  private static Optional<AnnouncedSize> ofJpeg2000(IsoBoxes boxes) {
    long start =
        boxes.number(0, 4) == 0xff4fff51L
            ? 0
            : boxes.at("jp2c").map(box -> (long) box.start()).orElse(-1L);
    if (start < 0 || boxes.number(start, 4) != 0xff4fff51L) {
      return Optional.empty();
    }
    return Optional.of(
        new AnnouncedSize(
            boxes.number(start + 8, 4) - boxes.number(start + 16, 4),
            boxes.number(start + 12, 4) - boxes.number(start + 20, 4)));
  }
}
