package dev.semblance.image.plain;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/// Brings a picture of Java's imaging classes to bytes in sRGB.
///
/// Samples are taken as they are stored where the colour space is sRGB, grey or CMYK without a
/// profile, since Java takes grey for linear light and would brighten it.
public final class RasterPixels {
  private final BufferedImage image;
  private final ColorModel model;
  private final Raster raster;
  private final int width;
  private final int height;

  private RasterPixels(BufferedImage image) {
    this.image = image;
    this.model = image.getColorModel();
    this.raster = image.getRaster();
    this.width = image.getWidth();
    this.height = image.getHeight();
  }

  /// The pixels of a picture, three channels where it is opaque.
  public static PlainPicture of(BufferedImage image) {
    return new RasterPixels(image).pixels();
  }

  private PlainPicture pixels() {
    if (model instanceof IndexColorModel) {
      return packed();
    }
    int colours = model.getNumColorComponents();
    byte[] rgb = colours(colours);
    return model.hasAlpha()
        ? withAlpha(rgb, samples(colours))
        : new PlainPicture(width, height, 3, rgb);
  }

  private byte[] colours(int colours) {
    return switch (model.getColorSpace().getType()) {
      case ColorSpace.TYPE_GRAY -> isPlainGrey() ? grey(samples(0)) : converted(colours);
      case ColorSpace.TYPE_RGB ->
          model.getColorSpace().isCS_sRGB() ? interleaved() : converted(colours);
      case ColorSpace.TYPE_CMYK -> isProfiled() ? converted(colours) : cmyk();
      default -> converted(colours);
    };
  }

  private boolean isProfiled() {
    return model.getColorSpace() instanceof ICC_ColorSpace;
  }

  private boolean isPlainGrey() {
    return !isProfiled()
        || model.getColorSpace().equals(ColorSpace.getInstance(ColorSpace.CS_GRAY));
  }

  /// One band, each sample brought to a byte: of 16 bits the high ones, fewer than 8 stretched.
  private byte[] samples(int band) {
    int bits = model.getComponentSize(band);
    int most = (1 << Math.min(bits, 8)) - 1;
    byte[] result = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, band, row);
      for (int x = 0; x < width; x++) {
        int high = bits > 8 ? row[x] >> (bits - 8) : row[x];
        result[y * width + x] = (byte) (high * 255 / most);
      }
    }
    return result;
  }

  private static byte[] grey(byte[] samples) {
    byte[] rgb = new byte[3 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      rgb[3 * i] = samples[i];
      rgb[3 * i + 1] = samples[i];
      rgb[3 * i + 2] = samples[i];
    }
    return rgb;
  }

  private byte[] interleaved() {
    byte[] rgb = new byte[3 * width * height];
    for (int band = 0; band < 3; band++) {
      byte[] samples = samples(band);
      for (int i = 0; i < samples.length; i++) {
        rgb[3 * i + band] = samples[i];
      }
    }
    return rgb;
  }

  /// Each ink takes away its share of what black leaves, as in Pillow's `cmyk2rgb`.
  private byte[] cmyk() {
    byte[] inks = new byte[4 * width * height];
    for (int band = 0; band < 4; band++) {
      byte[] samples = samples(band);
      for (int i = 0; i < samples.length; i++) {
        inks[4 * i + band] = samples[i];
      }
    }
    return cmyk(inks);
  }

  /// @param inks `[height, width, 4]`, 255 for full ink
  static byte[] cmyk(byte[] inks) {
    byte[] rgb = new byte[inks.length / 4 * 3];
    for (int from = 0, to = 0; from < inks.length; from += 4) {
      int light = 255 - (inks[from + 3] & 0xff);
      for (int band = 0; band < 3; band++) {
        int product = (inks[from + band] & 0xff) * light + 128;
        rgb[to++] = (byte) (light - (((product >> 8) + product) >> 8));
      }
    }
    return rgb;
  }

  private byte[] converted(int colours) {
    ColorSpace target = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    Raster result =
        new ColorConvertOp(model.getColorSpace(), target, null).filter(colourBands(colours), null);
    byte[] rgb = new byte[3 * width * height];
    int[] row = new int[3 * width];
    int to = 0;
    for (int y = 0; y < height; y++) {
      result.getPixels(0, y, width, 1, row);
      for (int sample : row) {
        rgb[to++] = (byte) sample;
      }
    }
    return rgb;
  }

  /// The colours without alpha. Bytes are copied, since Java's conversion refuses those that have
  /// others between them.
  private Raster colourBands(int colours) {
    Raster bands =
        raster.createChild(0, 0, width, height, 0, 0, IntStream.range(0, colours).toArray());
    if (!model.hasAlpha() || raster.getTransferType() != DataBuffer.TYPE_BYTE) {
      return bands;
    }
    WritableRaster alone =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, colours, null);
    alone.setRect(bands);
    return alone;
  }

  private PlainPicture withAlpha(byte[] rgb, byte[] alpha) {
    byte[] rgba = new byte[4 * alpha.length];
    boolean opaque = true;
    for (int i = 0; i < alpha.length; i++) {
      int opacity = alpha[i] & 0xff;
      opaque &= opacity == 255;
      for (int c = 0; c < 3; c++) {
        int colour = rgb[3 * i + c] & 0xff;
        boolean divide = model.isAlphaPremultiplied() && opacity != 0;
        rgba[4 * i + c] = (byte) (divide ? Math.min(255, 255 * colour / opacity) : colour);
      }
      rgba[4 * i + 3] = alpha[i];
    }
    return opaque
        ? new PlainPicture(width, height, 3, rgb)
        : new PlainPicture(width, height, 4, rgba);
  }

  private PlainPicture packed() {
    byte[] rgb = new byte[3 * width * height];
    byte[] alpha = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        alpha[i] = (byte) (row[x] >> 24);
        rgb[3 * i] = (byte) (row[x] >> 16);
        rgb[3 * i + 1] = (byte) (row[x] >> 8);
        rgb[3 * i + 2] = (byte) row[x];
      }
    }
    return withAlpha(rgb, alpha);
  }
}
