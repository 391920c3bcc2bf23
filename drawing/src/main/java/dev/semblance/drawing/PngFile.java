package dev.semblance.drawing;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.ColorAlphaType;
import io.github.humbleui.skija.ColorType;
import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncoderPNG;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.ImageInfo;
import io.github.humbleui.skija.Surface;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Consumer;

/// What is painted, as PNG. Stateless.
final class PngFile {
  private PngFile() {}

  /// A picture of this size, painted by `painting`, as the bytes of a PNG file.
  static byte[] paint(int width, int height, Consumer<Canvas> painting) {
    ImageInfo info = new ImageInfo(width, height, ColorType.RGBA_8888, ColorAlphaType.OPAQUE);
    try (Surface surface = Surface.makeRaster(info)) {
      painting.accept(surface.getCanvas());
      try (Image image = surface.makeImageSnapshot();
          Data data = EncoderPNG.encode(image)) {
        return Objects.requireNonNull(data, "PNG encoding failed").getBytes();
      }
    }
  }

  /// Writes a file whole or not at all: first beside its place, then moved there.
  ///
  /// @param what it is, for the complaint
  /// @throws UncheckedIOException if it cannot be written
  static void write(byte[] png, Path file, String what) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.write(part, png);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(part);
      throw new UncheckedIOException(target + ": " + what + " could not be written", e);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The first failure is the one to report; a rest of it may stay.
    }
  }
}
