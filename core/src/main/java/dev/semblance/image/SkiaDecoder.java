package dev.semblance.image;

import dev.semblance.image.PictureDecoder.Encoded;
import dev.semblance.image.format.GifHeader;
import dev.semblance.image.format.GreyProfile;
import dev.semblance.image.format.PictureFormat;
import dev.semblance.image.format.PictureStructure;
import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Codec;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorSpace;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Pixmap;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decodes JPEG, PNG, GIF, BMP, WebP and ICO through Skia's codecs.
final class SkiaDecoder {
  /// How many frames of an animation are tried until one shows more than a single colour.
  static final int FRAMES_LOOKED_AT = 16;

  /// Three components of two bytes a pixel, the most that the coefficients of a JPEG take.
  private static final int COEFFICIENT_BYTES = 6;

  /// Half again of what `DecodeMeasurement` prints on a Zen 5, for slower machines.
  private static final double NANOS_PER_PIXEL_AND_SCAN = 5;

  private final Encoded file;
  private final DecodeBounds bounds;
  private final PictureStructure structure;
  private final PictureMetadata metadata;

  private SkiaDecoder(Encoded file, DecodeBounds bounds, Optional<PictureMetadata> known) {
    this.file = file;
    this.bounds = bounds;
    this.structure = PictureStructure.of(file.format(), file.bytes());
    this.metadata = known.orElseGet(() -> PictureMetadata.of(structure.exif()));
  }

  /// @param known metadata that come before the file's own
  static DecodedPicture decode(Encoded file, DecodeBounds bounds, Optional<PictureMetadata> known) {
    return new SkiaDecoder(file, bounds, known).decode();
  }

  private DecodedPicture decode() {
    if (file.format() == PictureFormat.JPEG && !structure.complete()) {
      // Skia would take a part of a progressive JPEG for the whole.
      throw file.truncated();
    }
    try (Data data = Data.makeFromBytes(file.bytes());
        Codec codec = open(data)) {
      ImageInfo header = codec.getImageInfo();
      try (ColorSpace _ = header.getColorInfo().getColorSpace()) {
        file.checkPixels(header.getWidth(), header.getHeight(), bounds);
        checkTime((long) header.getWidth() * header.getHeight());
        int reduction = reduction(header.getWidth(), header.getHeight());
        ImageInfo wanted = wanted(header, reduction);
        checkMemory(header, wanted);
        Pixels pixels = read(codec, wanted);
        return metadata.picture(file, header.getWidth(), header.getHeight(), pixels, reduction);
      }
    }
  }

  /// A native decoder cannot be stopped, so its work is estimated: each scan of a progressive JPEG
  /// goes over all of the picture.
  private void checkTime(long pixels) {
    double nanos = (double) pixels * structure.scans() * NANOS_PER_PIXEL_AND_SCAN;
    if (nanos > file.deadline().left().toNanos()) {
      throw file.tooSlow(bounds);
    }
  }

  private Codec open(Data data) {
    try {
      return Codec.makeFromData(data);
    } catch (IllegalArgumentException _) {
      throw broken();
    }
  }

  private UnreadablePictureException broken() {
    return structure.complete() ? file.corrupt() : file.truncated();
  }

  /// What the pixels are decoded to.
  private ImageInfo wanted(ImageInfo header, int reduction) {
    return new ImageInfo(
        DecodeBounds.reduced(header.getWidth(), reduction),
        DecodeBounds.reduced(header.getHeight(), reduction),
        ColorType.RGBA_8888,
        isOpaque(header) ? ColorAlphaType.OPAQUE : ColorAlphaType.UNPREMUL,
        colourSpace());
  }

  private int reduction(int width, int height) {
    if (file.format() != PictureFormat.JPEG) {
      return 1;
    }
    return metadata.orientation().swapsSides()
        ? bounds.reduction(height, width)
        : bounds.reduction(width, height);
  }

  /// The colour space that pixels are brought to: none for a PNG without a profile, since Skia
  /// would follow its gamma and chromaticities. Other formats have a profile or are sRGB.
  private @Nullable ColorSpace colourSpace() {
    boolean asStored =
        file.format() == PictureFormat.PNG
            && structure.pngProfile().length == 0
            && !structure.codePoints();
    return asStored ? null : ColorSpace.getSRGB();
  }

  private static boolean isOpaque(ImageInfo info) {
    return info.getColorAlphaType() == ColorAlphaType.OPAQUE;
  }

  /// Adds up the file here and in Skia, a progressive JPEG's coefficients, Skia's pixels and ours.
  private void checkMemory(ImageInfo header, ImageInfo wanted) {
    long headerPixels = (long) header.getWidth() * header.getHeight();
    long pixels = (long) wanted.getWidth() * wanted.getHeight();
    long coefficients = structure.progressive() ? COEFFICIENT_BYTES * headerPixels : 0;
    int bytesPerPixel = 4 + (isOpaque(wanted) ? 3 : 4);
    file.checkMemory(
        2L * file.bytes().length + coefficients + bytesPerPixel * pixels,
        Integer.MAX_VALUE / 4 < pixels ? bounds.withMaxBytes(1) : bounds);
  }

  private Pixels read(Codec codec, ImageInfo wanted) {
    try (Bitmap bitmap = new Bitmap()) {
      if (!bitmap.allocPixels(wanted)) {
        throw new IllegalStateException("Skia cannot allocate the pixels");
      }
      readFrame(codec, bitmap, 0);
      try (Pixmap pixmap = bitmap.peekPixels()) {
        ByteBuffer buffer = Objects.requireNonNull(pixmap).getBuffer();
        if (isAnimated() && isBlank(buffer)) {
          findFrame(codec, bitmap, buffer);
        }
        Pixels pixels = pixels(bitmap, buffer);
        // Skia leaves out the profile of a grey PNG.
        GreyProfile.of(structure.pngProfile())
            .ifPresent(grey -> grey.apply(pixels.data(), pixels.channels()));
        return pixels;
      }
    }
  }

  private boolean isAnimated() {
    return file.format() == PictureFormat.GIF || file.format() == PictureFormat.WEBP;
  }

  private void readFrame(Codec codec, Bitmap bitmap, int frame) {
    try {
      codec.readPixels(bitmap, frame);
    } catch (IllegalArgumentException _) {
      throw broken();
    }
  }

  /// Leaves the first frame that is not blank in the bitmap, or the first of all.
  private void findFrame(Codec codec, Bitmap bitmap, ByteBuffer buffer) {
    int frames = Math.min(FRAMES_LOOKED_AT, codec.getFrameCount());
    for (int frame = 1; frame < frames && !file.deadline().passed(); frame++) {
      if (isReadable(codec, bitmap, frame) && !isBlank(buffer)) {
        return;
      }
    }
    if (frames > 1) {
      readFrame(codec, bitmap, 0);
    }
  }

  private static boolean isReadable(Codec codec, Bitmap bitmap, int frame) {
    try {
      codec.readPixels(bitmap, frame);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isBlank(ByteBuffer pixels) {
    int first = pixels.getInt(0);
    for (int at = 4; at < pixels.capacity(); at += 4) {
      if (pixels.getInt(at) != first) {
        return false;
      }
    }
    return true;
  }

  private Pixels pixels(Bitmap bitmap, ByteBuffer buffer) {
    int width = bitmap.getWidth();
    int height = bitmap.getHeight();
    if (bitmap.computeIsOpaque()) {
      return new Pixels(width, height, 3, rgb(buffer, width, height));
    }
    byte[] rgba = new byte[4 * width * height];
    buffer.get(0, rgba);
    if (file.format() == PictureFormat.GIF) {
      fillTransparent(rgba, GifHeader.transparentColour(file.bytes()));
    }
    return new Pixels(width, height, 4, rgba);
  }

  private static byte[] rgb(ByteBuffer buffer, int width, int height) {
    byte[] result = new byte[3 * width * height];
    byte[] row = new byte[4 * width];
    int to = 0;
    for (int y = 0; y < height; y++) {
      buffer.get(y * row.length, row);
      for (int from = 0; from < row.length; from += 4, to += 3) {
        result[to] = row[from];
        result[to + 1] = row[from + 1];
        result[to + 2] = row[from + 2];
      }
    }
    return result;
  }

  /// Skia leaves transparent pixels of a GIF black; their stored colour is that of the palette.
  private static void fillTransparent(byte[] rgba, int colour) {
    for (int i = 0; i < rgba.length; i += 4) {
      if (rgba[i + 3] == 0) {
        rgba[i] = (byte) (colour >> 16);
        rgba[i + 1] = (byte) (colour >> 8);
        rgba[i + 2] = (byte) colour;
      }
    }
  }
}
