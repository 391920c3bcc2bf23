package dev.semblance.image.format;

import static dev.semblance.image.format.FileBytes.big;
import static dev.semblance.image.format.FileBytes.bytes;
import static dev.semblance.image.format.FileBytes.joined;
import static dev.semblance.image.format.FileBytes.jpeg;
import static dev.semblance.image.format.FileBytes.latin;
import static dev.semblance.image.format.FileBytes.little;
import static dev.semblance.image.format.FileBytes.segment;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What segments and chunks say: EXIF, profiles, scans, and whether a file is whole.
class PictureStructureWalkTest {
  private static final byte[] BLOCK = latin("MM\0*an EXIF block");
  private static final byte[] PNG_MARK = latin("\u0089PNG\r\n\u001a\n");

  private static byte[] chunk(String name, byte[] content) {
    return joined(big(content.length, 4), latin(name), content, new byte[4]);
  }

  private static byte[] png(byte[]... chunks) {
    return joined(PNG_MARK, joined(chunks), chunk("IEND", new byte[0]));
  }

  private static byte[] webp(byte[]... chunks) {
    byte[] body = joined(latin("WEBP"), joined(chunks));
    return joined(latin("RIFF"), little(body.length, 4), body);
  }

  private static byte[] webpChunk(String name, byte[] content) {
    return joined(latin(name), little(content.length, 4), content, new byte[content.length % 2]);
  }

  private static byte[] deflated(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static PictureStructure jpegOf(byte[] file) {
    return PictureStructure.of(PictureFormat.JPEG, file);
  }

  @Test
  void the_first_exif_segment_of_a_jpeg_counts() {
    byte[] xmp = segment(0xe1, latin("http://ns.adobe.com/xap/1.0/\0<x/>"));
    byte[] exif = segment(0xe1, latin("Exif\0\0"), BLOCK);
    byte[] later = segment(0xe1, latin("Exif\0\0another"));
    byte[] picture = jpeg(3, 2);
    byte[] rest = Arrays.copyOfRange(picture, 2, picture.length);

    PictureStructure structure = jpegOf(joined(bytes(0xff, 0xd8), xmp, exif, later, rest));

    assertThat(structure.exif()).isEqualTo(BLOCK);
    assertThat(structure.complete()).isTrue();
    assertThat(structure.progressive()).isFalse();
    assertThat(structure.scans()).isEqualTo(1);
  }

  @Test
  void a_progressive_jpeg_has_as_many_scans_as_start_marks() {
    byte[] scan = joined(segment(0xda, bytes(1, 1, 0, 0, 63, 0)), bytes(1, 0xff, 0, 2));
    byte[] frame = segment(0xc2, bytes(8, 0, 9, 0, 9, 1, 1, 0x11, 0));
    byte[] file = joined(bytes(0xff, 0xd8), frame, scan, scan, scan, bytes(0xff, 0xd9));

    assertThat(jpegOf(file).progressive()).isTrue();
    assertThat(jpegOf(file).scans()).isEqualTo(3);
  }

  @Test
  void a_jpeg_is_whole_when_its_end_mark_stands_behind_its_scan() {
    byte[] file = jpeg(3, 2);

    assertThat(jpegOf(joined(file, new byte[50])).complete()).as("with bytes behind").isTrue();
    for (int length = 2; length < file.length; length++) {
      assertThat(jpegOf(Arrays.copyOf(file, length)).complete()).as("%d bytes", length).isFalse();
    }
  }

  @Test
  void the_end_of_a_thumbnail_is_not_that_of_its_jpeg() {
    byte[] picture = jpeg(3, 2);
    byte[] thumbnail = segment(0xe1, latin("Exif\0\0"), picture);
    byte[] rest = Arrays.copyOfRange(picture, 2, picture.length - 2);

    assertThat(jpegOf(joined(bytes(0xff, 0xd8), thumbnail, rest)).complete()).isFalse();
  }

  @Test
  void chunks_of_a_png_tell_exif_profile_and_code_points() {
    byte[] profile = new byte[3000];
    Arrays.fill(profile, (byte) 7);
    byte[] named = chunk("iCCP", joined(latin("name\0\0"), deflated(profile)));

    PictureStructure all =
        PictureStructure.of(
            PictureFormat.PNG,
            png(named, chunk("cICP", bytes(12, 13, 0, 1)), chunk("eXIf", BLOCK)));
    PictureStructure none = PictureStructure.of(PictureFormat.PNG, png());

    assertThat(all.pngProfile()).isEqualTo(profile);
    assertThat(all.codePoints()).isTrue();
    assertThat(all.exif()).isEqualTo(BLOCK);
    assertThat(none.pngProfile()).isEmpty();
    assertThat(none.codePoints()).isFalse();
    assertThat(none.exif()).isEmpty();
  }

  @Test
  void a_profile_that_is_cut_or_not_deflated_is_none() {
    byte[] whole = deflated(new byte[500]);
    byte[] cut = Arrays.copyOf(whole, whole.length - 4);
    for (byte[] content : new byte[][] {latin("no zero"), latin("n\0"), latin("n\0\0noise"), {}}) {
      assertThat(PictureStructure.of(PictureFormat.PNG, png(chunk("iCCP", content))).pngProfile())
          .isEmpty();
    }
    byte[] file = png(chunk("iCCP", joined(latin("n\0\0"), cut)));
    assertThat(PictureStructure.of(PictureFormat.PNG, file).pngProfile()).isEmpty();
  }

  @Test
  void a_profile_that_inflates_without_end_is_cut_off() {
    byte[] bomb = deflated(new byte[20 << 20]);

    byte[] file = png(chunk("iCCP", joined(latin("n\0\0"), bomb)));

    assertThat(bomb.length).isLessThan(30_000);
    assertThat(PictureStructure.of(PictureFormat.PNG, file).pngProfile()).hasSize(8 << 20);
  }

  @Test
  void a_png_is_whole_when_its_last_chunk_is() {
    byte[] file = png(chunk("eXIf", BLOCK));
    for (int length = 0; length < file.length; length++) {
      PictureStructure cut = PictureStructure.of(PictureFormat.PNG, Arrays.copyOf(file, length));
      assertThat(cut.complete()).as("%d bytes", length).isFalse();
      assertThat(cut.exif()).as("%d bytes", length).isIn(new byte[0], BLOCK);
    }
    assertThat(PictureStructure.of(PictureFormat.PNG, file).complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"''", "'Exif\0\0'"})
  void the_exif_chunk_of_a_webp_may_begin_as_in_a_jpeg(String before) {
    byte[] odd = webpChunk("ICCP", new byte[13]);
    byte[] file =
        webp(webpChunk("VP8X", new byte[10]), odd, webpChunk("EXIF", joined(latin(before), BLOCK)));

    PictureStructure structure = PictureStructure.of(PictureFormat.WEBP, file);

    assertThat(structure.exif()).isEqualTo(BLOCK);
    assertThat(structure.complete()).isTrue();
    byte[] cut = Arrays.copyOf(file, file.length - 1);
    assertThat(PictureStructure.of(PictureFormat.WEBP, cut).complete()).isFalse();
  }

  @Test
  void a_gif_is_whole_with_its_trailer_and_a_bmp_with_the_bytes_it_announces() {
    assertThat(PictureStructure.of(PictureFormat.GIF, latin("GIF89a...;")).complete()).isTrue();
    assertThat(PictureStructure.of(PictureFormat.GIF, latin("GIF89a...")).complete()).isFalse();
    byte[] bmp = joined(latin("BM"), little(20, 4), new byte[14]);
    assertThat(PictureStructure.of(PictureFormat.BMP, bmp).complete()).isTrue();
    assertThat(PictureStructure.of(PictureFormat.BMP, Arrays.copyOf(bmp, 19)).complete()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(PictureFormat.class)
  void no_bytes_at_all_have_an_empty_structure(PictureFormat format) {
    PictureStructure structure = PictureStructure.of(format, new byte[0]);

    assertThat(structure.exif()).isEmpty();
    assertThat(structure.pngProfile()).isEmpty();
    assertThat(structure.scans()).isZero();
  }
}
