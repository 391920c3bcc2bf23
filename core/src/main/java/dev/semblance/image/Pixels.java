package dev.semblance.image;

import dev.semblance.image.plain.PlainPicture;
import java.util.Locale;
import java.util.Optional;

/// A decoded picture in memory: 8 bits a channel, interleaved, rows from the top, no padding.
///
/// The array is handed over, not copied: do not change it afterwards. With that, safe for many
/// threads.
public final class Pixels {
  private final int width;
  private final int height;
  private final int channels;
  private final byte[] data;
  private final Optional<Original> original;

  /// @param channels 1 (grey), 3 (RGB) or 4 (RGB and straight alpha)
  /// @param data `[height, width, channels]`, unsigned bytes; kept, not copied
  public Pixels(int width, int height, int channels, byte[] data) {
    this(width, height, channels, data, Optional.empty());
  }

  private Pixels(int width, int height, int channels, byte[] data, Optional<Original> original) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "picture is " + width + " x " + height + "; both sides must be at least 1");
    }
    if (channels != 1 && channels != 3 && channels != 4) {
      throw new IllegalArgumentException("channels must be 1, 3 or 4, got " + channels);
    }
    if (data.length != (long) width * height * channels) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a picture of %d x %d x %d needs %d bytes, got %d",
              width,
              height,
              channels,
              (long) width * height * channels,
              data.length));
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.data = data;
    this.original = original;
  }

  static Pixels of(PlainPicture picture) {
    return new Pixels(picture.width(), picture.height(), picture.channels(), picture.data());
  }

  /// The same pixels as what was decoded of a larger picture.
  public Pixels reducedFrom(Original larger) {
    return new Pixels(width, height, channels, data, Optional.of(larger));
  }

  /// The larger picture that these pixels were decoded from at a reduced scale; empty where they
  /// are all of it.
  ///
  /// A preprocessing follows the proportions of the original, so that the rounding of a reduced
  /// side does not move the picture.
  public Optional<Original> original() {
    return original;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int channels() {
    return channels;
  }

  /// The bytes themselves, `[height, width, channels]`: not a copy, not to be changed.
  public byte[] data() {
    return data;
  }

  /// The picture without its alpha, colours as they are stored; itself where it has none.
  public Pixels withoutAlpha() {
    if (channels != 4) {
      return this;
    }
    byte[] rgb = new byte[3 * width * height];
    for (int from = 0, to = 0; from < data.length; from += 4, to += 3) {
      rgb[to] = data[from];
      rgb[to + 1] = data[from + 1];
      rgb[to + 2] = data[from + 2];
    }
    return new Pixels(width, height, 3, rgb, original);
  }

  /// The picture laid over white, as Pillow's `Image.paste` with the alpha as mask does; itself
  /// where it has no alpha.
  public Pixels overWhite() {
    if (channels != 4) {
      return this;
    }
    byte[] rgb = new byte[3 * width * height];
    for (int from = 0, to = 0; from < data.length; from += 4, to += 3) {
      int alpha = data[from + 3] & 0xff;
      rgb[to] = overWhite(data[from] & 0xff, alpha);
      rgb[to + 1] = overWhite(data[from + 1] & 0xff, alpha);
      rgb[to + 2] = overWhite(data[from + 2] & 0xff, alpha);
    }
    return new Pixels(width, height, 3, rgb, original);
  }

  /// `BLEND` in Pillow's `src/libImaging/ImagingUtils.h`: the weighted mean over 255, rounded.
  private static byte overWhite(int colour, int alpha) {
    int sum = 255 * (255 - alpha) + colour * alpha + 128;
    return (byte) (((sum >> 8) + sum) >> 8);
  }

  /// A picture that was decoded at a reduced scale.
  ///
  /// @param width in pixels, upright
  /// @param height in pixels, upright
  /// @param covered the part of the reduced pixels that the picture covers: at one edge a pixel may
  ///   lie beyond it in part
  public record Original(int width, int height, Resizer.Box covered) {}
}
