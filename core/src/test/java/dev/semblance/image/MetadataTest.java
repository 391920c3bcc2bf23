package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.image.PictureInfo.Place;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTest {
  private final Pixels picture = PictureFiles.drawing(40, 30, 3);
  private final byte[] jpeg = PictureWriter.jpeg(picture, 90);

  @Test
  void tells_when_where_and_with_what_a_picture_was_taken() {
    TiffBuilder exif =
        camera("Canon", "Canon EOS 5D Mark IV")
            .shorts(TiffBuilder.ORIENTATION, 6)
            .ascii(TiffBuilder.DATE_TIME, "2021:01:01 00:00:00")
            .directory(
                TiffBuilder.EXIF,
                block().ascii(TiffBuilder.DATE_TIME_ORIGINAL, "2019:07:14 18:05:59"))
            .directory(
                TiffBuilder.GPS,
                block()
                    .ascii(1, "S")
                    .rationals(2, 33, 1, 51, 1, 3540, 100)
                    .ascii(3, "E")
                    .rationals(4, 151, 1, 12, 1, 5400, 100));

    PictureInfo info = info(exif.build());

    assertThat(info.format()).isEqualTo("JPEG");
    assertThat(info.width()).isEqualTo(30);
    assertThat(info.height()).isEqualTo(40);
    assertThat(info.captured()).contains(LocalDateTime.of(2019, 7, 14, 18, 5, 59));
    assertThat(info.camera()).contains("Canon EOS 5D Mark IV");
    Place place = info.place().orElseThrow();
    assertThat(place.latitude()).isEqualTo(-(33 + 51 / 60.0 + 35.4 / 3600), within(1e-9));
    assertThat(place.longitude()).isEqualTo(151 + 12 / 60.0 + 54 / 3600.0, within(1e-9));
  }

  @Test
  void tells_nothing_where_there_are_no_metadata() {
    PictureInfo info = new PictureDecoder().decode(jpeg, "a", DecodeBounds.full()).info();

    assertThat(info)
        .isEqualTo(
            new PictureInfo("JPEG", 40, 30, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "Apple, iPhone 12, Apple iPhone 12",
    "NIKON CORPORATION, NIKON D90, NIKON D90",
    "OLYMPUS IMAGING CORP.  , E-M5, OLYMPUS IMAGING CORP. E-M5",
    "samsung, SM-G991B, samsung SM-G991B",
    "HUAWEI, huawei P30, huawei P30"
  })
  void the_make_is_not_said_twice(String make, String model, String camera) {
    assertThat(info(camera(make, model).build()).camera()).contains(camera);
  }

  @Test
  void a_make_alone_or_a_model_alone_is_the_camera() {
    assertThat(info(block().ascii(TiffBuilder.MAKE, "Leica").build()).camera()).contains("Leica");
    assertThat(info(block().ascii(TiffBuilder.MODEL, "M8").build()).camera()).contains("M8");
    assertThat(info(block().ascii(TiffBuilder.MODEL, "   ").build()).camera()).isEmpty();
  }

  @Test
  void falls_back_to_the_time_of_digitizing_and_then_of_change() {
    TiffBuilder digitized =
        block()
            .ascii(TiffBuilder.DATE_TIME, "2021:01:01 00:00:00")
            .directory(
                TiffBuilder.EXIF,
                block()
                    .ascii(TiffBuilder.DATE_TIME_ORIGINAL, "0000:00:00 00:00:00")
                    .ascii(TiffBuilder.DATE_TIME_DIGITIZED, "2019-07-14T18:05:59+02:00"));
    TiffBuilder changed = block().ascii(TiffBuilder.DATE_TIME, "2021:01:01 00:00:00");
    TiffBuilder nonsense = block().ascii(TiffBuilder.DATE_TIME, "2021:13:01 99:00:00");

    assertThat(info(digitized.build()).captured())
        .contains(LocalDateTime.of(2019, 7, 14, 18, 5, 59));
    assertThat(info(changed.build()).captured()).contains(LocalDateTime.of(2021, 1, 1, 0, 0));
    assertThat(info(nonsense.build()).captured()).isEmpty();
  }

  @Test
  void a_place_that_is_none_is_left_out() {
    TiffBuilder zero =
        block()
            .ascii(1, "N")
            .rationals(2, 0, 1, 0, 1, 0, 1)
            .ascii(3, "E")
            .rationals(4, 0, 1, 0, 1, 0, 1);
    TiffBuilder beyond =
        block()
            .ascii(1, "N")
            .rationals(2, 99, 1, 0, 1, 0, 1)
            .ascii(3, "E")
            .rationals(4, 12, 1, 0, 1, 0, 1);

    assertThat(info(block().directory(TiffBuilder.GPS, zero).build()).place()).isEmpty();
    assertThat(info(block().directory(TiffBuilder.GPS, beyond).build()).place()).isEmpty();
  }

  @Test
  void broken_metadata_never_fail_a_decode() {
    byte[] exif =
        camera("Canon", "Canon EOS")
            .directory(
                TiffBuilder.EXIF,
                block().ascii(TiffBuilder.DATE_TIME_ORIGINAL, "2019:07:14 18:05:59"))
            .build();
    java.util.Random random = new java.util.Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] broken = exif.clone();
      for (int damage = 0; damage <= i % 5; damage++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      if (i % 3 == 0) {
        broken = Arrays.copyOf(broken, random.nextInt(broken.length));
      }
      assertThat(info(broken).width() * info(broken).height()).isEqualTo(1200);
    }
  }

  private PictureInfo info(byte[] exif) {
    byte[] file = PictureFiles.jpegWithExif(jpeg, exif);
    return new PictureDecoder().decode(file, "a", DecodeBounds.full()).info();
  }

  private static TiffBuilder block() {
    return new TiffBuilder(ByteOrder.BIG_ENDIAN);
  }

  private static TiffBuilder camera(String make, String model) {
    return block().ascii(TiffBuilder.MAKE, make).ascii(TiffBuilder.MODEL, model);
  }
}
