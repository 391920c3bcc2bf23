package dev.semblance.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Small files that other programs made (`samples/make.sh` says how).
final class SampleFiles {
  private SampleFiles() {}

  static byte[] bytes(String name) {
    try (InputStream in =
        Objects.requireNonNull(SampleFiles.class.getResourceAsStream("samples/" + name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Pixels decoded(String name) {
    return new PictureDecoder().decode(bytes(name), name, DecodeBounds.full()).pixels();
  }
}
