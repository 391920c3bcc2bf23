package dev.semblance.image;

import static dev.semblance.image.PictureFiles.joined;
import static dev.semblance.image.PictureFiles.latin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;

/// PNM and PSD files written by hand.
final class PlainFiles {
  private PlainFiles() {}

  /// P6.
  static byte[] ppm(Pixels rgb) {
    return joined(
        latin("P6 # written by hand\n" + rgb.width() + " " + rgb.height() + "\n255\n"), rgb.data());
  }

  /// P3, whose numbers are text.
  static byte[] textPpm(Pixels rgb) {
    StringBuilder text =
        new StringBuilder("P3\n" + rgb.width() + "\n" + rgb.height() + "\n# most\n255\n");
    for (byte sample : rgb.data()) {
      text.append(sample & 0xff).append(text.length() % 7 == 0 ? '\n' : ' ');
    }
    return latin(text.toString());
  }

  /// P7.
  static byte[] pam(Pixels pixels) {
    String head =
        String.format(
            Locale.ROOT,
            "P7\nWIDTH %d\nHEIGHT %d\nDEPTH %d\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n",
            pixels.width(),
            pixels.height(),
            pixels.channels());
    return joined(latin(head), pixels.data());
  }

  /// P6 of 16 bits, each byte twice.
  static byte[] ppm16(Pixels rgb) {
    return joined(latin("P6\n" + rgb.width() + " " + rgb.height() + " 65535\n"), wide(rgb.data()));
  }

  /// Each byte as two, the low one the same.
  static byte[] wide(byte[] samples) {
    byte[] wide = new byte[2 * samples.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = samples[i / 2];
    }
    return wide;
  }

  /// A PSD without layers.
  static byte[] psd(Pixels pixels) {
    return new Psd(pixels, pixels.channels() == 1 ? 1 : 3).build();
  }

  /// The parts of a PSD that tests change.
  static final class Psd {
    private final Pixels pixels;
    private final int mode;
    private int depth = 8;
    private boolean packed;
    private boolean large;
    private boolean transparent;
    private byte[] palette = {};
    private byte[] profile = {};

    /// @param mode 1 grey, 2 indexed, 3 RGB, 4 CMYK, 9 Lab
    Psd(Pixels pixels, int mode) {
      this.pixels = pixels;
      this.mode = mode;
    }

    Psd sixteenBits() {
      depth = 16;
      return this;
    }

    Psd packed() {
      packed = true;
      return this;
    }

    Psd large() {
      large = true;
      return this;
    }

    Psd transparent() {
      transparent = true;
      return this;
    }

    Psd palette(byte[] newPalette) {
      palette = newPalette;
      return this;
    }

    Psd profile(byte[] newProfile) {
      profile = newProfile;
      return this;
    }

    byte[] build() {
      ByteBuffer head = ByteBuffer.allocate(26);
      head.put(latin("8BPS")).putShort((short) (large ? 2 : 1)).position(12);
      head.putShort((short) pixels.channels()).putInt(pixels.height()).putInt(pixels.width());
      head.putShort((short) depth).putShort((short) mode);
      byte[] padded = joined(profile, new byte[profile.length % 2]);
      byte[] resource =
          profile.length == 0
              ? profile
              : joined(latin("8BIM\u0004\u000f\0\0"), RawFiles.number(profile.length), padded);
      byte[] layers = transparent ? layers() : new byte[large ? 8 : 4];
      return joined(
          head.array(), block(palette), block(resource), layers, packed ? rows() : planes());
    }

    private static byte[] block(byte[] content) {
      return joined(RawFiles.number(content.length), content);
    }

    /// One layer's count below zero, and nothing of the layer.
    private byte[] layers() {
      byte[] count = {(byte) 0xff, (byte) 0xff, 0, 0};
      byte[] high = large ? new byte[4] : new byte[0];
      byte[] information = joined(high, RawFiles.number(count.length), count);
      return joined(high, RawFiles.number(information.length), information);
    }

    private byte[] plane(int channel) {
      byte[] plane = new byte[pixels.width() * pixels.height()];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = pixels.data()[i * pixels.channels() + channel];
      }
      return depth == 16 ? wide(plane) : plane;
    }

    private byte[] planes() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(new byte[2]);
      for (int channel = 0; channel < pixels.channels(); channel++) {
        out.writeBytes(plane(channel));
      }
      return out.toByteArray();
    }

    private byte[] rows() {
      ByteArrayOutputStream lengths = new ByteArrayOutputStream();
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      int rowBytes = pixels.width() * depth / 8;
      for (int channel = 0; channel < pixels.channels(); channel++) {
        byte[] plane = plane(channel);
        for (int y = 0; y < pixels.height(); y++) {
          byte[] row = packed(plane, y * rowBytes, rowBytes);
          byte[] length = RawFiles.number(row.length);
          lengths.write(length, large ? 0 : 2, large ? 4 : 2);
          rows.writeBytes(row);
        }
      }
      return joined(new byte[] {0, 1}, lengths.toByteArray(), rows.toByteArray());
    }

    /// Runs of equal bytes shortened, all others one by one.
    private static byte[] packed(byte[] plane, int from, int length) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int at = 0; at < length; ) {
        int run = 1;
        while (run < 128 && at + run < length && plane[from + at + run] == plane[from + at]) {
          run++;
        }
        out.write(run == 1 ? 0 : 1 - run);
        out.write(plane[from + at]);
        at += run;
      }
      return out.toByteArray();
    }
  }
}
