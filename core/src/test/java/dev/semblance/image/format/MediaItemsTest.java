package dev.semblance.image.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MediaItemsTest {
  private static final byte[] TIFF = bytes("II*\0what an EXIF block says");

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] box(String type, byte[]... content) {
    byte[] all = joined(content);
    return joined(number(8 + all.length), bytes(type), all);
  }

  /// Two items, of which the second is EXIF's: a description each, a place each.
  private static byte[] heic(int place) {
    byte[] picture = box("infe", bytes("\2\0\0\0\0\1\0\0hvc1\0"));
    byte[] exif = box("infe", bytes("\2\0\0\0\0\2\0\0Exif\0"));
    byte[] items = box("iinf", bytes("\0\0\0\0\0\2"), picture, exif);
    // Offsets and lengths of four bytes, no base: number, reference, count, place, length.
    byte[] first = joined(bytes("\0\1\0\0\0\1"), number(5), number(7));
    byte[] second = joined(bytes("\0\2\0\0\0\1"), number(place), number(10 + TIFF.length));
    byte[] places = box("iloc", bytes("\0\0\0\0D\0\0\2"), first, second);
    return joined(
        box("ftyp", bytes("heic\0\0\0\0mif1heic")), box("meta", bytes("\0\0\0\0"), items, places));
  }

  @Test
  void finds_the_exif_item_of_a_heic() {
    byte[] content = joined(number(6), bytes("Exif\0\0"), TIFF);
    int place = heic(0).length + 8;

    byte[] file = joined(heic(place), box("mdat", content));

    assertThat(MediaItems.exif(file)).isEqualTo(TIFF);
  }

  @Test
  void finds_the_exif_box_of_a_jpeg_xl() {
    byte[] file =
        joined(
            box("JXL ", bytes("\r\n\u0087\n")),
            box("ftyp", bytes("jxl \0\0\0\0jxl ")),
            box("Exif", number(0), TIFF),
            box("jxlc", bytes("\u00ff\n")));

    assertThat(MediaItems.exif(file)).isEqualTo(TIFF);
  }

  @Test
  void a_block_that_lies_beyond_the_file_is_none() {
    assertThat(MediaItems.exif(joined(heic(100_000), box("mdat", TIFF)))).isEmpty();
    assertThat(MediaItems.exif(joined(heic(-1), box("mdat", TIFF)))).isEmpty();
    assertThat(MediaItems.exif(bytes("no boxes at all"))).isEmpty();
  }

  @Test
  void damaged_boxes_never_fail() {
    byte[] whole = joined(heic(120), box("mdat", new byte[60]));
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = whole.clone();
      for (int damage = 0; damage < 4; damage++) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      assertThat(MediaItems.exif(file)).as("seed 5, file %d", i).hasSizeLessThan(file.length);
      assertThat(AnnouncedSize.of(PictureFormat.HEIC, file)).isEmpty();
    }
  }

  @Test
  void the_largest_of_the_sizes_of_a_heic_is_announced() {
    byte[] tile = box("ispe", number(0), number(512), number(512));
    byte[] whole = box("ispe", number(0), number(4032), number(3024));
    byte[] file =
        joined(
            box("ftyp", bytes("heic")),
            box("meta", number(0), box("iprp", box("ipco", tile, whole, tile))));

    assertThat(AnnouncedSize.of(PictureFormat.HEIC, file)).contains(new AnnouncedSize(4032, 3024));
  }
}
