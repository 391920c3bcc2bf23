package dev.semblance.image.plain;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the channels of a PSD mean.
enum PsdMode {
  BITMAP(0, 1),
  GREY(1, 1),
  INDEXED(2, 1),
  RGB(3, 3),
  CMYK(4, 4),
  /// Its inks are not in the picture: shown as grey, as the specification advises.
  DUOTONE(8, 1),
  LAB(9, 3);

  private static final int PALETTE_SIZE = 256;

  private final int number;
  private final int colours;

  PsdMode(int number, int colours) {
    this.number = number;
    this.colours = colours;
  }

  static PsdMode of(int number) throws UnsupportedKindException {
    for (PsdMode mode : values()) {
      if (mode.number == number) {
        return mode;
      }
    }
    throw new UnsupportedKindException("a PSD of colour mode " + number);
  }

  int colours() {
    return colours;
  }

  /// A picture in planes.
  ///
  /// @param bytes a plane a channel, each `[height, width]`; CMYK is stored inverted
  /// @param palette reds, then greens, then blues
  @SuppressWarnings("ArrayRecordComponent") // handed from here to there, never compared
  record Planes(int width, int height, byte[][] bytes, byte[] palette, byte[] profile) {}

  PlainPicture picture(Planes planes, byte @Nullable [] alpha) {
    byte[] rgb =
        switch (this) {
          case INDEXED -> coloured(planes);
          case LAB -> new LabColours().rgb(planes.bytes);
          case BITMAP, GREY, DUOTONE, RGB, CMYK -> profiled(planes);
        };
    return alpha == null
        ? new PlainPicture(planes.width, planes.height, 3, rgb)
        : withAlpha(planes, rgb, alpha);
  }

  private static byte[] coloured(Planes planes) {
    byte[] indices = planes.bytes[0];
    byte[] rgb = new byte[3 * indices.length];
    for (int i = 0; i < indices.length; i++) {
      for (int c = 0; c < 3; c++) {
        int at = c * PALETTE_SIZE + (indices[i] & 0xff);
        rgb[3 * i + c] = at < planes.palette.length ? planes.palette[at] : 0;
      }
    }
    return rgb;
  }

  /// Interleaves the colours and leaves the rest to [RasterPixels].
  private byte[] profiled(Planes planes) {
    int pixels = planes.width * planes.height;
    byte[] data = new byte[colours * pixels];
    for (int c = 0; c < colours; c++) {
      byte[] plane = planes.bytes[c];
      for (int i = 0; i < pixels; i++) {
        data[i * colours + c] = (byte) (this == CMYK ? ~plane[i] : plane[i]);
      }
    }
    Optional<ColorSpace> space = profile(planes.profile);
    if (space.isEmpty() && this == CMYK) {
      return RasterPixels.cmyk(data);
    }
    int kind = this == RGB ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY;
    ColorSpace known = space.orElseGet(() -> ColorSpace.getInstance(kind));
    ComponentColorModel model =
        new ComponentColorModel(
            known, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    WritableRaster raster =
        Raster.createWritableRaster(
            layout(planes), new DataBufferByte(data, data.length), new Point());
    return RasterPixels.of(new BufferedImage(model, raster, false, null)).data();
  }

  private PixelInterleavedSampleModel layout(Planes planes) {
    int[] bands = new int[colours];
    for (int c = 0; c < colours; c++) {
      bands[c] = c;
    }
    return new PixelInterleavedSampleModel(
        DataBuffer.TYPE_BYTE, planes.width, planes.height, colours, colours * planes.width, bands);
  }

  /// The colour space of a profile that fits the channels; empty where it does not, or is broken.
  private Optional<ColorSpace> profile(byte[] profile) {
    if (profile.length == 0) {
      return Optional.empty();
    }
    try {
      ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
      return space.getNumComponents() == colours ? Optional.of(space) : Optional.empty();
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  private static PlainPicture withAlpha(Planes planes, byte[] rgb, byte[] alpha) {
    byte[] rgba = new byte[4 * alpha.length];
    for (int i = 0; i < alpha.length; i++) {
      System.arraycopy(rgb, 3 * i, rgba, 4 * i, 3);
      rgba[4 * i + 3] = alpha[i];
    }
    return new PlainPicture(planes.width, planes.height, 4, rgba);
  }
}
