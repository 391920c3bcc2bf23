package dev.semblance.drawing;

import dev.semblance.image.Pixels;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.FilterMipmap;
import io.github.humbleui.skija.FilterMode;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.MipmapMode;
import io.github.humbleui.skija.Pixmap;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.types.Rect;
import java.nio.ByteBuffer;

/// Between our pixels and Skia's. Stateless, safe for many threads.
public final class Raster {
  /// Smooth for both enlarging and shrinking.
  static final SamplingMode SMOOTH = new FilterMipmap(FilterMode.LINEAR, MipmapMode.LINEAR);

  private Raster() {}

  /// A copy as a Skia image; the caller closes it.
  static Image image(Pixels pixels) {
    ImageInfo info =
        new ImageInfo(
            pixels.width(), pixels.height(), ColorType.RGBA_8888, ColorAlphaType.UNPREMUL);
    return Image.makeRasterFromBytes(info, rgba(pixels), pixels.width() * 4L);
  }

  private static byte[] rgba(Pixels pixels) {
    int n = pixels.width() * pixels.height();
    int channels = pixels.channels();
    byte[] from = pixels.data();
    byte[] to = new byte[4 * n];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < 3; c++) {
        to[4 * i + c] = from[channels * i + (channels == 1 ? 0 : c)];
      }
      to[4 * i + 3] = channels == 4 ? from[4 * i + 3] : (byte) 255;
    }
    return to;
  }

  /// The picture at another size as RGB, what is transparent on white.
  public static Pixels scaled(Pixels pixels, int width, int height) {
    ImageInfo info = new ImageInfo(width, height, ColorType.RGBA_8888, ColorAlphaType.PREMUL);
    try (Surface surface = Surface.makeRaster(info);
        Image image = image(pixels)) {
      surface.getCanvas().clear(0xFFFFFFFF);
      Rect all = Rect.makeWH(pixels.width(), pixels.height());
      surface.getCanvas().drawImageRect(image, all, Rect.makeWH(width, height), SMOOTH, null, true);
      return read(surface);
    }
  }

  /// The RGB of an opaque surface.
  static Pixels read(Surface surface) {
    int n = surface.getWidth() * surface.getHeight();
    byte[] rgb = new byte[3 * n];
    try (Pixmap pixmap = new Pixmap()) {
      if (!surface.peekPixels(pixmap)) {
        throw new IllegalStateException("a raster surface gave no pixels");
      }
      ByteBuffer rgba = pixmap.getBuffer();
      for (int i = 0; i < n; i++) {
        rgba.get(4 * i, rgb, 3 * i, 3);
      }
    }
    return new Pixels(surface.getWidth(), surface.getHeight(), 3, rgb);
  }
}
