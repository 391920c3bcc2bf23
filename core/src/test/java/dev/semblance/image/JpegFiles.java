package dev.semblance.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// JPEG files of the kinds that Skia does not write.
final class JpegFiles {
  private JpegFiles() {}

  static byte[] progressive(Pixels picture) {
    return written(new IIOImage(PictureFiles.buffered(picture), null, null), true);
  }

  /// Four channels as they are, without any marker that says what they mean.
  ///
  /// @param data `[height, width, 4]`
  static byte[] fourChannels(int width, int height, byte[] data) {
    WritableRaster raster =
        Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, width, height, 4, null);
    raster.setDataElements(0, 0, width, height, data);
    return written(new IIOImage(raster, null, null), false);
  }

  static byte[] grey(Pixels picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), picture.data());
    return written(new IIOImage(image, null, null), false);
  }

  /// Adobe's marker, which says how the channels were turned before they were compressed: 0 not at
  /// all, 2 as YCCK.
  static byte[] withAdobeMarker(byte[] jpeg, int transform) {
    byte[] marker = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
    return PictureFiles.jpegWith(jpeg, 0xee, marker);
  }

  /// Overwrites the size in the frame header.
  static void setSize(byte[] jpeg, int width, int height) {
    ByteBuffer buffer = ByteBuffer.wrap(jpeg);
    int at = 2;
    while ((jpeg[at + 1] & 0xf0) != 0xc0 || (jpeg[at + 1] & 0xff) == 0xc4) {
      at += 2 + Short.toUnsignedInt(buffer.getShort(at + 2));
    }
    buffer.putShort(at + 5, (short) height).putShort(at + 7, (short) width);
  }

  private static byte[] written(IIOImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.97f);
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(out);
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
