package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.semblance.image.UnreadablePictureException.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawTest {
  private final Pixels picture = PictureFiles.drawing(90, 60, 5);
  private final byte[] small = PictureWriter.jpeg(PictureFiles.drawing(32, 24, 6), 90);

  private static Map<String, byte[]> files(byte[] large, byte[] small, int orientation) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("CR2", RawFiles.cr2(large, small, orientation));
    files.put("CR3", RawFiles.cr3(large, small, orientation));
    files.put("NEF", RawFiles.nef(large, small, orientation));
    files.put("ARW", RawFiles.arw(large, small, orientation));
    files.put("DNG", RawFiles.dng(large, small, orientation));
    files.put("ORF", RawFiles.orf(large, small, orientation));
    files.put("RAF", RawFiles.raf(large, small, orientation));
    files.put("RW2", RawFiles.rw2(large, small, orientation));
    return files;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_largest_preview_is_shown_upright(int orientation) {
    byte[] jpeg = PictureWriter.jpeg(PictureFiles.stored(picture, orientation), 95);
    Pixels stored = decode(jpeg).pixels();

    files(jpeg, small, orientation)
        .forEach((name, file) -> {
          DecodedPicture decoded = decode(file);
          assertThat(decoded.info().format()).as(name).isEqualTo("RAW");
          assertThat(decoded.info().width()).as(name).isEqualTo(90);
          assertThat(PictureFiles.stored(decoded.pixels(), orientation).data())
              .as("%s turned by %d", name, orientation)
              .isEqualTo(stored.data());
        });
  }

  @Test
  void a_file_tells_its_camera() {
    byte[] jpeg = PictureWriter.jpeg(picture, 95);
    files(jpeg, small, 1)
        .forEach((name, file) -> {
          if (!name.equals("RAF")) { // whose preview has the EXIF block, with an orientation alone
            assertThat(decode(file).info().camera()).as(name).contains("Maker Model 5");
          }
        });
  }

  @Test
  void a_preview_is_decoded_at_a_reduced_scale() {
    byte[] jpeg = PictureWriter.jpeg(PictureFiles.drawing(900, 600, 5), 95);
    DecodeBounds bounds = DecodeBounds.forPreprocessing(Preprocessing.clip(12));

    Pixels pixels =
        new PictureDecoder().decode(RawFiles.nef(jpeg, small, 6), "a.nef", bounds).pixels();

    assertThat(pixels.width()).isEqualTo(75);
    assertThat(pixels.height()).isEqualTo(113);
  }

  @Test
  void a_file_without_a_preview_says_so() {
    byte[] noise = new byte[400];
    new Random(4).nextBytes(noise);

    UnreadablePictureException failure =
        catchThrowableOfType(
            UnreadablePictureException.class, () -> decode(RawFiles.cr2(noise, noise, 1)));

    assertThat(failure)
        .hasMessage(
            "test: camera RAW is shown by the preview inside of it, and this file has none; export"
                + " it as JPEG or TIFF")
        .returns(Kind.UNSUPPORTED, UnreadablePictureException::kind);
  }

  /// The mosaic of many cameras is a lossless JPEG, larger than any preview.
  @Test
  void a_mosaic_is_not_taken_for_a_preview() {
    byte[] mosaic = PictureWriter.jpeg(PictureFiles.drawing(300, 200, 8), 90);
    for (int i = 0; i < mosaic.length - 1; i++) {
      if (mosaic[i] == (byte) 0xff && mosaic[i + 1] == (byte) 0xc0) {
        mosaic[i + 1] = (byte) 0xc3;
      }
    }

    DecodedPicture decoded = decode(RawFiles.dng(small, mosaic, 1));

    assertThat(decoded.info().width()).isEqualTo(32);
  }

  @Test
  void a_cut_preview_is_truncated() {
    byte[] jpeg = PictureWriter.jpeg(picture, 95);
    byte[] file = RawFiles.rw2(Arrays.copyOf(jpeg, jpeg.length - 900), small, 1);

    assertThat(catchThrowableOfType(UnreadablePictureException.class, () -> decode(file)).kind())
        .isEqualTo(Kind.TRUNCATED);
  }

  private static DecodedPicture decode(byte[] file) {
    return new PictureDecoder().decode(file, "test", DecodeBounds.full());
  }
}
