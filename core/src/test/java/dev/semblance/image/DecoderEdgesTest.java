package dev.semblance.image;

import static dev.semblance.image.PictureFiles.joined;
import static dev.semblance.image.PictureFiles.latin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.semblance.image.UnreadablePictureException.Kind;
import dev.semblance.image.external.ExternalDecoders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bounds without end, sides as large as headers can say, pages that are none, and other edges of
/// decoding.
class DecoderEdgesTest {
  private static final PictureDecoder DECODER = new PictureDecoder(ExternalDecoders.in(List.of()));

  private final Pixels picture = PictureFiles.drawing(30, 20, 6);

  @TempDir private Path folder;

  private static Kind kind(byte[] file, DecodeBounds bounds) {
    return catchThrowableOfType(
            UnreadablePictureException.class, () -> DECODER.decode(file, "a", bounds))
        .kind();
  }

  private static Pixels decode(byte[] file) {
    return DECODER.decode(file, "a", DecodeBounds.full()).pixels();
  }

  @Test
  void a_time_without_end_is_allowed() {
    DecodeBounds bounds = DecodeBounds.full().withMaxTime(ChronoUnit.FOREVER.getDuration());

    byte[] png = PictureWriter.png(picture);

    assertThat(DECODER.decode(png, "a.png", bounds).pixels().data()).isEqualTo(picture.data());
  }

  /// Their product is more than a number of 64 bits holds.
  @ParameterizedTest
  @ValueSource(strings = {"PSD", "JPEG 2000", "HEIC"})
  void sides_whose_product_overflows_are_too_large_whatever_is_allowed(String format) {
    byte[] file =
        switch (format) {
          case "PSD" -> sized(PlainFiles.psd(picture), 14);
          case "JPEG 2000" -> sized(SampleFiles.bytes("picture.j2k"), 8);
          default -> {
            byte[] heic = SampleFiles.bytes("picture.heic");
            yield sized(
                heic,
                new String(heic, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("ispe") + 8);
          }
        };

    assertThat(kind(file, DecodeBounds.full().withMaxPixels(1L << 40))).isEqualTo(Kind.TOO_LARGE);
  }

  private static byte[] sized(byte[] file, int at) {
    ByteBuffer.wrap(file).putInt(at, -1).putInt(at + 4, -1);
    return file;
  }

  @Test
  void as_many_pixels_as_are_allowed_are_decoded_and_one_more_is_not() {
    byte[] pgm = joined(latin("P5 6 5 255\n"), new byte[30]);

    DecodeBounds bounds = DecodeBounds.full();
    assertThat(DECODER.decode(pgm, "a", bounds.withMaxPixels(30)).pixels().width()).isEqualTo(6);
    assertThat(kind(pgm, bounds.withMaxPixels(29))).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void a_tiff_whose_pages_are_no_pages_is_a_sentence_and_never_another_error() {
    byte[] wide = TiffBuilder.of(picture).longs(256, -1).build();
    byte[] far = new byte[60];
    ByteBuffer header = ByteBuffer.wrap(far).order(ByteOrder.LITTLE_ENDIAN);
    header.put(latin("II+\0\b\0\0\0")).putLong(Long.MAX_VALUE);

    for (byte[] tiff : new byte[][] {wide, far}) {
      assertThatThrownBy(() -> DECODER.pages(tiff, "scan.tif", DecodeBounds.full()))
          .isInstanceOf(UnreadablePictureException.class)
          .hasMessageStartingWith("scan.tif: the TIFF ");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, 1, Integer.MAX_VALUE})
  void a_page_that_is_not_there_is_named(int page) {
    byte[] tiff = TiffBuilder.of(picture).build();

    assertThatThrownBy(() -> DECODER.decode(tiff, "scan.tif", page, DecodeBounds.full()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scan.tif: there is no page " + page + "; pages are numbered from 0");
  }

  /// Sixteen frames are looked at.
  @ParameterizedTest
  @CsvSource({"15, true", "16, false"})
  void only_so_many_frames_are_looked_at(int blank, boolean found) {
    byte[] data = new byte[3 * 30 * 20];
    Arrays.fill(data, (byte) 254);
    Pixels flat = new Pixels(30, 20, 3, data);
    Pixels[] frames = Collections.nCopies(blank + 1, flat).toArray(Pixels[]::new);
    frames[blank] = picture;

    Pixels shown = decode(PictureFiles.animatedGif(frames));

    assertThat(Arrays.equals(shown.data(), picture.data())).isEqualTo(found);
    assertThat(Arrays.equals(shown.data(), data)).isEqualTo(!found);
  }

  @Test
  void a_profile_is_followed_beside_alpha() {
    byte[] colours = {20, 120, (byte) 220, 90, 60, 30};
    byte[] rgba = {20, 120, (byte) 220, 50, 90, 60, 30, (byte) 250};
    byte[] profile = IccProfile.adobeRgb();
    byte[] opaque =
        TiffBuilder.of(new Pixels(2, 1, 3, colours))
            .undefined(TiffBuilder.ICC_PROFILE, profile)
            .build();
    byte[] translucent =
        TiffBuilder.of(new Pixels(2, 1, 4, rgba))
            .undefined(TiffBuilder.ICC_PROFILE, profile)
            .build();

    Pixels decoded = decode(translucent);

    assertThat(decoded.channels()).isEqualTo(4);
    assertThat(decoded.withoutAlpha().data())
        .isEqualTo(decode(opaque).data())
        .isNotEqualTo(colours);
    assertThat(decoded.data()[3]).isEqualTo((byte) 50);
  }

  @Test
  void a_folder_is_an_error_of_the_file_system() {
    assertThatThrownBy(() -> DECODER.decode(folder, DecodeBounds.full()))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void a_file_is_known_by_its_content_under_any_name_and_through_links() throws IOException {
    Path file = folder.resolve("Grüße, мир [1] %20 'x'.txt");
    Files.write(file, PictureWriter.png(picture));
    Path link = Files.createSymbolicLink(folder.resolve("link.mp4"), file);

    for (Path path : List.of(file, link)) {
      DecodedPicture decoded = DECODER.decode(path, DecodeBounds.full());
      assertThat(decoded.info().format()).isEqualTo("PNG");
      assertThat(decoded.pixels().data()).isEqualTo(picture.data());
    }
  }

  @Test
  void bytes_handed_over_are_not_changed() {
    byte[][] files = {
      PictureWriter.jpeg(picture, 80),
      PictureFiles.gif(picture),
      TiffBuilder.of(picture).build(),
      PlainFiles.psd(picture),
      PlainFiles.ppm(picture)
    };
    for (byte[] file : files) {
      byte[] before = file.clone();
      assertThat(decode(file).width()).isEqualTo(30);
      assertThat(file).isEqualTo(before);
    }
  }
}
