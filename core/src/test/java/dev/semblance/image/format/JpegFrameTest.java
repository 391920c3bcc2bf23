package dev.semblance.image.format;

import static dev.semblance.image.format.FileBytes.bytes;
import static dev.semblance.image.format.FileBytes.joined;
import static dev.semblance.image.format.FileBytes.jpeg;
import static dev.semblance.image.format.FileBytes.latin;
import static dev.semblance.image.format.FileBytes.segment;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The frame header of a JPEG that lies anywhere in a file.
class JpegFrameTest {
  private static final byte[] START = bytes(0xff, 0xd8);
  private static final byte[] FRAME = bytes(8, 0x12, 0x34, 0xab, 0xcd, 1, 1, 0x11, 0);
  private static final byte[] SCAN = segment(0xda, bytes(1, 1, 0, 0, 63, 0));

  @Test
  void a_frame_tells_its_size_and_where_the_scan_begins() {
    byte[] head = joined(START, segment(0xe0, latin("JFIF\0")), segment(0xdb, new byte[65]));
    byte[] file = joined(new byte[17], head, segment(0xc0, FRAME), SCAN, bytes(0xff, 0xd9));

    JpegFrame frame = JpegFrame.of(file, 17).orElseThrow();

    assertThat(frame.width()).isEqualTo(0xabcd);
    assertThat(frame.height()).isEqualTo(0x1234);
    assertThat(frame.area()).isEqualTo(0xabcdL * 0x1234);
    assertThat(frame.end()).isEqualTo(17 + head.length + 13);
    assertThat(Arrays.copyOfRange(file, frame.end(), frame.end() + 2)).isEqualTo(bytes(0xff, 0xda));
  }

  @Test
  void an_area_of_the_largest_sides_does_not_overflow() {
    assertThat(new JpegFrame(65535, 65535, 0).area()).isEqualTo(4_294_836_225L);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xc0, 0xc1, 0xc2})
  void baseline_extended_and_progressive_frames_are_pictures(int marker) {
    byte[] file = joined(START, bytes(0xff, 0xff), segment(marker, FRAME), SCAN, new byte[9]);

    assertThat(JpegFrame.of(file, 0)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf})
  void lossless_and_hierarchical_frames_are_none(int marker) {
    assertThat(JpegFrame.of(joined(START, segment(marker, FRAME), SCAN, new byte[9]), 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xc4, 0xc8, 0xcc})
  void tables_are_no_frames(int marker) {
    byte[] table = segment(marker, new byte[20]);

    assertThat(JpegFrame.of(joined(START, table, segment(0xc0, FRAME), SCAN, new byte[9]), 0))
        .map(JpegFrame::width)
        .contains(0xabcd);
    assertThat(JpegFrame.of(joined(START, table, SCAN, new byte[9]), 0)).isEmpty();
  }

  @Test
  void more_than_eight_bits_are_no_picture() {
    byte[] twelve = FRAME.clone();
    twelve[0] = 12;

    assertThat(JpegFrame.of(joined(START, segment(0xc1, twelve), SCAN, new byte[9]), 0)).isEmpty();
  }

  @Test
  void a_file_that_ends_before_its_scan_has_no_frame() {
    byte[] file = jpeg(30, 20);
    int scan = JpegFrame.of(file, 0).orElseThrow().end();

    for (int length = 0; length < scan + 2; length++) {
      assertThat(JpegFrame.of(Arrays.copyOf(file, length), 0)).as("%d bytes", length).isEmpty();
    }
  }

  @Test
  void no_jpeg_begins_elsewhere() {
    byte[] file = jpeg(30, 20);

    for (long start : new long[] {-1, 1, file.length - 1, file.length, 1L << 32, Long.MAX_VALUE}) {
      assertThat(JpegFrame.of(file, start)).as("at %d", start).isEmpty();
    }
  }
}
