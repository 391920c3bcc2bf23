package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.golden.Golden;
import dev.semblance.image.Preprocessing.Alpha;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.image.Preprocessing.Fit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreprocessorTest {
  private static final String GOLDEN = "preprocess-clip/";

  /// The references were made with torchvision's rounding, which shows in the odd margin of
  /// `CLIP.png`.
  @ParameterizedTest
  @ValueSource(strings = {"franz-kafka.jpg", "CLIP.png", "coco_000000039769.png"})
  void the_stage_in_bytes_equals_clips_to_every_byte(String name) {
    Preprocessing torchvision =
        with(
            Preprocessing.clip(224),
            Fit.SHORTEST_AND_CROP,
            224,
            CropRounding.HALF_EVEN,
            Alpha.DROP);

    Pixels stage = new Preprocessor(torchvision).rgb(decoded(name));

    assertThat(stage.data()).isEqualTo(reference(name, "__clip224_bicubic_centercrop.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"franz-kafka.jpg", "CLIP.png", "coco_000000039769.png"})
  void the_stage_in_bytes_equals_siglips_to_every_byte(String name) {
    Pixels stage = new Preprocessor(Preprocessing.siglip(224)).rgb(decoded(name));

    assertThat(stage.data()).isEqualTo(reference(name, "__siglip224_bicubic_squash.png"));
  }

  @Test
  void the_numbers_equal_those_of_the_reference_implementation() {
    float[] expected = Golden.npy(GOLDEN + "expected_preprocessed_image.npy").floats();
    Preprocessor preprocessor = new Preprocessor(Preprocessing.clip(224));
    float[] actual = new float[preprocessor.length()];

    preprocessor.write(decoded("franz-kafka.jpg"), actual, 0);

    assertThat(actual).hasSameSizeAs(expected).containsExactly(expected, Offset.offset(2e-6f));
  }

  @Test
  void writes_into_a_buffer_at_an_offset_and_leaves_the_rest_and_the_position() {
    Preprocessor preprocessor = new Preprocessor(Preprocessing.clip(8));
    Pixels picture = gradient(20, 11);
    float[] alone = new float[preprocessor.length()];
    preprocessor.write(picture, alone, 0);
    FloatBuffer batch =
        ByteBuffer.allocateDirect(4 * 3 * alone.length)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();

    preprocessor.write(picture, batch, alone.length);

    assertThat(batch.position()).isZero();
    float[] all = new float[3 * alone.length];
    batch.get(all);
    assertThat(Arrays.copyOfRange(all, 0, alone.length)).containsOnly(0);
    assertThat(Arrays.copyOfRange(all, alone.length, 2 * alone.length)).isEqualTo(alone);
    assertThat(Arrays.copyOfRange(all, 2 * alone.length, all.length)).containsOnly(0);
  }

  @Test
  void says_how_much_room_is_needed_where_there_is_too_little() {
    Preprocessor preprocessor = new Preprocessor(Preprocessing.clip(8));

    assertThatThrownBy(() -> preprocessor.write(gradient(9, 9), new float[200], 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a preprocessed picture takes 192 numbers from 9 on, and there is room for 200 in all");
  }

  /// The positions were worked out by hand from the code that each rounding names.
  @ParameterizedTest
  @CsvSource({
    "DOWN, 13, 10, 1",
    "DOWN, 15, 10, 2",
    "DOWN, 10, 13, -2",
    "DOWN, 10, 12, -1",
    "HALF_EVEN, 13, 10, 2",
    "HALF_EVEN, 15, 10, 2",
    "HALF_EVEN, 10, 13, -1",
    "HALF_EVEN, 10, 12, -1",
    "TRUNCATED_DIFFERENCE, 13, 10, 1",
    "TRUNCATED_DIFFERENCE, 15, 10, 2",
    "TRUNCATED_DIFFERENCE, 10, 13, -1",
    "TRUNCATED_DIFFERENCE, 10, 12, -1"
  })
  void a_centre_crop_starts_where_its_rounding_says(
      CropRounding rounding, int side, int size, int start) {
    Preprocessing preprocessing =
        with(Preprocessing.clip(size), Fit.SHORTEST_AND_CROP, side, rounding, Alpha.DROP);
    byte[] columns = new byte[side * side];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = (byte) (1 + i % side);
    }

    Pixels stage = new Preprocessor(preprocessing).rgb(new Pixels(side, side, 1, columns));

    int[] row = new int[size];
    int middle = size / 2 * size;
    for (int x = 0; x < size; x++) {
      row[x] = stage.data()[3 * (middle + x)];
    }
    int[] expected = new int[size];
    for (int x = 0; x < size; x++) {
      int column = start + x;
      expected[x] = column < 0 || column >= side ? 0 : 1 + column;
    }
    assertThat(row).containsExactly(expected);
  }

  @Test
  void the_longer_side_is_cut_off_and_not_rounded() {
    Preprocessing preprocessing =
        with(Preprocessing.clip(7), Fit.SHORTEST_AND_CROP, 7, CropRounding.DOWN, Alpha.DROP);
    Pixels picture = gradient(101, 59); // 7 * 101 / 59 = 11.98

    Pixels stage = new Preprocessor(preprocessing).rgb(picture);

    Pixels whole = Resizer.resize(picture, 11, 7, ResizeFilter.BICUBIC);
    assertThat(stage.data()).isEqualTo(Resizer.crop(whole, new Resizer.Window(2, 0, 9, 7)).data());
  }

  @Test
  void pads_evenly_with_the_grey_level_that_is_asked_for() {
    Preprocessing preprocessing =
        new Preprocessing(
            Fit.LONGEST_AND_PAD,
            8,
            8,
            8,
            ResizeFilter.BICUBIC,
            CropRounding.HALF_EVEN,
            Alpha.DROP,
            114,
            1,
            List.of(0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0));
    byte[] white = new byte[3 * 16 * 6];
    Arrays.fill(white, (byte) 255);
    float[] numbers = new float[3 * 64];

    new Preprocessor(preprocessing).write(new Pixels(16, 6, 3, white), numbers, 0);

    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < 8; y++) {
        float expected = y < 2 || y >= 5 ? 114 : 255; // 3 rows, the odd one of padding below
        int from = 64 * channel + 8 * y;
        assertThat(Arrays.copyOfRange(numbers, from, from + 8)).containsOnly(expected);
      }
    }
  }

  @Test
  void transparency_is_dropped_or_laid_over_white_before_resizing() {
    byte[] halfRed = new byte[4 * 9];
    for (int i = 0; i < 9; i++) {
      halfRed[4 * i] = (byte) 200;
      halfRed[4 * i + 3] = (byte) 128;
    }
    Pixels picture = new Pixels(3, 3, 4, halfRed);

    byte[] dropped = new Preprocessor(Preprocessing.clip(2)).rgb(picture).data();
    Preprocessing overWhite =
        with(Preprocessing.clip(2), Fit.SQUASH, 2, CropRounding.DOWN, Alpha.OVER_WHITE);
    byte[] white = new Preprocessor(overWhite).rgb(picture).data();

    assertThat(dropped).startsWith(200, 0, 0);
    assertThat(white).startsWith(227, 127, 127); // (200 * 128 + 255 * 127) / 255 = 227.4
  }

  @Test
  void grey_pictures_have_three_equal_channels() {
    byte[] data = new byte[30 * 20];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (i * 7);
    }
    byte[] spread = new byte[3 * data.length];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = data[i / 3];
    }
    Preprocessor preprocessor = new Preprocessor(Preprocessing.clip(12));

    assertThat(preprocessor.rgb(new Pixels(30, 20, 1, data)).data())
        .isEqualTo(preprocessor.rgb(new Pixels(30, 20, 3, spread)).data());
  }

  @Test
  void a_picture_as_thin_as_a_hair_is_preprocessed_without_its_whole_length() {
    Pixels hair = gradient(1, 60_000);

    Pixels stage = new Preprocessor(Preprocessing.clip(224)).rgb(hair);

    assertThat(stage.width()).isEqualTo(224);
    assertThat(stage.height()).isEqualTo(224);
  }

  private static Preprocessing with(
      Preprocessing base, Fit fit, int resizeTo, CropRounding rounding, Alpha alpha) {
    return new Preprocessing(
        fit,
        base.width(),
        base.height(),
        resizeTo,
        base.filter(),
        rounding,
        alpha,
        base.padding(),
        base.scale(),
        base.mean(),
        base.std());
  }

  private static Pixels gradient(int width, int height) {
    byte[] data = new byte[3 * width * height];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (i * 31 / 3);
    }
    return new Pixels(width, height, 3, data);
  }

  private static Pixels decoded(String name) {
    byte[] bytes = Golden.bytes(GOLDEN + name);
    return new PictureDecoder().decode(bytes, name, DecodeBounds.full()).pixels();
  }

  private static byte[] reference(String name, String ending) {
    return decoded(name.substring(0, name.indexOf('.')) + ending).data();
  }
}
