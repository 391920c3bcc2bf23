package dev.semblance.image;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageMetadata;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.semblance.image.PictureDecoder.Encoded;
import dev.semblance.image.UnreadablePictureException.Kind;
import dev.semblance.image.plain.RasterPixels;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;

/// Decodes a page of a TIFF through TwelveMonkeys' reader.
final class TiffDecoder {
  private static final int BITS_PER_SAMPLE = 258;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_LENGTH = 323;
  private static final int SAMPLE_FORMAT = 339;

  /// A band, the colours, the same with alpha, and all of them turned upright.
  private static final int WORK_BYTES = 1 + 3 + 4 + 4;

  private static final long UNSIGNED_SAMPLES = 1;
  private static final int MOST_BITS = 16;

  private final Encoded file;
  private final DecodeBounds bounds;
  private final ImageReader reader;

  private final int page;

  private TiffDecoder(Encoded file, int page, DecodeBounds bounds, ImageReader reader) {
    this.file = file;
    this.page = page;
    this.bounds = bounds;
    this.reader = reader;
  }

  static DecodedPicture decode(Encoded file, int page, DecodeBounds bounds) {
    try (ImageInputStream in = new ByteArrayImageInputStream(file.bytes())) {
      ImageReader reader = new TIFFImageReaderSpi().createReaderInstance(null);
      try {
        reader.setInput(in, true, false);
        return new TiffDecoder(file, page, bounds, reader).decode();
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
    int width = reader.getWidth(page);
    int height = reader.getHeight(page);
    file.checkPixels(width, height, bounds);
    TIFFImageMetadata tags = (TIFFImageMetadata) reader.getImageMetadata(page);
    checkKind(tags);
    checkMemory(tags, width, height);
    PictureMetadata metadata = PictureMetadata.of(file.bytes());
    return metadata.picture(file, width, height, Pixels.of(RasterPixels.of(read())), 1);
  }

  /// The reader takes associated alpha for straight unless it is asked for the stored type.
  private BufferedImage read() throws IOException {
    ImageTypeSpecifier stored = reader.getRawImageType(page);
    ImageReadParam param = reader.getDefaultReadParam();
    if (stored != null && stored.getColorModel().isAlphaPremultiplied()) {
      param.setDestinationType(stored);
    }
    reader.addIIOReadProgressListener(new Stop());
    BufferedImage image = reader.read(page, param);
    if (file.deadline().passed()) {
      throw file.tooSlow(bounds);
    }
    return image;
  }

  private void checkKind(TIFFImageMetadata tags) {
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

  /// Ends the reading when the time is over.
  private final class Stop implements IIOReadProgressListener {
    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
      if (file.deadline().passed()) {
        source.abort();
      }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
  }
}
