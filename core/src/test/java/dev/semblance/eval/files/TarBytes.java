package dev.semblance.eval.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// A tar file record by record (POSIX.1-1988, ustar).
final class TarBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// A plain file.
  TarBytes file(String name, String content) {
    return record(name, "", '0', content);
  }

  /// @param prefix put in front of the name; may be empty
  /// @param type a zero byte or `0` for a plain file
  TarBytes record(String name, String prefix, char type, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, String.format(Locale.ROOT, "%011o", bytes.length));
    header[156] = (byte) type;
    put(header, 257, "ustar\00000");
    put(header, 345, prefix);
    out.writeBytes(header);
    out.writeBytes(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
    return this;
  }

  /// A header alone, whose size is written so.
  TarBytes sized(String name, String size) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, size);
    header[156] = '0';
    out.writeBytes(header);
    return this;
  }

  /// With the two blocks of zeros that end it.
  byte[] build() {
    return Arrays.copyOf(out.toByteArray(), out.size() + 1024);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
