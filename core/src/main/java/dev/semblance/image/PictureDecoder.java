package dev.semblance.image;

import dev.semblance.image.UnreadablePictureException.Kind;
import dev.semblance.image.format.PictureFormat;
import dev.semblance.image.format.PictureFormat.Support;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Decodes picture files: JPEG, PNG, GIF, BMP, WebP, ICO and TIFF, known by their content and never
/// by their name.
///
/// - The result stands upright: the EXIF orientation of JPEG, PNG, WebP and TIFF is applied.
/// - Colours are sRGB: an ICC profile (or PNG's code points, cICP) is applied. Without one the
///   bytes are those of the file; PNG's chunks gAMA, cHRM and sRGB are ignored, as Pillow does.
///   CMYK without a profile becomes RGB as in Pillow, CMYK JPEGs being taken as inverted (Adobe's
///   way, which all files in the field follow). 16 bits a channel become 8 by leaving out the low
///   byte.
/// - Alpha stays straight, and transparent pixels keep their stored colours. A picture without a
///   transparent pixel has three channels.
/// - Of an animation the first frame that is not of one single colour is decoded, looking at up to
///   [SkiaDecoder#FRAMES_LOOKED_AT]; of a TIFF the first page; of an icon the best picture.
/// - A large JPEG is decoded at 1/2, 1/4 or 1/8 of its size where the bounds' target allows it.
/// - Size and memory are checked from the header, before pixels are allocated.
///
/// Metadata are read as far as they can be; broken ones never fail a decode.
///
/// Stateless, safe for many threads and for ever.
public final class PictureDecoder {
  /// As much of a file as tells its format.
  private static final int HEAD_BYTES = 4096;

  /// Decodes a file.
  ///
  /// @throws UnreadablePictureException if it is no picture that can be decoded within the bounds
  /// @throws UncheckedIOException if the file cannot be read
  public DecodedPicture decode(Path file, DecodeBounds bounds) {
    return decode(read(file, bounds), file.toString(), bounds);
  }

  /// Decodes the content of a file.
  ///
  /// @param bytes all of the file; not changed
  /// @param source its name or another word for where it came from, for messages
  /// @throws UnreadablePictureException if it is no picture that can be decoded within the bounds
  public DecodedPicture decode(byte[] bytes, String source, DecodeBounds bounds) {
    Encoded file = new Encoded(bytes, recognise(bytes, source), source);
    try {
      return file.format == PictureFormat.TIFF
          ? TiffDecoder.decode(file, bounds)
          : SkiaDecoder.decode(file, bounds);
    } catch (UnreadablePictureException e) {
      throw e;
    } catch (RuntimeException e) {
      UnreadablePictureException corrupt = file.corrupt();
      corrupt.initCause(e);
      throw corrupt;
    }
  }

  private static byte[] read(Path file, DecodeBounds bounds) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      recognise(head, file.toString());
      long size = Files.size(file);
      if (size > bounds.maxBytes()) {
        throw new UnreadablePictureException(
            Kind.TOO_LARGE,
            file.toString(),
            String.format(
                Locale.ROOT,
                "the file takes %s, and at most %s are allowed to a picture; allow more, or make a"
                    + " smaller copy",
                megabytes(size),
                megabytes(bounds.maxBytes())));
      }
      byte[] rest = in.readAllBytes();
      byte[] bytes = new byte[head.length + rest.length];
      System.arraycopy(head, 0, bytes, 0, head.length);
      System.arraycopy(rest, 0, bytes, head.length, rest.length);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PictureFormat recognise(byte[] bytes, String source) {
    if (bytes.length == 0) {
      throw new UnreadablePictureException(
          Kind.EMPTY, source, "the file is empty (0 bytes); copy or download it again");
    }
    PictureFormat format = PictureFormat.of(bytes);
    if (format.support() == Support.FOREIGN) {
      throw new UnreadablePictureException(
          Kind.NOT_A_PICTURE,
          source,
          "the content is " + format.title() + ", not a picture in a format known here");
    }
    if (format.support() == Support.KNOWN) {
      throw new UnreadablePictureException(
          Kind.UNSUPPORTED,
          source,
          format.title()
              + " cannot be decoded; supported are JPEG, PNG, GIF, BMP, WebP, TIFF and ICO:"
              + " convert it to one of them");
    }
    return format;
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /// A file in a format that can be decoded.
  @SuppressWarnings("ArrayRecordComponent") // handed from one decoder to the next, never compared
  record Encoded(byte[] bytes, PictureFormat format, String source) {

    UnreadablePictureException corrupt() {
      return failure(
          Kind.CORRUPT,
          "the " + format.title() + " data are damaged; copy or download the file again");
    }

    UnreadablePictureException truncated() {
      return failure(
          Kind.TRUNCATED,
          "the "
              + format.title()
              + " file ends before its picture does; copy or download it again");
    }

    UnreadablePictureException failure(Kind kind, String reason) {
      return new UnreadablePictureException(kind, source, reason);
    }

    /// Refuses a picture whose header announces more pixels than are allowed.
    void checkPixels(long width, long height, DecodeBounds bounds) {
      if (width * height > bounds.maxPixels()) {
        throw failure(
            Kind.TOO_LARGE,
            String.format(
                Locale.ROOT,
                "the header announces %d x %d pixels (%.0f million), and at most %.0f million are"
                    + " decoded; make a smaller copy",
                width,
                height,
                width * height / 1e6,
                bounds.maxPixels() / 1e6));
      }
    }

    /// Refuses a picture whose decoding takes more memory than is allowed.
    void checkMemory(long bytesTaken, DecodeBounds bounds) {
      if (bytesTaken > bounds.maxBytes()) {
        throw failure(
            Kind.TOO_LARGE,
            String.format(
                Locale.ROOT,
                "decoding it would take %s of memory, and at most %s are allowed to a picture; give"
                    + " Java more memory (-Xmx), or make a smaller copy",
                megabytes(bytesTaken),
                megabytes(bounds.maxBytes())));
      }
    }
  }
}
