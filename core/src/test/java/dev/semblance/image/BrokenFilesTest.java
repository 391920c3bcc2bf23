package dev.semblance.image;

import static dev.semblance.image.PictureFiles.joined;
import static dev.semblance.image.PictureFiles.latin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.semblance.image.UnreadablePictureException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFilesTest {
  private static final long SEED = 99;

  private final Pixels picture = PictureFiles.drawing(200, 120, SEED);

  @TempDir private Path folder;

  @Test
  void an_empty_file() {
    assertThat(failure("holiday.jpg", new byte[0]))
        .hasMessage("holiday.jpg: the file is empty (0 bytes); copy or download it again")
        .returns(Kind.EMPTY, UnreadablePictureException::kind);
  }

  @Test
  void a_text_named_jpg() {
    assertThat(failure("notes.jpg", "Dear diary, größer\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("notes.jpg: the content is text, not a picture in a format known here")
        .returns(Kind.NOT_A_PICTURE, UnreadablePictureException::kind);
  }

  @Test
  void an_html_page_named_png() {
    byte[] page = latin("\n<!DOCTYPE html>\n<html><body>404 not found</body></html>");

    assertThat(failure("download.png", page))
        .hasMessage(
            "download.png: the content is an HTML page, not a picture in a format known here")
        .returns(Kind.NOT_A_PICTURE, UnreadablePictureException::kind);
  }

  @Test
  void a_png_named_jpg_is_decoded() throws IOException {
    Path file = folder.resolve("really-a-png.jpg");
    Files.write(file, PictureWriter.png(picture));

    DecodedPicture decoded = new PictureDecoder().decode(file, DecodeBounds.full());

    assertThat(decoded.info().format()).isEqualTo("PNG");
    assertThat(decoded.pixels().data()).isEqualTo(picture.data());
  }

  @Test
  void random_bytes() {
    byte[] noise = new byte[5000];
    new Random(SEED).nextBytes(noise);

    assertThat(failure("noise.jpg", noise))
        .hasMessage(
            "noise.jpg: the content is of no known kind, not a picture in a format known here")
        .returns(Kind.NOT_A_PICTURE, UnreadablePictureException::kind);
  }

  @Test
  void a_picture_in_a_format_that_nothing_decodes() {
    assertThat(failure("IMG_0001.exr", latin("v/1\1abcdefgh")))
        .hasMessage(
            "IMG_0001.exr: OpenEXR cannot be decoded; supported are JPEG, PNG, GIF, BMP, WebP,"
                + " TIFF, ICO, PNM, Photoshop (PSD), camera RAW, HEIC, AVIF, JPEG XL, JPEG 2000 and"
                + " video: convert it to one of them")
        .returns(Kind.UNSUPPORTED, UnreadablePictureException::kind);
  }

  @Test
  void a_jpeg_cut_anywhere() {
    byte[] jpeg = PictureWriter.jpeg(picture, 90);

    assertCutIsTruncated("photo.jpg", jpeg, "JPEG", 3);
  }

  @Test
  void a_progressive_jpeg_cut_anywhere() {
    byte[] jpeg = JpegFiles.progressive(picture);

    assertThat(decode("whole", jpeg).pixels().width()).isEqualTo(200);
    assertCutIsTruncated("photo.jpg", jpeg, "JPEG", 3);
  }

  @Test
  void a_png_cut_anywhere() {
    assertCutIsTruncated("chart.png", PictureWriter.png(picture), "PNG", 40);
  }

  @Test
  void a_webp_cut_anywhere() {
    assertCutIsTruncated("web.webp", PictureFiles.losslessWebp(picture), "WEBP", 2);
  }

  @Test
  void a_bmp_cut_anywhere() {
    assertCutIsTruncated("old.bmp", PictureFiles.bmp(picture), "BMP", 1);
  }

  @Test
  void a_gif_cut_anywhere() {
    assertCutIsTruncated("dance.gif", PictureFiles.gif(picture), "GIF", 4);
  }

  @Test
  void a_tiff_cut_anywhere() {
    assertCutIsTruncated("scan.tif", TiffBuilder.of(picture).build(), "TIFF", 1);
  }

  /// @param least how many bytes must be gone for anything of the picture to be missing
  private void assertCutIsTruncated(String name, byte[] file, String format, int least) {
    for (int parts = 1; parts <= 8; parts++) {
      int kept = Math.max(20, (file.length - least) * parts / 8);
      assertThat(failure(name, Arrays.copyOf(file, kept)))
          .as("%d of %d bytes", kept, file.length)
          .hasMessageMatching(
              "(?i)"
                  + name
                  + ": the "
                  + format
                  + " file ends before its picture does; copy or download it again")
          .returns(Kind.TRUNCATED, UnreadablePictureException::kind);
    }
  }

  @Test
  void a_png_with_a_damaged_checksum() {
    byte[] png = PictureWriter.png(picture);
    png[png.length - 12 - 1] ^= 1; // the last byte of the last data chunk's checksum

    assertThat(failure("chart.png", png))
        .hasMessage("chart.png: the PNG data are damaged; copy or download the file again")
        .returns(Kind.CORRUPT, UnreadablePictureException::kind);
  }

  @Test
  void a_png_with_damaged_data() {
    byte[] png = PictureWriter.png(picture);
    for (int i = png.length / 2; i < png.length / 2 + 40; i++) {
      png[i] = 0x55;
    }

    assertThat(failure("chart.png", png).kind()).isEqualTo(Kind.CORRUPT);
  }

  @Test
  void a_png_without_a_header() {
    byte[] png = joined(PictureFiles.PNG_SIGNATURE, PictureFiles.pngChunk("IEND", new byte[0]));

    assertThat(failure("chart.png", png).kind()).isEqualTo(Kind.CORRUPT);
  }

  @Test
  void a_decompression_bomb_is_refused_at_once_and_without_memory() {
    byte[] bomb =
        joined(
            PictureFiles.pngHeader(60_000, 60_000, 8, 2),
            PictureFiles.pngChunk("IDAT", PictureFiles.deflated(new byte[1_000_000])),
            PictureFiles.pngChunk("IEND", new byte[0]));

    assertThat(failure("bomb.png", bomb))
        .hasMessage(
            "bomb.png: the header announces 60000 x 60000 pixels (3600 million), and at most 537"
                + " million are decoded; make a smaller copy")
        .returns(Kind.TOO_LARGE, UnreadablePictureException::kind);
    assertThat(fastest(() -> failure("bomb.png", bomb))).isLessThan(Duration.ofMillis(50));
  }

  @Test
  void a_bomb_below_the_most_pixels_is_refused_for_its_memory() {
    byte[] bomb =
        joined(
            PictureFiles.pngHeader(20_000, 20_000, 8, 2),
            PictureFiles.pngChunk("IDAT", PictureFiles.deflated(new byte[1_000_000])),
            PictureFiles.pngChunk("IEND", new byte[0]));

    UnreadablePictureException failure =
        catchThrowableOfType(
            UnreadablePictureException.class,
            () ->
                new PictureDecoder()
                    .decode(bomb, "bomb.png", DecodeBounds.full().withMaxBytes(500_000_000)));

    assertThat(failure)
        .hasMessage(
            "bomb.png: decoding it would take 2800.0 MB of memory, and at most 500.0 MB are allowed"
                + " to a picture; give Java more memory (-Xmx), or make a smaller copy")
        .returns(Kind.TOO_LARGE, UnreadablePictureException::kind);
  }

  @Test
  void a_gif_with_an_absurd_header() {
    byte[] gif = PictureFiles.gif(picture);
    for (int i = 6; i < 10; i++) {
      gif[i] = (byte) 0xff;
    }

    assertThat(failure("huge.gif", gif))
        .hasMessageContaining("the header announces 65535 x 65535 pixels")
        .returns(Kind.TOO_LARGE, UnreadablePictureException::kind);
  }

  @Test
  void a_bmp_with_an_absurd_header() {
    byte[] bmp = PictureFiles.bmp(picture);
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 40_000).putInt(22, 40_000);

    assertThat(failure("huge.bmp", bmp).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void a_tiff_with_an_absurd_header() {
    byte[] tiff = TiffBuilder.of(picture).longs(256, 100_000).longs(257, 100_000).build();

    assertThat(failure("huge.tif", tiff).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void a_tiff_with_an_absurd_tile() {
    byte[] tiff =
        TiffBuilder.of(picture)
            .longs(322, 65_536)
            .longs(323, 65_536)
            .longs(324, 8)
            .longs(325, 100)
            .build();

    assertThat(failure("tile.tif", tiff).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void a_jpeg_with_an_absurd_header() {
    byte[] jpeg = PictureWriter.jpeg(picture, 90);
    JpegFiles.setSize(jpeg, 65_000, 65_000);

    assertThat(failure("huge.jpg", jpeg).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void a_file_larger_than_allowed_is_not_read() throws IOException {
    Path file = folder.resolve("long.bmp");
    byte[] bmp = PictureFiles.bmp(picture);
    Files.write(file, bmp);

    assertThatThrownBy(
            () -> new PictureDecoder().decode(file, DecodeBounds.full().withMaxBytes(70_000)))
        .isInstanceOfSatisfying(
            UnreadablePictureException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE))
        .hasMessage(
            file
                + ": the file takes 0.1 MB, and at most 0.1 MB are allowed to a picture; allow"
                + " more, or make a smaller copy");
  }

  @Test
  void an_absent_file_is_an_error_of_the_file_system() {
    assertThatThrownBy(
            () -> new PictureDecoder().decode(folder.resolve("gone.jpg"), DecodeBounds.full()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("gone.jpg");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void damaged_files_of_every_format_fail_as_unreadable_or_decode(long seed) {
    byte[][] files = {
      PictureWriter.jpeg(picture, 80),
      JpegFiles.progressive(picture),
      PictureWriter.png(picture),
      PictureFiles.gif(picture),
      PictureFiles.bmp(picture),
      PictureFiles.losslessWebp(picture),
      TiffBuilder.of(picture).build(),
      PictureFiles.jpegWithExif(PictureWriter.jpeg(picture, 80), TiffBuilder.orientation(6)),
    };
    Random random = new Random(seed);
    int decoded = 0;
    for (int i = 0; i < 200; i++) {
      byte[] file = damaged(files[i % files.length], random);
      try {
        decoded += decode("damaged", file).pixels().height() > 0 ? 1 : 0;
      } catch (UnreadablePictureException e) {
        assertThat(e.kind()).as("seed %d, file %d", seed, i).isNotEqualTo(Kind.EMPTY);
      }
    }
    assertThat(decoded).as("seed %d", seed).isBetween(1, 199);
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] copy = file.clone();
    int damages = 1 + random.nextInt(12);
    for (int i = 0; i < damages; i++) {
      // Half of the damage falls upon the headers.
      int reach = random.nextBoolean() ? Math.min(300, copy.length) : copy.length;
      copy[random.nextInt(reach)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(copy, random.nextInt(copy.length) + 1) : copy;
  }

  private static Duration fastest(Runnable task) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      task.run();
      best = Math.min(best, System.nanoTime() - start);
    }
    return Duration.ofNanos(best);
  }

  private static UnreadablePictureException failure(String name, byte[] bytes) {
    return catchThrowableOfType(UnreadablePictureException.class, () -> decode(name, bytes));
  }

  private static DecodedPicture decode(String name, byte[] bytes) {
    return new PictureDecoder().decode(bytes, name, DecodeBounds.full());
  }
}
