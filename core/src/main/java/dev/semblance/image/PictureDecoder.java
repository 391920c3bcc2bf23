package dev.semblance.image;

import dev.semblance.image.UnreadablePictureException.Kind;
import dev.semblance.image.external.ExternalDecoders;
import dev.semblance.image.format.Deadline;
import dev.semblance.image.format.PictureFormat;
import dev.semblance.image.format.PictureFormat.Support;
import dev.semblance.image.format.TiffDirectories;
import dev.semblance.image.format.TiffDirectories.Directory;
import dev.semblance.image.raw.RawPreview;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Decodes picture files, known by their content and never by their name: JPEG, PNG, GIF, BMP,
/// WebP, ICO, TIFF, PNM, PSD and cameras' RAW; with an installed program HEIC, AVIF, JPEG XL, JPEG
/// 2000 and stills of films (see [ExternalDecoders]).
///
/// - The result stands upright: the EXIF orientation of JPEG, PNG, WebP, TIFF and RAW is applied.
/// - Colours are sRGB: an ICC profile (or PNG's code points, cICP) is applied. Without one the
///   bytes are those of the file; PNG's chunks gAMA, cHRM and sRGB are ignored, as Pillow does.
///   CMYK without a profile becomes RGB as in Pillow, CMYK JPEGs being taken as inverted (Adobe's
///   way, which all files in the field follow). 16 bits a channel become 8 by leaving out the low
///   byte.
/// - Alpha stays straight, and transparent pixels keep their stored colours. A picture without a
///   transparent pixel has three channels.
/// - Of an animation the first frame that is not of one single colour is decoded, looking at up to
///   [SkiaDecoder#FRAMES_LOOKED_AT]; of a TIFF the page asked for; of an icon the best picture; of
///   RAW the largest preview inside; of a film a frame of its first seconds.
/// - A large JPEG is decoded at 1/2, 1/4 or 1/8 of its size where the bounds' target allows it.
/// - Size and memory are checked from the header, before pixels are allocated.
///
/// Metadata are read as far as they can be; broken ones never fail a decode.
///
/// Immutable, safe for many threads and for ever.
public final class PictureDecoder {
  /// As much of a file as tells its format.
  private static final int HEAD_BYTES = 4096;

  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int IMAGE_WIDTH = 256;
  private static final int IMAGE_LENGTH = 257;

  private final ExternalDecoders programs;

  /// A decoder that asks the programs on PATH where it needs one.
  public PictureDecoder() {
    this(ExternalDecoders.installed());
  }

  /// A decoder that asks these programs where it needs one.
  public PictureDecoder(ExternalDecoders programs) {
    this.programs = programs;
  }

  /// Decodes a file.
  ///
  /// @throws UnreadablePictureException if it is no picture that can be decoded within the bounds
  /// @throws UncheckedIOException if the file cannot be read
  public DecodedPicture decode(Path file, DecodeBounds bounds) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      PictureFormat format = recognise(head, file.toString());
      if (format == PictureFormat.VIDEO) {
        Encoded film = encoded(new byte[0], format, file.toString(), bounds);
        return new DerivedDecoder(film, bounds).by(programs, file);
      }
      return decode(joined(head, rest(in, file, bounds)), file.toString(), bounds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Decodes the content of a file.
  ///
  /// @param bytes all of the file; not changed
  /// @param source its name or another word for where it came from, for messages
  /// @throws UnreadablePictureException if it is no picture that can be decoded within the bounds
  public DecodedPicture decode(byte[] bytes, String source, DecodeBounds bounds) {
    return decode(bytes, source, 0, bounds);
  }

  /// Decodes one page of a file's content.
  ///
  /// @param page as [#pages] numbers them; other formats than TIFF have the page 0 alone
  /// @throws IllegalArgumentException if there is no such page
  /// @throws UnreadablePictureException if it is no picture that can be decoded within the bounds
  public DecodedPicture decode(byte[] bytes, String source, int page, DecodeBounds bounds) {
    Encoded file = encoded(bytes, recognise(bytes, source), source, bounds);
    if (page < 0 || (page > 0 && page >= tiffPages(file).size())) {
      throw new IllegalArgumentException(
          source + ": there is no page " + page + "; pages are numbered from 0");
    }
    try {
      return switch (file.format) {
        case TIFF -> tiff(file, page, bounds);
        case RAW -> new DerivedDecoder(file, bounds).ofRaw();
        case PNM, PSD -> new DerivedDecoder(file, bounds).ofSamples();
        case HEIC, AVIF, JPEG_XL, JPEG_2000, VIDEO -> new DerivedDecoder(file, bounds).by(programs);
        default -> SkiaDecoder.decode(file, bounds, Optional.empty());
      };
    } catch (UnreadablePictureException | UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      UnreadablePictureException corrupt = file.corrupt();
      corrupt.initCause(e);
      throw corrupt;
    }
  }

  /// The pages of a file's content, in their order. A TIFF's smaller copies of its pages are left
  /// out, so their numbers may have gaps; other formats have one page, which is decoded to learn
  /// its size.
  ///
  /// @throws UnreadablePictureException if it is no picture that can be decoded within the bounds
  public List<PictureInfo.Page> pages(byte[] bytes, String source, DecodeBounds bounds) {
    Encoded file = encoded(bytes, recognise(bytes, source), source, bounds);
    List<Directory> directories = tiffPages(file);
    List<PictureInfo.Page> pages = new ArrayList<>();
    for (int number = 0; number < directories.size(); number++) {
      Directory page = directories.get(number);
      if ((page.number(NEW_SUBFILE_TYPE, 0) & 1) == 0) {
        long width = page.number(IMAGE_WIDTH, 0);
        long height = page.number(IMAGE_LENGTH, 0);
        if (Math.max(width, height) > Integer.MAX_VALUE) {
          throw file.corrupt();
        }
        pages.add(new PictureInfo.Page(number, Math.toIntExact(width), Math.toIntExact(height)));
      }
    }
    if (pages.isEmpty()) {
      PictureInfo only = decode(bytes, source, bounds).info();
      pages.add(new PictureInfo.Page(0, only.width(), only.height()));
    }
    return List.copyOf(pages);
  }

  private static List<Directory> tiffPages(Encoded file) {
    return file.format != PictureFormat.TIFF
        ? List.of()
        : TiffDirectories.of(file.bytes).map(TiffDirectories::pages).orElse(List.of());
  }

  /// Many cameras' RAW files are TIFFs as well.
  private static DecodedPicture tiff(Encoded file, int page, DecodeBounds bounds) {
    return TiffDirectories.of(file.bytes).filter(RawPreview::isRaw).isPresent()
        ? new DerivedDecoder(file, bounds).ofRaw()
        : TiffDecoder.decode(file, page, bounds);
  }

  private static Encoded encoded(
      byte[] bytes, PictureFormat format, String source, DecodeBounds bounds) {
    return new Encoded(bytes, format, source, Deadline.in(bounds.maxTime()));
  }

  private static byte[] rest(InputStream in, Path file, DecodeBounds bounds) throws IOException {
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
    return in.readAllBytes();
  }

  private static byte[] joined(byte[] head, byte[] rest) {
    byte[] bytes = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, bytes, head.length, rest.length);
    return bytes;
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
              + " cannot be decoded; supported are "
              + PictureFormat.supported()
              + ": convert it to one of them");
    }
    return format;
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /// A file in a format that can be decoded.
  @SuppressWarnings("ArrayRecordComponent") // handed from one decoder to the next, never compared
  record Encoded(byte[] bytes, PictureFormat format, String source, Deadline deadline) {

    /// A picture of another format that this file holds or was turned into.
    Encoded holding(PictureFormat inner, byte[] content) {
      return new Encoded(content, inner, source, deadline);
    }

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

    UnreadablePictureException tooSlow(DecodeBounds bounds) {
      return failure(
          Kind.TOO_SLOW,
          String.format(
              Locale.ROOT,
              "decoding it takes longer than the %.1f s allowed to a picture; allow more, or make a"
                  + " smaller copy",
              bounds.maxTime().toMillis() / 1e3));
    }

    UnreadablePictureException failure(Kind kind, String reason) {
      return new UnreadablePictureException(kind, source, reason);
    }

    /// Refuses a picture whose header announces more pixels than are allowed.
    void checkPixels(long width, long height, DecodeBounds bounds) {
      if (width < 1 || height < 1) {
        throw corrupt();
      }
      if (width > bounds.maxPixels() / height) {
        throw failure(
            Kind.TOO_LARGE,
            String.format(
                Locale.ROOT,
                "the header announces %d x %d pixels (%.0f million), and at most %.0f million are"
                    + " decoded; make a smaller copy",
                width,
                height,
                (double) width * height / 1e6,
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
