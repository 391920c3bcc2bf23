package dev.semblance.image;

import static dev.semblance.image.PictureFiles.joined;
import static dev.semblance.image.PictureFiles.latin;
import static dev.semblance.image.RawFiles.box;
import static dev.semblance.image.RawFiles.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.semblance.image.UnreadablePictureException.Kind;
import dev.semblance.image.external.ExternalDecoders;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Small files that announce 60,000 x 60,000 pixels (or as many as the format can say).
class BombTest {
  private static final int SIDE = 60_000;
  private static final long ALLOCATED_AT_MOST = 4 << 20;

  private final Pixels picture = PictureFiles.drawing(64, 48, 1);

  private Map<String, byte[]> bombs() {
    Map<String, byte[]> bombs = new LinkedHashMap<>();
    byte[] jpeg = PictureWriter.jpeg(picture, 80);
    JpegFiles.setSize(jpeg, SIDE, SIDE);
    bombs.put("JPEG", jpeg);
    bombs.put(
        "PNG",
        joined(
            PictureFiles.pngHeader(SIDE, SIDE, 8, 2),
            PictureFiles.pngChunk("IDAT", PictureFiles.deflated(new byte[100_000])),
            PictureFiles.pngChunk("IEND", new byte[0])));
    bombs.put("TIFF", TiffBuilder.of(picture).longs(256, SIDE).longs(257, SIDE).build());
    byte[] gif = PictureFiles.gif(picture);
    ByteBuffer.wrap(gif)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(6, (short) SIDE)
        .putShort(8, (short) SIDE);
    bombs.put("GIF", gif);
    byte[] bmp = PictureFiles.bmp(picture);
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, SIDE).putInt(22, SIDE);
    bombs.put("BMP", bmp);
    bombs.put("PNM", latin("P6 60000 60000 255\n"));
    byte[] psd = PlainFiles.psd(picture);
    ByteBuffer.wrap(psd).putInt(14, SIDE).putInt(18, SIDE);
    bombs.put("PSD", psd);
    bombs.put("RAW", RawFiles.rw2(jpeg, jpeg, 1));
    programs(bombs);
    return bombs;
  }

  /// Those that a program would decode are refused before it starts.
  private static void programs(Map<String, byte[]> bombs) {
    byte[] j2k = SampleFiles.bytes("picture.j2k");
    ByteBuffer.wrap(j2k).putInt(8, SIDE).putInt(12, SIDE);
    bombs.put("JPEG 2000, bare", j2k);
    byte[] jp2 = SampleFiles.bytes("picture.jp2");
    int stream = indexOf(jp2, new byte[] {(byte) 0xff, 0x4f, (byte) 0xff, 0x51});
    ByteBuffer.wrap(jp2).putInt(stream + 8, SIDE).putInt(stream + 12, SIDE);
    bombs.put("JPEG 2000", jp2);
    for (String name : List.of("picture.heic", "picture.avif")) {
      byte[] file = SampleFiles.bytes(name);
      int size = indexOf(file, latin("ispe"));
      ByteBuffer.wrap(file).putInt(size + 8, SIDE).putInt(size + 12, SIDE);
      bombs.put(name, file);
    }
    // A height of 18 bits, and as wide.
    bombs.put("JPEG XL", jpegXl(SIDE));
    bombs.put(
        "JPEG XL in boxes",
        joined(
            number(12),
            latin("JXL \r\n\u0087\n"),
            box("ftyp", latin("jxl \0\0\0\0jxl ")),
            box("jxlc", jpegXl(SIDE))));
  }

  /// The bits of `SizeHeader`, the lowest first: not small, 18 bits, the height less one, ratio 1.
  private static byte[] jpegXl(int side) {
    long bits = 2L << 1 | (long) (side - 1) << 3 | 1L << 21;
    byte[] stream = new byte[40];
    stream[0] = (byte) 0xff;
    stream[1] = 0x0a;
    for (int i = 0; i < 8; i++) {
      stream[2 + i] = (byte) (bits >> (8 * i));
    }
    return stream;
  }

  private static int indexOf(byte[] file, byte[] mark) {
    for (int at = 0; at + mark.length <= file.length; at++) {
      if (Arrays.equals(file, at, at + mark.length, mark, 0, mark.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("the file lacks the mark");
  }

  @Test
  void a_bomb_of_any_format_is_refused_from_its_header_without_allocating_its_pixels() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    PictureDecoder decoder = new PictureDecoder(ExternalDecoders.in(List.of()));
    bombs()
        .forEach((name, bomb) -> {
          refusal(decoder, bomb); // loads what has to be loaded
          long before = threads.getCurrentThreadAllocatedBytes();
          UnreadablePictureException refusal = refusal(decoder, bomb);
          long allocated = threads.getCurrentThreadAllocatedBytes() - before;

          assertThat(refusal).as(name).isNotNull();
          assertThat(refusal.kind())
              .as("%s: %s", name, refusal.getMessage())
              .isEqualTo(Kind.TOO_LARGE);
          assertThat(refusal).as(name).hasMessageContaining("60000 x 60000 pixels (3600 million)");
          assertThat(allocated).as("bytes allocated for %s", name).isLessThan(ALLOCATED_AT_MOST);
        });
  }

  /// A WebP's canvas may be wide or high, but not both.
  @Test
  void a_webp_of_the_largest_canvas_is_refused_or_broken() {
    byte[] webp =
        PictureFiles.webpWithExif(
            PictureFiles.losslessWebp(picture), picture, TiffBuilder.orientation(1));
    Arrays.fill(webp, 24, 30, (byte) 0xff);

    assertThat(refusal(new PictureDecoder(), webp).kind()).isIn(Kind.TOO_LARGE, Kind.CORRUPT);
    byte[] plain = PictureFiles.losslessWebp(picture);
    ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).putInt(21, 0x0fff_ffff);
    UnreadablePictureException refusal =
        catchThrowableOfType(
            UnreadablePictureException.class,
            () ->
                new PictureDecoder()
                    .decode(plain, "bomb", DecodeBounds.full().withMaxPixels(100_000_000)));
    assertThat(refusal.getMessage()).contains("16384 x 16384 pixels");
  }

  @Test
  void a_progressive_jpeg_of_very_many_scans_is_refused_before_its_time() {
    byte[] jpeg = JpegFiles.progressive(PictureFiles.drawing(1600, 1200, 2));
    byte[] scans = new byte[20_000];
    for (int i = 0; i < scans.length; i += 2) {
      scans[i] = (byte) 0xff;
      scans[i + 1] = (byte) 0xda;
    }
    byte[] bomb =
        joined(Arrays.copyOf(jpeg, jpeg.length - 2), scans, new byte[] {(byte) 0xff, (byte) 0xd9});

    assertThat(refusal(new PictureDecoder(), bomb).kind()).isEqualTo(Kind.TOO_SLOW);
  }

  @Test
  void the_default_bound_of_memory_is_no_more_than_the_machine_and_the_heap_can_give() {
    long heap = Runtime.getRuntime().maxMemory();

    assertThat(DecodeBounds.defaultMaxBytes())
        .isBetween(128L << 20, Math.max(128L << 20, heap / 4));
  }

  private static UnreadablePictureException refusal(PictureDecoder decoder, byte[] bomb) {
    return catchThrowableOfType(
        UnreadablePictureException.class, () -> decoder.decode(bomb, "bomb", DecodeBounds.full()));
  }
}
