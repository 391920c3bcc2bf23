package dev.semblance.library;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Picture files for tests.
public final class Drawn {
  private static final int SIDE = 24;

  private Drawn() {}

  /// A picture of one colour, with a mark that makes its content its own.
  ///
  /// @param rgb as 0xRRGGBB
  /// @param mark any number; pictures with the same colour and mark have the same bytes
  public static byte[] png(int rgb, int mark) {
    return encoded(picture(rgb, mark), "png");
  }

  public static byte[] jpeg(int rgb, int mark) {
    return encoded(picture(rgb, mark), "jpg");
  }

  /// Writes a PNG of one colour.
  public static Path write(Path file, int rgb, int mark) {
    return write(file, png(rgb, mark));
  }

  /// Writes any bytes, making the folders on the way.
  public static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// 24 x 24 pixels; the mark is in the lowest bit of the blue of the first 32 pixels.
  private static BufferedImage picture(int rgb, int mark) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(new Color(rgb));
    graphics.fillRect(0, 0, SIDE, SIDE);
    graphics.dispose();
    for (int bit = 0; bit < 32; bit++) {
      int flipped = (mark >>> bit) & 1;
      picture.setRGB(bit % SIDE, bit / SIDE, rgb ^ flipped);
    }
    return picture;
  }

  private static byte[] encoded(BufferedImage picture, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format, bytes)) {
        throw new IllegalStateException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
