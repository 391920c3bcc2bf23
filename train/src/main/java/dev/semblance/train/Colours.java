package dev.semblance.train;

import dev.semblance.image.Pixels;

/// Any picture as plain RGB bytes.
final class Colours {
  private Colours() {}

  /// `[height, width, 3]`: grey three times, transparency left out.
  static byte[] rgb(Pixels pixels) {
    if (pixels.channels() == 3) {
      return pixels.data();
    }
    int count = pixels.width() * pixels.height();
    byte[] rgb = new byte[count * 3];
    for (int i = 0; i < count; i++) {
      for (int channel = 0; channel < 3; channel++) {
        int from = pixels.channels() == 1 ? i : i * 4 + channel;
        rgb[i * 3 + channel] = pixels.data()[from];
      }
    }
    return rgb;
  }
}
