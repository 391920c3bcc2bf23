package dev.semblance.gallery.brush;

import dev.semblance.image.Pixels;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncodeJPEGOptions;
import io.github.humbleui.skija.EncoderJPEG;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Pixmap;
import io.github.humbleui.skija.Surface;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/// Where a picture is painted, from an empty canvas to pixels or a file. Safe for many threads.
public final class Studio {
  private static final int MAX_SIDE = 8192;

  private Studio() {}

  /// RGB pixels of what `painter` paints.
  public static Pixels pixels(int width, int height, long seed, Consumer<Art> painter) {
    return paint(width, height, seed, painter, surface -> read(surface, width, height));
  }

  /// The same as a JPEG file of quality 92.
  public static byte[] jpeg(int width, int height, long seed, Consumer<Art> painter) {
    return paint(width, height, seed, painter, Studio::encode);
  }

  private static <T> T paint(
      int width, int height, long seed, Consumer<Art> painter, Function<Surface, T> finish) {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException(
          "a drawing of " + width + " x " + height + " was asked for; sides are 1 to " + MAX_SIDE);
    }
    ImageInfo info = new ImageInfo(width, height, ColorType.RGBA_8888, ColorAlphaType.PREMUL);
    try (Surface surface = Surface.makeRaster(info)) {
      surface.getCanvas().clear(Tone.WHITE);
      Art art = new Art(surface, new Dice(seed));
      painter.accept(art);
      return finish.apply(surface);
    }
  }

  private static byte[] encode(Surface surface) {
    try (Image image = surface.makeImageSnapshot();
        Data data = EncoderJPEG.encode(image, EncodeJPEGOptions.DEFAULT.withQuality(92))) {
      return Objects.requireNonNull(data, "JPEG encoding failed").getBytes();
    }
  }

  private static Pixels read(Surface surface, int width, int height) {
    byte[] rgb = new byte[width * height * 3];
    try (Pixmap pixmap = new Pixmap()) {
      if (!surface.peekPixels(pixmap)) {
        throw new IllegalStateException("a raster surface gave no pixels");
      }
      ByteBuffer rgba = pixmap.getBuffer();
      for (int i = 0; i < width * height; i++) {
        rgb[3 * i] = rgba.get(4 * i);
        rgb[3 * i + 1] = rgba.get(4 * i + 1);
        rgb[3 * i + 2] = rgba.get(4 * i + 2);
      }
    }
    return new Pixels(width, height, 3, rgb);
  }
}
