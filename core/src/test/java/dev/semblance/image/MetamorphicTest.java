package dev.semblance.image;

import static dev.semblance.image.PictureFiles.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same picture in every format and orientation gives one tensor.
class MetamorphicTest {
  private static final long SEED = 7;
  private static final int JPEG_QUALITY = 92;

  private final Pixels picture = PictureFiles.drawing(90, 67, SEED);
  private final float[] expected = tensor(picture);

  @Test
  void formats_without_orientation_give_the_tensor_of_the_pixels() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("PNG", PictureWriter.png(picture));
    files.put("BMP", PictureFiles.bmp(picture));
    files.put("GIF", PictureFiles.gif(picture));
    files.put("WEBP", PictureFiles.losslessWebp(picture));
    files.put("TIFF", TiffBuilder.of(picture).build());
    files.put("PNG with a palette", PictureFiles.written(PictureFiles.indexed(picture), "png"));
    files.put("TIFF of ImageIO", PictureFiles.written(PictureFiles.buffered(picture), "tiff"));
    for (String compression : new String[] {"LZW", "ZLib", "PackBits"}) {
      files.put("TIFF by " + compression, PictureFiles.tiff(picture, compression));
    }
    files.put("PNM of bytes", PlainFiles.ppm(picture));
    files.put("PNM of text", PlainFiles.textPpm(picture));
    files.put("PNM of 16 bits", PlainFiles.ppm16(picture));
    files.put("PNM as PAM", PlainFiles.pam(picture));
    files.put("PSD", PlainFiles.psd(picture));
    files.put("PSD of runs", new PlainFiles.Psd(picture, 3).packed().build());
    files.put("PSD of 16 bits", new PlainFiles.Psd(picture, 3).sixteenBits().build());
    files.put("PSD as PSB", new PlainFiles.Psd(picture, 3).large().packed().build());
    files.put("GIF of two frames", PictureFiles.animatedGif(picture, picture));
    files.put("WEBP of two frames", PictureFiles.animatedWebp(picture, picture));
    files.put("ICO", PictureFiles.icon(picture));
    files.put("PNG of 16 bits", PictureFiles.png(90, 67, 16, 2, PlainFiles.wide(picture.data())));

    files.forEach((name, bytes) -> {
      DecodedPicture decoded = decode(bytes, name);
      assertThat(decoded.info().format()).as(name).isEqualTo(name.split(" ")[0]);
      assertThat(tensor(decoded.pixels())).as(name).isEqualTo(expected);
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_orientation_gives_the_tensor_of_the_upright_picture(int orientation) {
    Pixels turned = stored(picture, orientation);
    byte[] exif = TiffBuilder.orientation(orientation);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("PNG", PictureFiles.pngWith(PictureWriter.png(turned), "eXIf", exif));
    files.put("WEBP", PictureFiles.webpWithExif(PictureFiles.losslessWebp(turned), turned, exif));
    files.put("TIFF", TiffBuilder.of(turned).shorts(TiffBuilder.ORIENTATION, orientation).build());

    files.forEach((name, bytes) -> {
      DecodedPicture decoded = decode(bytes, name);
      assertThat(decoded.info().width()).as(name).isEqualTo(90);
      assertThat(decoded.info().height()).as(name).isEqualTo(67);
      assertThat(tensor(decoded.pixels())).as(name).isEqualTo(expected);
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void lossy_formats_in_every_orientation_come_near_the_tensor_of_the_upright_picture(
      int orientation) {
    Pixels turned = stored(picture, orientation);
    byte[] exif = TiffBuilder.orientation(orientation);
    byte[] jpeg = PictureWriter.jpeg(turned, JPEG_QUALITY);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("JPEG", PictureFiles.jpegWithExif(jpeg, exif));
    files.put("JPEG in scans", PictureFiles.jpegWithExif(JpegFiles.progressive(turned), exif));
    files.put("WEBP", PictureFiles.webpWithExif(PictureFiles.lossyWebp(turned), turned, exif));
    files.put("RAW", RawFiles.nef(jpeg, jpeg, orientation));

    files.forEach((name, bytes) -> {
      DecodedPicture decoded = decode(bytes, name);
      assertThat(decoded.info().format()).as(name).isEqualTo(name.split(" ")[0]);
      assertThat(Tensors.cosine(tensor(decoded.pixels()), expected))
          .as("%s, orientation %d", name, orientation)
          .isGreaterThan(0.99);
    });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_jpeg_with_an_orientation_is_its_stored_picture_turned(int orientation) {
    byte[] jpeg = PictureWriter.jpeg(stored(picture, orientation), JPEG_QUALITY);
    byte[] exif =
        new TiffBuilder(ByteOrder.LITTLE_ENDIAN)
            .shorts(TiffBuilder.ORIENTATION, orientation)
            .build();

    Pixels plain = decode(jpeg, "plain").pixels();
    Pixels upright = decode(PictureFiles.jpegWithExif(jpeg, exif), "tagged").pixels();

    assertThat(stored(upright, orientation).data()).isEqualTo(plain.data());
  }

  private static DecodedPicture decode(byte[] bytes, String name) {
    return new PictureDecoder().decode(bytes, name, DecodeBounds.full());
  }

  private static float[] tensor(Pixels pixels) {
    return Tensors.of(pixels);
  }
}
