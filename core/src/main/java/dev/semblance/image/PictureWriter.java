package dev.semblance.image;

import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncodeJPEGOptions;
import io.github.humbleui.skija.EncodePNGOptions;
import io.github.humbleui.skija.EncoderJPEG;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import org.jspecify.annotations.Nullable;

/// Writes pictures as the bytes of PNG and JPEG files.
///
/// Colours are sRGB and no profile is written. Stateless, safe for many threads.
public final class PictureWriter {
  private PictureWriter() {}

  /// A PNG: grey, RGB or RGBA as the picture is, to the byte.
  public static byte[] png(Pixels picture) {
    try (Image image = image(picture);
        Data data = EncoderPNG.encode(image, EncodePNGOptions.DEFAULT)) {
      return bytes(data);
    }
  }

  /// A JPEG; what is transparent is laid over white.
  ///
  /// @param quality 0 to 100; chroma is halved in both directions below 100
  public static byte[] jpeg(Pixels picture, int quality) {
    checkQuality(quality);
    try (Image image = image(picture.overWhite());
        Data data = EncoderJPEG.encode(image, EncodeJPEGOptions.DEFAULT.withQuality(quality))) {
      return bytes(data);
    }
  }

  private static byte[] bytes(@Nullable Data data) {
    if (data == null) {
      throw new IllegalStateException("Skia cannot encode the picture");
    }
    return data.getBytes();
  }

  private static void checkQuality(int quality) {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality must be 0 to 100, got " + quality);
    }
  }

  static Image image(Pixels picture) {
    int width = picture.width();
    int height = picture.height();
    return switch (picture.channels()) {
      case 1 -> {
        ImageInfo grey = new ImageInfo(width, height, ColorType.GRAY_8, ColorAlphaType.OPAQUE);
        yield Image.makeRasterFromBytes(grey, picture.data(), width);
      }
      case 3 -> {
        ImageInfo rgb = new ImageInfo(width, height, ColorType.RGBA_8888, ColorAlphaType.OPAQUE);
        yield Image.makeRasterFromBytes(rgb, withAlpha(picture.data()), 4L * width);
      }
      default -> {
        ImageInfo rgba = new ImageInfo(width, height, ColorType.RGBA_8888, ColorAlphaType.UNPREMUL);
        yield Image.makeRasterFromBytes(rgba, picture.data(), 4L * width);
      }
    };
  }

  private static byte[] withAlpha(byte[] rgb) {
    byte[] rgba = new byte[rgb.length / 3 * 4];
    for (int from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
      rgba[to] = rgb[from];
      rgba[to + 1] = rgb[from + 1];
      rgba[to + 2] = rgb[from + 2];
      rgba[to + 3] = (byte) 255;
    }
    return rgba;
  }
}
