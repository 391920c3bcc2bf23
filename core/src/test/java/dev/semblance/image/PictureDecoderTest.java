package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.image.UnreadablePictureException.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {
  private static final PictureDecoder DECODER = new PictureDecoder();

  @Test
  void transparent_pixels_of_a_png_keep_their_colours() {
    byte[] rgba = new byte[4 * 4 * 3];
    for (int i = 0; i < rgba.length; i++) {
      rgba[i] = (byte) (i * 5);
    }
    rgba[3] = 0;
    rgba[7] = 1;

    Pixels pixels = decode(PictureFiles.png(4, 3, 8, 6, rgba));

    assertThat(pixels.channels()).isEqualTo(4);
    assertThat(pixels.data()).isEqualTo(rgba);
  }

  @Test
  void a_picture_whose_alpha_is_full_everywhere_has_three_channels() {
    byte[] rgba = new byte[4 * 4];
    byte[] rgb = new byte[3 * 4];
    for (int i = 0; i < 4; i++) {
      for (int c = 0; c < 3; c++) {
        rgba[4 * i + c] = (byte) (50 * c + i);
        rgb[3 * i + c] = (byte) (50 * c + i);
      }
      rgba[4 * i + 3] = (byte) 255;
    }

    Pixels pixels = decode(PictureFiles.png(2, 2, 8, 6, rgba));

    assertThat(pixels.channels()).isEqualTo(3);
    assertThat(pixels.data()).isEqualTo(rgb);
  }

  @Test
  void transparent_pixels_of_a_palette_keep_the_colours_of_the_palette() {
    byte[] palette = {10, 20, 30, 40, 50, 60};
    byte[] png =
        PictureFiles.pngWith(
            PictureFiles.png(2, 1, 8, 3, new byte[] {0, 1}), "tRNS", new byte[] {0, (byte) 255});

    Pixels pixels = decode(PictureFiles.pngWith(png, "PLTE", palette));

    assertThat(pixels.data()).containsExactly(10, 20, 30, 0, 40, 50, 60, 255);
  }

  @Test
  void associated_alpha_of_a_tiff_is_divided_out() {
    byte[] tiff =
        TiffBuilder.of(new Pixels(1, 1, 4, new byte[] {50, 25, 100, 100})).shorts(338, 1).build();

    assertThat(decode(tiff).data()).containsExactly(127, 63, -1, 100);
  }

  @Test
  void an_animation_is_shown_by_its_first_frame_that_is_not_blank() {
    Pixels white = flat(30, 20, (byte) 254);
    Pixels drawing = PictureFiles.drawing(30, 20, 1);
    Pixels later = PictureFiles.drawing(30, 20, 2);

    assertThat(decode(PictureFiles.animatedGif(drawing, later)).data()).isEqualTo(drawing.data());
    assertThat(decode(PictureFiles.animatedGif(white, white, drawing, later)).data())
        .isEqualTo(drawing.data());
    assertThat(decode(PictureFiles.animatedGif(white, white)).data()).isEqualTo(white.data());
    assertThat(decode(PictureFiles.gif(white)).data()).isEqualTo(white.data());
    assertThat(decode(PictureFiles.animatedWebp(white, white, drawing, later)).data())
        .isEqualTo(drawing.data());
    assertThat(decode(PictureFiles.animatedWebp(white, white)).data()).isEqualTo(white.data());
  }

  @Test
  void a_bound_of_nothing_is_refused() {
    DecodeBounds full = DecodeBounds.full();

    assertThatThrownBy(() -> full.withMaxTime(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("PT0S is allowed to a picture; it must be longer than nothing");
    assertThatThrownBy(() -> full.withMaxPixels(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_icon_is_shown_by_its_largest_picture() {
    Pixels small = PictureFiles.drawing(16, 16, 1);
    Pixels large = PictureFiles.drawing(48, 48, 2);

    DecodedPicture icon =
        DECODER.decode(PictureFiles.icon(small, large), "app.ico", DecodeBounds.full());

    assertThat(icon.info().format()).isEqualTo("ICO");
    assertThat(icon.pixels().data()).isEqualTo(large.data());
  }

  @ParameterizedTest
  @CsvSource({
    "SHORTEST_AND_CROP, 224, 224, 1800, 1344, 2",
    "SHORTEST_AND_CROP, 224, 224, 1800, 1343, 2",
    "SHORTEST_AND_CROP, 224, 224, 1800, 1342, 1",
    "SHORTEST_AND_CROP, 224, 224, 9000, 2685, 4",
    "SHORTEST_AND_CROP, 224, 224, 9000, 2684, 2",
    "SHORTEST_AND_CROP, 224, 224, 19000, 10745, 8",
    "SHORTEST_AND_CROP, 224, 224, 19000, 10744, 4",
    "SQUASH, 224, 224, 4000, 3000, 4",
    "SQUASH, 224, 112, 10752, 5376, 8",
    "SQUASH, 224, 112, 1791, 4000, 2",
    "LONGEST_AND_PAD, 224, 224, 10800, 300, 8",
    "LONGEST_AND_PAD, 224, 224, 1700, 1700, 2",
    "LONGEST_AND_PAD, 224, 224, 300, 200, 1"
  })
  void a_jpeg_is_reduced_while_three_times_the_target_remains_and_to_an_eighth_while_six_times(
      Fit fit, int width, int height, int pictureWidth, int pictureHeight, int reduction) {
    DecodeBounds bounds =
        DecodeBounds.full().withTarget(new DecodeBounds.Target(fit, width, height));

    assertThat(bounds.reduction(pictureWidth, pictureHeight)).isEqualTo(reduction);
    assertThat(DecodeBounds.full().reduction(pictureWidth, pictureHeight)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void a_reduced_jpeg_is_smaller_upright_and_tells_the_size_of_the_file(int orientation) {
    byte[] jpeg = PictureWriter.jpeg(PictureFiles.drawing(1003, 501, 8), 95);
    byte[] file = PictureFiles.jpegWithExif(jpeg, TiffBuilder.orientation(orientation));
    DecodeBounds bounds = DecodeBounds.forPreprocessing(Preprocessing.clip(40));

    DecodedPicture reduced = DECODER.decode(file, "a.jpg", bounds);

    boolean turned = orientation == 6;
    assertThat(reduced.pixels().width()).isEqualTo(turned ? 126 : 251);
    assertThat(reduced.pixels().height()).isEqualTo(turned ? 251 : 126);
    assertThat(reduced.info().width()).isEqualTo(turned ? 501 : 1003);
    assertThat(reduced.info().height()).isEqualTo(turned ? 1003 : 501);
    Pixels full = DECODER.decode(file, "a.jpg", DecodeBounds.full()).pixels();
    assertThat(meanDifference(reduced.pixels(), full)).isLessThan(6);
    assertThat(meanDifference(reduced.pixels(), mirrored(full))).isGreaterThan(20);
  }

  /// 389 pixels become 98, of which the last lies beyond the picture by three quarters; the longer
  /// side would be 22 instead of 23 if the proportions of the reduced pixels were followed.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_reduced_jpeg_is_laid_out_as_its_original_would_be(int orientation) {
    Preprocessing clip = Preprocessing.clip(16);
    Preprocessor preprocessor = new Preprocessor(clip);
    byte[] jpeg = PictureWriter.jpeg(DecodeMeasurement.textured(389, 560, 3), 95);
    byte[] file = PictureFiles.jpegWithExif(jpeg, TiffBuilder.orientation(orientation));

    Pixels full = DECODER.decode(file, "a.jpg", DecodeBounds.full()).pixels();
    Pixels reduced = DECODER.decode(file, "a.jpg", DecodeBounds.forPreprocessing(clip)).pixels();

    assertThat(Math.min(reduced.width(), reduced.height())).isEqualTo(98);
    assertThat(meanDifference(preprocessor.rgb(reduced), preprocessor.rgb(full))).isLessThan(1);
    Pixels strayed =
        new Pixels(reduced.width(), reduced.height(), reduced.channels(), reduced.data());
    assertThat(meanDifference(preprocessor.rgb(strayed), preprocessor.rgb(full))).isGreaterThan(3);
  }

  @Test
  void a_target_that_swaps_sides_is_compared_with_the_upright_picture() {
    byte[] jpeg = PictureWriter.jpeg(PictureFiles.drawing(400, 1600, 8), 90);
    byte[] turned = PictureFiles.jpegWithExif(jpeg, TiffBuilder.orientation(8));
    DecodeBounds wide =
        DecodeBounds.full().withTarget(new DecodeBounds.Target(Fit.SQUASH, 264, 66));

    assertThat(DECODER.decode(turned, "a", wide).pixels().width()).isEqualTo(800);
    assertThat(DECODER.decode(jpeg, "a", wide).pixels().width()).isEqualTo(400);
  }

  @Test
  void a_reduced_jpeg_needs_less_memory_but_a_progressive_one_holds_all_its_coefficients() {
    Pixels picture = PictureFiles.drawing(1600, 1200, 9);
    byte[] baseline = PictureWriter.jpeg(picture, 80);
    byte[] progressive = JpegFiles.progressive(picture);
    long least = 4L * Math.max(baseline.length, progressive.length) + 400 * 300 * 7L;
    DecodeBounds full = DecodeBounds.full().withMaxBytes(least);
    DecodeBounds reduced =
        DecodeBounds.forPreprocessing(Preprocessing.clip(100)).withMaxBytes(least);

    assertThat(DECODER.decode(baseline, "a", reduced).pixels().width()).isEqualTo(400);
    assertThat(kind(baseline, full)).isEqualTo(Kind.TOO_LARGE);
    assertThat(kind(progressive, reduced)).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void camera_raw_in_tiff_clothes_is_not_taken_for_its_preview() {
    Pixels preview = PictureFiles.drawing(16, 12, 1);
    TiffBuilder page = TiffBuilder.of(preview);
    byte[] dng = TiffBuilder.of(preview).bytes(50706, 1, 4, 0, 0).build();
    byte[] nef = TiffBuilder.of(preview).longs(254, 1).directory(330, page).build();
    byte[] mosaic = TiffBuilder.of(preview).shorts(262, 32803).build();

    for (byte[] raw : List.of(dng, nef, mosaic)) {
      assertThatThrownBy(() -> DECODER.decode(raw, "DSC_1.NEF", DecodeBounds.full()))
          .hasMessageStartingWith("DSC_1.NEF: camera RAW is shown by the preview inside of it");
      assertThat(kind(raw, DecodeBounds.full())).isEqualTo(Kind.UNSUPPORTED);
    }
  }

  @Test
  void a_tiff_lists_its_pages_and_decodes_the_one_asked_for() {
    Pixels cover = PictureFiles.drawing(30, 20, 1);
    Pixels second = PictureFiles.drawing(44, 33, 2);
    TiffBuilder thumbnail = TiffBuilder.of(PictureFiles.drawing(5, 4, 3)).longs(254, 1);
    byte[] tiff = TiffBuilder.pages(TiffBuilder.of(cover), thumbnail, TiffBuilder.of(second));

    assertThat(DECODER.pages(tiff, "scan.tif", DecodeBounds.full()))
        .containsExactly(new PictureInfo.Page(0, 30, 20), new PictureInfo.Page(2, 44, 33));
    assertThat(DECODER.decode(tiff, "scan.tif", 0, DecodeBounds.full()).pixels().data())
        .isEqualTo(cover.data());
    assertThat(DECODER.decode(tiff, "scan.tif", 2, DecodeBounds.full()).pixels().data())
        .isEqualTo(second.data());
    assertThatThrownBy(() -> DECODER.decode(tiff, "scan.tif", 3, DecodeBounds.full()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scan.tif: there is no page 3; pages are numbered from 0");
  }

  @Test
  void other_formats_have_one_page() {
    byte[] png = PictureWriter.png(PictureFiles.drawing(30, 20, 1));

    assertThat(DECODER.pages(png, "a.png", DecodeBounds.full()))
        .containsExactly(new PictureInfo.Page(0, 30, 20));
    assertThatThrownBy(() -> DECODER.decode(png, "a.png", 1, DecodeBounds.full()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_tiff_whose_pages_run_in_a_circle_has_each_once() {
    byte[] tiff = TiffBuilder.of(PictureFiles.drawing(30, 20, 1)).build();
    ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 12 * 9, 8);

    assertThat(DECODER.pages(tiff, "a.tif", DecodeBounds.full())).hasSize(1);
  }

  @Test
  void a_tiff_of_floating_point_numbers_is_unsupported() {
    ByteBuffer one = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f);
    byte[] tiff =
        TiffBuilder.of(new Pixels(1, 1, 1, new byte[1]))
            .shorts(258, 32)
            .shorts(339, 3)
            .strip(one.array())
            .build();

    assertThat(kind(tiff, DecodeBounds.full())).isEqualTo(Kind.UNSUPPORTED);
  }

  @Test
  void one_decoder_serves_many_threads() throws Exception {
    Pixels picture = PictureFiles.drawing(300, 200, 4);
    List<byte[]> files =
        List.of(
            PictureWriter.png(picture),
            PictureFiles.gif(picture),
            PictureFiles.losslessWebp(picture),
            TiffBuilder.of(picture).build());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<byte[]>> tasks = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        byte[] file = files.get(i % files.size());
        tasks.add(() -> decode(file).data());
      }
      for (Future<byte[]> result : threads.invokeAll(tasks)) {
        assertThat(result.get()).isEqualTo(picture.data());
      }
    }
  }

  private static Kind kind(byte[] file, DecodeBounds bounds) {
    return catchThrowableOfType(
            UnreadablePictureException.class, () -> DECODER.decode(file, "a", bounds))
        .kind();
  }

  private static Pixels decode(byte[] file) {
    return DECODER.decode(file, "test", DecodeBounds.full()).pixels();
  }

  private static Pixels flat(int width, int height, byte level) {
    byte[] data = new byte[3 * width * height];
    java.util.Arrays.fill(data, level);
    return new Pixels(width, height, 3, data);
  }

  private static Pixels mirrored(Pixels pixels) {
    return PictureFiles.stored(pixels, 2);
  }

  private static double meanDifference(Pixels one, Pixels other) {
    Pixels a = Resizer.resize(one, 60, 60, ResizeFilter.BOX);
    Pixels b = Resizer.resize(other, 60, 60, ResizeFilter.BOX);
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      sum += Math.abs((a.data()[i] & 0xff) - (b.data()[i] & 0xff));
    }
    return sum / a.data().length;
  }
}
