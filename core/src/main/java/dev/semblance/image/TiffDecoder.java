package dev.semblance.image;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageMetadata;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.semblance.image.PictureDecoder.Encoded;
import dev.semblance.image.UnreadablePictureException.Kind;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/// Decodes the first page of a TIFF through TwelveMonkeys' reader.
///
/// Many cameras' RAW files are TIFFs as well; their first page is a small preview or one colour a
/// pixel, so they are recognised by their tags and refused.
final class TiffDecoder {
  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_LENGTH = 323;
  private static final int SUB_IFDS = 330;
  private static final int SAMPLE_FORMAT = 339;
  private static final int DNG_VERSION = 50706;

  /// Colour filter array, and linear RAW (DNG specification 1.7, chapter 4).
  private static final Set<Long> RAW_PHOTOMETRICS = Set.of(32803L, 34892L);

  /// Sony ARW, Nikon NEF, Samsung SRW, Pentax PEF.
  private static final Set<Long> RAW_COMPRESSIONS = Set.of(32767L, 34713L, 32770L, 65535L);

  /// A band, the colours, the same with alpha, and all of them turned upright.
  private static final int WORK_BYTES = 1 + 3 + 4 + 4;

  private static final long UNSIGNED_SAMPLES = 1;
  private static final int MOST_BITS = 16;

  private final Encoded file;
  private final DecodeBounds bounds;
  private final ImageReader reader;

  private TiffDecoder(Encoded file, DecodeBounds bounds, ImageReader reader) {
    this.file = file;
    this.bounds = bounds;
    this.reader = reader;
  }

  static DecodedPicture decode(Encoded file, DecodeBounds bounds) {
    try (ImageInputStream in = new ByteArrayImageInputStream(file.bytes())) {
      ImageReader reader = new TIFFImageReaderSpi().createReaderInstance(null);
      try {
        reader.setInput(in, true, false);
        return new TiffDecoder(file, bounds, reader).decode();
      } finally {
        reader.dispose();
      }
    } catch (EOFException e) {
      throw because(file.truncated(), e);
    } catch (IOException e) {
      throw because(failure(file, e), e);
    }
  }

  private static UnreadablePictureException failure(Encoded file, IOException cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    if (cause.getCause() instanceof EOFException) {
      return file.truncated();
    }
    return message.toLowerCase(Locale.ROOT).contains("unsupported")
        ? unsupported(file, "this kind of TIFF")
        : file.corrupt();
  }

  private static UnreadablePictureException because(
      UnreadablePictureException failure, Exception cause) {
    failure.initCause(cause);
    return failure;
  }

  private static UnreadablePictureException unsupported(Encoded file, String what) {
    return file.failure(
        Kind.UNSUPPORTED,
        what + " cannot be decoded; convert it to a TIFF of 8 or 16 bits a channel, or to PNG");
  }

  private DecodedPicture decode() throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    file.checkPixels(width, height, bounds);
    TIFFImageMetadata tags = (TIFFImageMetadata) reader.getImageMetadata(0);
    checkKind(tags);
    checkMemory(tags, width, height);
    PictureMetadata metadata = PictureMetadata.of(file.bytes());
    return metadata.picture(file, width, height, RasterPixels.of(read()), 1);
  }

  /// The reader takes associated alpha for straight unless it is asked for the stored type.
  private BufferedImage read() throws IOException {
    ImageTypeSpecifier stored = reader.getRawImageType(0);
    ImageReadParam param = reader.getDefaultReadParam();
    if (stored != null && stored.getColorModel().isAlphaPremultiplied()) {
      param.setDestinationType(stored);
    }
    return reader.read(0, param);
  }

  private void checkKind(TIFFImageMetadata tags) {
    boolean preview =
        (number(tags, NEW_SUBFILE_TYPE, 0) & 1) != 0 && tags.getTIFFField(SUB_IFDS) != null;
    if (preview
        || tags.getTIFFField(DNG_VERSION) != null
        || RAW_PHOTOMETRICS.contains(number(tags, PHOTOMETRIC, 0))
        || RAW_COMPRESSIONS.contains(number(tags, COMPRESSION, 1))) {
      throw unsupported(file, "camera RAW");
    }
    if (number(tags, SAMPLE_FORMAT, UNSIGNED_SAMPLES) != UNSIGNED_SAMPLES
        || number(tags, BITS_PER_SAMPLE, 1) > MOST_BITS) {
      throw unsupported(file, "a TIFF of signed, floating-point or 32-bit numbers");
    }
  }

  /// Adds up the file, the reader's picture and tile, and our pixels with what leads to them.
  private void checkMemory(TIFFImageMetadata tags, int width, int height) {
    long samples = number(tags, SAMPLES_PER_PIXEL, 1);
    long bytesPerPixel = samples * (number(tags, BITS_PER_SAMPLE, 1) > 8 ? 2 : 1);
    long pixels = (long) width * height;
    long tile = number(tags, TILE_WIDTH, 0) * number(tags, TILE_LENGTH, 0);
    long taken =
        file.bytes().length
            + bytesPerPixel * (pixels + Math.max(tile, width))
            + WORK_BYTES * pixels;
    file.checkMemory(samples > 0xffff || taken < 0 ? Long.MAX_VALUE : taken, bounds);
  }

  /// The first number of a tag.
  private static long number(TIFFImageMetadata tags, int tag, long otherwise) {
    Entry entry = tags.getTIFFField(tag);
    Object value = entry == null ? null : entry.getValue();
    return switch (value) {
      case Number single -> single.longValue();
      case short[] several when several.length > 0 -> several[0];
      case int[] several when several.length > 0 -> several[0];
      case long[] several when several.length > 0 -> several[0];
      case null, default -> otherwise;
    };
  }
}
