package dev.semblance.image;

import io.github.humbleui.skija.Data;
import io.github.humbleui.skija.EncodeWEBPCompressionMode;
import io.github.humbleui.skija.EncodeWEBPOptions;
import io.github.humbleui.skija.EncoderWEBP;
import io.github.humbleui.skija.Image;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Picture files of every format, made for tests.
final class PictureFiles {
  static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /// Where the first chunk of a PNG ends.
  private static final int AFTER_IHDR = 8 + 25;

  private PictureFiles() {}

  /// Coloured rectangles over each other, of at most 27 colours, the same for the same seed.
  static Pixels drawing(int width, int height, long seed) {
    Random random = new Random(seed);
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < 40; i++) {
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = left + 1 + random.nextInt(width - left);
      int bottom = top + 1 + random.nextInt(height - top);
      byte[] colour = new byte[3];
      for (int c = 0; c < 3; c++) {
        colour[c] = (byte) (random.nextInt(3) * 127);
      }
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          System.arraycopy(colour, 0, rgb, 3 * (y * width + x), 3);
        }
      }
    }
    return new Pixels(width, height, 3, rgb);
  }

  /// The picture as a file with an orientation stores it, after the table of the EXIF standard
  /// (2.32, tag 274): what the first row and the first column are.
  static Pixels stored(Pixels upright, int orientation) {
    int width = orientation <= 4 ? upright.width() : upright.height();
    int height = orientation <= 4 ? upright.height() : upright.width();
    int right = upright.width() - 1;
    int bottom = upright.height() - 1;
    byte[] data = new byte[upright.data().length];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int x =
            switch (orientation) {
              case 1, 4 -> column;
              case 2, 3 -> right - column;
              case 5, 8 -> row;
              default -> right - row;
            };
        int y =
            switch (orientation) {
              case 1, 2 -> row;
              case 3, 4 -> bottom - row;
              case 5, 6 -> column;
              default -> bottom - column;
            };
        int from = (y * upright.width() + x) * upright.channels();
        int to = (row * width + column) * upright.channels();
        System.arraycopy(upright.data(), from, data, to, upright.channels());
      }
    }
    return new Pixels(width, height, upright.channels(), data);
  }

  static byte[] bmp(Pixels picture) {
    return written(buffered(picture), "bmp");
  }

  static byte[] gif(Pixels picture) {
    return written(indexed(picture), "gif");
  }

  /// A GIF of several frames, a tenth of a second each.
  static byte[] animatedGif(Pixels... frames) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Pixels frame : frames) {
        writer.writeToSequence(new IIOImage(indexed(frame), null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// An icon of square pictures, each stored as a PNG.
  static byte[] icon(Pixels... pictures) {
    ByteBuffer directory =
        ByteBuffer.allocate(6 + 16 * pictures.length).order(ByteOrder.LITTLE_ENDIAN);
    directory.putShort((short) 0).putShort((short) 1).putShort((short) pictures.length);
    byte[] body = {};
    for (Pixels picture : pictures) {
      byte[] png = PictureWriter.png(picture);
      directory.put((byte) picture.width()).put((byte) picture.height()).putShort((short) 0);
      directory.putShort((short) 1).putShort((short) 32).putInt(png.length);
      directory.putInt(directory.capacity() + body.length);
      body = joined(body, png);
    }
    return joined(directory.array(), body);
  }

  static byte[] losslessWebp(Pixels picture) {
    EncodeWEBPOptions lossless =
        EncodeWEBPOptions.DEFAULT.withCompressionMode(EncodeWEBPCompressionMode.LOSSLESS);
    try (Image image = PictureWriter.image(picture);
        Data data = EncoderWEBP.encode(image, lossless)) {
      return Objects.requireNonNull(data).getBytes();
    }
  }

  static byte[] lossyWebp(Pixels picture) {
    try (Image image = PictureWriter.image(picture);
        Data data = EncoderWEBP.encode(image, EncodeWEBPOptions.DEFAULT.withQuality(90))) {
      return Objects.requireNonNull(data).getBytes();
    }
  }

  /// A WebP of several frames of one size, a tenth of a second each (WebP Container Specification).
  static byte[] animatedWebp(Pixels... frames) {
    ByteBuffer extended = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    extended.put(latin("VP8X")).putInt(10).putInt(0x02);
    putThreeBytes(extended, frames[0].width() - 1);
    putThreeBytes(extended, frames[0].height() - 1);
    ByteBuffer loop = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
    loop.put(latin("ANIM")).putInt(6);
    byte[] body = joined(extended.array(), loop.array());
    for (Pixels frame : frames) {
      byte[] webp = losslessWebp(frame);
      byte[] picture = Arrays.copyOfRange(webp, 12, webp.length);
      ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
      head.put(latin("ANMF")).putInt(16 + picture.length);
      putThreeBytes(head, 0);
      putThreeBytes(head, 0);
      putThreeBytes(head, frame.width() - 1);
      putThreeBytes(head, frame.height() - 1);
      putThreeBytes(head, 100);
      body = joined(body, head.array(), picture);
    }
    return riff(body);
  }

  /// A lossless WebP with an ICC profile.
  static byte[] webpWithProfile(Pixels picture, byte[] profile) {
    ByteBuffer extended = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    extended.put(latin("VP8X")).putInt(10).putInt(0x20);
    putThreeBytes(extended, picture.width() - 1);
    putThreeBytes(extended, picture.height() - 1);
    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    head.put(latin("ICCP")).putInt(profile.length);
    byte[] padded = Arrays.copyOf(profile, profile.length + profile.length % 2);
    byte[] webp = losslessWebp(picture);
    return riff(
        joined(extended.array(), head.array(), padded, Arrays.copyOfRange(webp, 12, webp.length)));
  }

  private static byte[] riff(byte[] body) {
    ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    header.put(latin("RIFF")).putInt(4 + body.length).put(latin("WEBP"));
    return joined(header.array(), body);
  }

  /// A TIFF in one of the compressions that ImageIO writes.
  static byte[] tiff(Pixels picture, String compression) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
      writer.setOutput(out);
      writer.write(null, new IIOImage(buffered(picture), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// A WebP of one picture made an extended one with an EXIF chunk.
  static byte[] webpWithExif(byte[] webp, Pixels picture, byte[] exif) {
    ByteBuffer extended = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    extended.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x08);
    putThreeBytes(extended, picture.width() - 1);
    putThreeBytes(extended, picture.height() - 1);
    byte[] padded = Arrays.copyOf(exif, exif.length + exif.length % 2);
    ByteBuffer chunk = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    chunk.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length);
    byte[] body =
        joined(extended.array(), Arrays.copyOfRange(webp, 12, webp.length), chunk.array(), padded);
    return riff(body);
  }

  /// A PNG with a chunk more, behind its header.
  static byte[] pngWith(byte[] png, String name, byte[] content) {
    return joined(
        Arrays.copyOf(png, AFTER_IHDR),
        pngChunk(name, content),
        Arrays.copyOfRange(png, AFTER_IHDR, png.length));
  }

  /// A PNG of rows that are written as they are.
  ///
  /// @param colourType of the PNG specification: 0 grey, 2 RGB, 3 palette, 4 and 6 with alpha
  static byte[] png(int width, int height, int depth, int colourType, byte[] rows) {
    int rowBytes = rows.length / height;
    byte[] filtered = new byte[rows.length + height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(rows, y * rowBytes, filtered, y * (rowBytes + 1) + 1, rowBytes);
    }
    return joined(
        pngHeader(width, height, depth, colourType),
        pngChunk("IDAT", deflated(filtered)),
        pngChunk("IEND", new byte[0]));
  }

  static byte[] pngHeader(int width, int height, int depth, int colourType) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) depth)
            .put((byte) colourType)
            .array();
    return joined(PNG_SIGNATURE, pngChunk("IHDR", header));
  }

  static byte[] pngChunk(String name, byte[] content) {
    byte[] named = joined(name.getBytes(StandardCharsets.US_ASCII), content);
    CRC32 crc = new CRC32();
    crc.update(named);
    return ByteBuffer.allocate(named.length + 8)
        .putInt(content.length)
        .put(named)
        .putInt((int) crc.getValue())
        .array();
  }

  /// A JPEG with a segment more, behind its first mark.
  static byte[] jpegWith(byte[] jpeg, int marker, byte[] content) {
    byte[] segment =
        ByteBuffer.allocate(4 + content.length)
            .put((byte) 0xff)
            .put((byte) marker)
            .putShort((short) (2 + content.length))
            .put(content)
            .array();
    return joined(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
    return jpegWith(jpeg, 0xe1, joined(latin("Exif\0\0"), exif));
  }

  static byte[] jpegWithProfile(byte[] jpeg, byte[] profile) {
    return jpegWith(jpeg, 0xe2, joined(latin("ICC_PROFILE\0\1\1"), profile));
  }

  static byte[] pngWithProfile(byte[] png, byte[] profile) {
    return pngWith(png, "iCCP", joined(latin("test\0\0"), deflated(profile)));
  }

  static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(content);
      deflater.finish();
      byte[] buffer = new byte[content.length + 100];
      return Arrays.copyOf(buffer, deflater.deflate(buffer));
    } finally {
      deflater.end();
    }
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] written(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("no writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage buffered(Pixels picture) {
    int width = picture.width();
    BufferedImage image = new BufferedImage(width, picture.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] rgb = picture.data();
    for (int i = 0; i < rgb.length; i += 3) {
      int colour = (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | (rgb[i + 2] & 0xff);
      image.setRGB(i / 3 % width, i / 3 / width, colour);
    }
    return image;
  }

  /// The picture over a palette of the 27 colours of [#drawing].
  static BufferedImage indexed(Pixels picture) {
    byte[][] palette = new byte[3][27];
    for (int i = 0; i < 27; i++) {
      palette[0][i] = (byte) (i / 9 * 127);
      palette[1][i] = (byte) (i / 3 % 3 * 127);
      palette[2][i] = (byte) (i % 3 * 127);
    }
    IndexColorModel model = new IndexColorModel(8, 27, palette[0], palette[1], palette[2]);
    BufferedImage image =
        new BufferedImage(
            picture.width(), picture.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] rgb = picture.data();
    for (int i = 0; i < rgb.length; i += 3) {
      int index =
          (rgb[i] & 0xff) / 127 * 9 + (rgb[i + 1] & 0xff) / 127 * 3 + (rgb[i + 2] & 0xff) / 127;
      image.getRaster().setSample(i / 3 % picture.width(), i / 3 / picture.width(), 0, index);
    }
    return image;
  }

  private static void putThreeBytes(ByteBuffer target, int value) {
    target.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
  }
}
