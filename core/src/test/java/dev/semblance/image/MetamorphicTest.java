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
    Preprocessor preprocessor = new Preprocessor(Preprocessing.clip(32));
    float[] result = new float[preprocessor.length()];
    preprocessor.write(pixels, result, 0);
    return result;
  }
}
