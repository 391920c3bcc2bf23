package dev.semblance.drawing;

import dev.semblance.image.DecodeBounds;
import dev.semblance.image.DecodedPicture;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Pixels;
import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.image.UnreadablePictureException;
import org.jspecify.annotations.Nullable;

/// One picture of a contact sheet with the lines under it. Immutable, safe for many threads.
public final class Tile {
  private final @Nullable Pixels pixels;
  private final byte @Nullable [] file;
  private final String missing;
  private final String caption;
  private final String detail;

  private Tile(@Nullable Pixels pixels, byte @Nullable [] file, String missing, String[] lines) {
    this.pixels = pixels;
    this.file = file;
    this.missing = missing;
    this.caption = lines[0];
    this.detail = lines[1];
  }

  /// A tile of a decoded picture.
  ///
  /// @param caption the first line, such as a score; may be empty
  /// @param detail the second line, such as a file name; shortened in its middle where too long
  public static Tile of(Pixels pixels, String caption, String detail) {
    return new Tile(pixels, null, "", new String[] {caption, detail});
  }

  /// A tile of a picture file's content, decoded when the sheet is drawn. What cannot be decoded
  /// becomes a grey tile that says why.
  ///
  /// @param file kept, not copied: not to be changed
  public static Tile ofFile(byte[] file, String caption, String detail) {
    return new Tile(null, file, "", new String[] {caption, detail});
  }

  /// A grey tile for a picture that is not there.
  ///
  /// @param reason a few words
  public static Tile missing(String reason, String caption, String detail) {
    return new Tile(null, null, reason, new String[] {caption, detail});
  }

  public String caption() {
    return caption;
  }

  public String detail() {
    return detail;
  }

  /// The picture at about the size asked for or larger, or the reason why there is none.
  View view(int width, int height) {
    if (pixels != null) {
      return new View(pixels, "");
    }
    return file == null ? new View(null, missing) : decode(file, width, height);
  }

  private View decode(byte[] bytes, int width, int height) {
    DecodeBounds.Target target = new DecodeBounds.Target(Fit.LONGEST_AND_PAD, width, height);
    try {
      DecodedPicture picture =
          new PictureDecoder().decode(bytes, "", DecodeBounds.full().withTarget(target));
      return new View(picture.pixels(), "");
    } catch (UnreadablePictureException e) {
      return new View(null, reason(e));
    }
  }

  private static String reason(UnreadablePictureException e) {
    return switch (e.kind()) {
      case EMPTY -> "the file is empty";
      case NOT_A_PICTURE -> "not a picture";
      case UNSUPPORTED -> "format not supported";
      case TRUNCATED -> "the file is cut off";
      case CORRUPT -> "the file is damaged";
      case TOO_LARGE -> "too large to show";
      case NO_DECODER -> "its decoder is missing";
      case TOO_SLOW -> "takes too long to show";
    };
  }

  /// A picture, or the reason why there is none.
  record View(@Nullable Pixels pixels, String reason) {}
}
