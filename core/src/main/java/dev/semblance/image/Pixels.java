package dev.semblance.image;

import java.util.Locale;

/// A decoded picture in memory: 8 bits a channel, interleaved, rows from the top, no padding.
///
/// The array is handed over, not copied: do not change it afterwards. With that, safe for many
/// threads.
public final class Pixels {
  private final int width;
  private final int height;
  private final int channels;
  private final byte[] data;

  /// @param channels 1 (grey), 3 (RGB) or 4 (RGB and straight alpha)
  /// @param data `[height, width, channels]`, unsigned bytes; kept, not copied
  public Pixels(int width, int height, int channels, byte[] data) {
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
}
