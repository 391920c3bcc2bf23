package dev.semblance.image;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.exif.PanasonicRawIFD0Directory;
import dev.semblance.image.PictureDecoder.Encoded;
import dev.semblance.image.PictureInfo.Place;
import dev.semblance.image.format.Orientation;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a picture's EXIF block tells. A broken block gives what can be read of it.
///
/// @param orientation how the stored pixels are turned
/// @param captured `DateTimeOriginal`, else `DateTimeDigitized`, else `DateTime`
/// @param camera make and model, the make not said twice
/// @param place where it was taken
record PictureMetadata(
    Orientation orientation,
    Optional<LocalDateTime> captured,
    Optional<String> camera,
    Optional<Place> place) {

  private static final Pattern TIME =
      Pattern.compile("(\\d{4})[:/.-](\\d\\d)[:/.-](\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d).*");

  private static final int LONGEST_NAME = 100;

  private static final PictureMetadata NONE =
      new PictureMetadata(
          Orientation.TOP_LEFT, Optional.empty(), Optional.empty(), Optional.empty());

  /// Reads an EXIF block or a whole TIFF file.
  ///
  /// @param exif beginning with the TIFF header; may be empty
  static PictureMetadata of(byte[] exif) {
    if (exif.length == 0) {
      return NONE;
    }
    Metadata metadata = new Metadata();
    try {
      new ExifReader().extract(new ByteArrayReader(exif), metadata);
    } catch (RuntimeException _) {
      // What was read before the block broke is kept: metadata never fail a decode.
    }
    return new PictureMetadata(
        orientation(metadata), captured(metadata), camera(metadata), place(metadata));
  }

  /// The same of a picture that was turned already.
  PictureMetadata upright() {
    return new PictureMetadata(Orientation.TOP_LEFT, captured, camera, place);
  }

  /// The decoded picture of a file that these are the metadata of.
  ///
  /// @param width of the stored picture, not yet turned
  /// @param height of the stored picture
  /// @param stored the decoded pixels, not yet turned, smaller by `reduction`
  DecodedPicture picture(Encoded file, int width, int height, Pixels stored, int reduction) {
    boolean swaps = orientation.swapsSides();
    PictureInfo info =
        new PictureInfo(
            file.format().name(),
            swaps ? height : width,
            swaps ? width : height,
            captured,
            camera,
            place);
    Pixels upright =
        new Pixels(
            swaps ? stored.height() : stored.width(),
            swaps ? stored.width() : stored.height(),
            stored.channels(),
            orientation.upright(stored.data(), stored.width(), stored.height(), stored.channels()));
    Pixels pixels =
        reduction == 1 ? upright : upright.reducedFrom(original(info, upright, reduction));
    return new DecodedPicture(pixels, info);
  }

  /// The last pixels of a stored row or column may lie partly beyond the picture; upright, these
  /// may be the first.
  private Pixels.Original original(PictureInfo info, Pixels upright, int reduction) {
    float width = (float) info.width() / reduction;
    float height = (float) info.height() / reduction;
    float left = orientation.fromRight() ? upright.width() - width : 0;
    float top = orientation.fromBottom() ? upright.height() - height : 0;
    Resizer.Box covered = new Resizer.Box(left, top, left + width, top + height);
    return new Pixels.Original(info.width(), info.height(), covered);
  }

  private static Orientation orientation(Metadata metadata) {
    Directory main = first(metadata, ExifIFD0Directory.class);
    Integer tag = main == null ? null : main.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
    return Orientation.of(tag == null ? 1 : tag);
  }

  private static Optional<LocalDateTime> captured(Metadata metadata) {
    return time(metadata, ExifSubIFDDirectory.class, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)
        .or(() ->
            time(metadata, ExifSubIFDDirectory.class, ExifDirectoryBase.TAG_DATETIME_DIGITIZED))
        .or(() -> time(metadata, ExifIFD0Directory.class, ExifDirectoryBase.TAG_DATETIME_ORIGINAL))
        .or(() -> time(metadata, ExifIFD0Directory.class, ExifDirectoryBase.TAG_DATETIME));
  }

  private static Optional<LocalDateTime> time(
      Metadata metadata, Class<? extends Directory> place, int tag) {
    return text(metadata, place, tag).flatMap(PictureMetadata::time);
  }

  private static Optional<LocalDateTime> time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int[] parts = new int[6];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Integer.parseInt(matcher.group(i + 1));
    }
    try {
      return Optional.of(
          LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> camera(Metadata metadata) {
    Optional<String> make = text(metadata, ExifIFD0Directory.class, ExifDirectoryBase.TAG_MAKE);
    Optional<String> model = text(metadata, ExifIFD0Directory.class, ExifDirectoryBase.TAG_MODEL);
    if (make.isEmpty() || model.isEmpty()) {
      return make.or(() -> model);
    }
    String brand = firstWord(make.get());
    return firstWord(model.get()).equals(brand)
        ? model
        : Optional.of(make.get() + " " + model.get());
  }

  private static String firstWord(String text) {
    return text.toLowerCase(Locale.ROOT).split(" ", 2)[0];
  }

  /// Panasonic's RAW has a main directory of its own kind, with the same tags.
  private static @Nullable Directory first(Metadata metadata, Class<? extends Directory> place) {
    Directory directory = metadata.getFirstDirectoryOfType(place);
    return directory == null && place == ExifIFD0Directory.class
        ? metadata.getFirstDirectoryOfType(PanasonicRawIFD0Directory.class)
        : directory;
  }

  private static Optional<String> text(
      Metadata metadata, Class<? extends Directory> place, int tag) {
    Directory directory = first(metadata, place);
    String text = directory == null ? null : directory.getString(tag);
    if (text == null) {
      return Optional.empty();
    }
    String clean = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return clean.isEmpty()
        ? Optional.empty()
        : Optional.of(clean.substring(0, Math.min(LONGEST_NAME, clean.length())));
  }

  private static Optional<Place> place(Metadata metadata) {
    GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    GeoLocation location = gps == null ? null : gps.getGeoLocation();
    if (location == null || location.isZero()) {
      return Optional.empty();
    }
    double latitude = location.getLatitude();
    double longitude = location.getLongitude();
    boolean valid = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    return valid ? Optional.of(new Place(latitude, longitude)) : Optional.empty();
  }
}
