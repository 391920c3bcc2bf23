package dev.semblance.image.format;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.Optional;

/// An ICC profile of grey, as a table from stored bytes to sRGB.
///
/// Immutable, safe for many threads.
public final class GreyProfile {
  /// Where a profile's header names its colour space, and what it says for grey.
  private static final int SPACE_AT = 16;

  private static final byte[] GREY = {'G', 'R', 'A', 'Y'};

  private final byte[] table = new byte[256];

  private GreyProfile(ColorSpace space) {
    for (int level = 0; level < table.length; level++) {
      float[] rgb = space.toRGB(new float[] {level / 255f});
      table[level] = (byte) Math.round(255 * rgb[0]);
    }
  }

  /// Reads a profile; empty where it is none of grey or cannot be read, in which case pixels stay
  /// as they are.
  public static Optional<GreyProfile> of(byte[] profile) {
    if (profile.length < SPACE_AT + 4
        || !Arrays.equals(profile, SPACE_AT, SPACE_AT + 4, GREY, 0, 4)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new GreyProfile(new ICC_ColorSpace(ICC_Profile.getInstance(profile))));
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  /// Turns grey pixels into sRGB in place; alpha stays.
  ///
  /// @param pixels of three channels, or four with alpha last
  public void apply(byte[] pixels, int channels) {
    for (int i = 0; i < pixels.length; i++) {
      if (channels == 3 || i % 4 != 3) {
        pixels[i] = table[pixels[i] & 0xff];
      }
    }
  }
}
