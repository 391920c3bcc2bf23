package dev.semblance.image;

import dev.semblance.image.PictureDecoder.Encoded;
import dev.semblance.image.UnreadablePictureException.Kind;
import dev.semblance.image.external.ExternalBounds;
import dev.semblance.image.external.ExternalDecoders;
import dev.semblance.image.external.ExternalException;
import dev.semblance.image.format.AnnouncedSize;
import dev.semblance.image.format.MediaItems;
import dev.semblance.image.format.PictureFormat;
import dev.semblance.image.plain.PlainPicture;
import dev.semblance.image.plain.PlainReader;
import dev.semblance.image.plain.UnsupportedKindException;
import dev.semblance.image.raw.RawPreview;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// Decodes files that hold a picture of another format (a camera's RAW), that an installed program
/// turns into one (HEIC, films), or whose samples need no codec (PNM, PSD).
final class DerivedDecoder {
  /// What a program may always take, since it needs this for the smallest picture.
  private static final long LEAST_PROGRAM_BYTES = 256L << 20;

  /// Skia's pixels and ours.
  private static final int BYTES_PER_PIXEL = 4 + 4;

  private final Encoded file;
  private final DecodeBounds bounds;

  DerivedDecoder(Encoded file, DecodeBounds bounds) {
    this.file = file;
    this.bounds = bounds;
  }

  /// By the largest preview; its size is taken for the picture's.
  DecodedPicture ofRaw() {
    RawPreview preview =
        RawPreview.largest(file.bytes())
            .orElseThrow(() ->
                file.failure(
                    Kind.UNSUPPORTED,
                    "camera RAW is shown by the preview inside of it, and this file has none;"
                        + " export it as JPEG or TIFF"));
    file.checkMemory((long) file.bytes().length + preview.end() - preview.start(), bounds);
    Encoded jpeg = file.holding(PictureFormat.JPEG, preview.jpeg(file.bytes()));
    Optional<PictureMetadata> own =
        preview.exif().length == 0
            ? Optional.empty()
            : Optional.of(PictureMetadata.of(preview.exif()));
    return named(PictureFormat.RAW, SkiaDecoder.decode(jpeg, bounds, own));
  }

  /// PNM and PSD.
  DecodedPicture ofSamples() {
    try {
      PlainReader reader = PlainReader.of(file.format(), file.bytes());
      file.checkPixels(reader.width(), reader.height(), bounds);
      boolean fits = reader.width() * reader.height() <= Integer.MAX_VALUE / 4;
      file.checkMemory(fits ? file.bytes().length + reader.memoryBytes() : Long.MAX_VALUE, bounds);
      PlainPicture picture = reader.read(file.deadline());
      return PictureMetadata.of(new byte[0])
          .picture(file, picture.width(), picture.height(), Pixels.of(picture), 1);
    } catch (UnsupportedKindException e) {
      throw file.failure(
          Kind.UNSUPPORTED, e.getMessage() + " cannot be decoded; save it as PNG or TIFF");
    } catch (EOFException e) {
      throw because(file.truncated(), e);
    } catch (InterruptedIOException _) {
      throw file.tooSlow(bounds);
    } catch (IOException e) {
      throw because(file.corrupt(), e);
    }
  }

  /// By a program that is handed the file's bytes.
  DecodedPicture by(ExternalDecoders programs) {
    Optional<AnnouncedSize> size = AnnouncedSize.of(file.format(), file.bytes());
    if (size.isPresent()) {
      file.checkPixels(size.get().width(), size.get().height(), bounds);
      file.checkMemory(
          file.bytes().length + BYTES_PER_PIXEL * size.get().width() * size.get().height(), bounds);
    }
    return decoded(() -> programs.png(file.format(), file.bytes(), external()));
  }

  /// By a program that reads the file itself, since films are large.
  DecodedPicture by(ExternalDecoders programs, Path path) {
    return decoded(() -> programs.png(file.format(), path, external()));
  }

  /// A program's way to a PNG.
  private interface Attempt {
    byte[] png() throws IOException;
  }

  /// The programs turn pictures upright and leave the tag as it is, so it is not followed.
  private DecodedPicture decoded(Attempt attempt) {
    PictureMetadata metadata = PictureMetadata.of(MediaItems.exif(file.bytes())).upright();
    Encoded png = file.holding(PictureFormat.PNG, png(attempt));
    return named(file.format(), SkiaDecoder.decode(png, bounds, Optional.of(metadata)));
  }

  private byte[] png(Attempt attempt) {
    try {
      return attempt.png();
    } catch (ExternalException e) {
      Kind kind =
          switch (e.reason()) {
            case MISSING -> Kind.NO_DECODER;
            case TIME -> Kind.TOO_SLOW;
            case SIZE -> Kind.TOO_LARGE;
            case REFUSED -> Kind.CORRUPT;
          };
      throw because(file.failure(kind, String.valueOf(e.getMessage())), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExternalBounds external() {
    return new ExternalBounds(
        Math.max(LEAST_PROGRAM_BYTES, bounds.maxBytes()),
        bounds.maxBytes(),
        bounds.maxPixels(),
        file.format() == PictureFormat.VIDEO,
        file.deadline());
  }

  private static UnreadablePictureException because(
      UnreadablePictureException failure, Exception cause) {
    failure.initCause(cause);
    return failure;
  }

  private static DecodedPicture named(PictureFormat format, DecodedPicture picture) {
    return new DecodedPicture(picture.pixels(), picture.info().as(format.name()));
  }
}
