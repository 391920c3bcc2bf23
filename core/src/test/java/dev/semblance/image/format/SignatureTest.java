package dev.semblance.image.format;

import static dev.semblance.image.format.FileBytes.latin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.format.PictureFormat.Support;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Heads that are nearly those of another kind, cut short, or of no kind.
class SignatureTest {
  @ParameterizedTest
  @CsvSource({
    "'\0\0\0\24ftypheic\0\0\0\0avif', AVIF",
    "'\0\0\0\20ftypheic\0\0\0\0avif', HEIC",
    "'\0\0\0\24ftypisom\0\0\0\0heic', HEIC",
    "'\0\0\0\24ftypisomheic\0\0\0\0', VIDEO",
    "'\0\0\0\24ftypisom\0\0\0\0M4A ', VIDEO",
    "'\0\0\0\24ftypheic\0\0\0\0crx ', RAW",
    "'\u00ff\u00ff\u00ff\u00ffftypisom\0\0\0\0avif', AVIF"
  })
  void brands_count_within_their_box_and_the_version_is_none(String head, PictureFormat format) {
    assertThat(PictureFormat.of(latin(head))).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({"12, BMP", "40, BMP", "124, BMP", "41, UNKNOWN", "0, UNKNOWN"})
  void a_bmp_has_a_second_header_of_a_known_size(int size, PictureFormat format) {
    byte[] head = Arrays.copyOf(latin("BM"), 30);
    head[14] = (byte) size;

    assertThat(PictureFormat.of(head)).isEqualTo(format);
    head[17] = 1;
    assertThat(PictureFormat.of(head)).isEqualTo(PictureFormat.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0 2 2 255 ", "P8 2 2 255 ", "P65 2 255 ", "P6", "P6 ", "P5\nx"})
  void what_only_looks_like_netpbm_is_text(String head) {
    assertThat(PictureFormat.of(latin(head))).isEqualTo(PictureFormat.TEXT);
  }

  @Test
  void text_is_utf_8_without_control_characters() {
    byte[] cut = "ab€".getBytes(StandardCharsets.UTF_8);

    assertThat(PictureFormat.of(latin("tab\tline\r\nform\fescape\u001b")))
        .isEqualTo(PictureFormat.TEXT);
    assertThat(PictureFormat.of(latin("bell\u0007"))).isEqualTo(PictureFormat.UNKNOWN);
    assertThat(PictureFormat.of(latin("\u00fc\u00df in Latin-1"))).isEqualTo(PictureFormat.UNKNOWN);
    assertThat(PictureFormat.of(Arrays.copyOf(cut, 4))).isEqualTo(PictureFormat.TEXT);
    assertThat(PictureFormat.of(latin("\u00e2\u0082 broken within")))
        .isEqualTo(PictureFormat.UNKNOWN);
  }

  @Test
  void only_the_first_thousand_bytes_are_looked_at() {
    byte[] late = Arrays.copyOf(latin("x".repeat(1024)), 2000);

    assertThat(PictureFormat.of(late)).isEqualTo(PictureFormat.TEXT);
    assertThat(PictureFormat.of(latin(" ".repeat(1024) + "<svg>"))).isEqualTo(PictureFormat.TEXT);
    assertThat(PictureFormat.of(latin(" ".repeat(1020) + "<SVG>"))).isEqualTo(PictureFormat.SVG);
    byte[] zeros = new byte[2000];
    zeros[1024] = 1;
    assertThat(PictureFormat.of(zeros)).isEqualTo(PictureFormat.ZEROS);
  }

  @Test
  void any_bytes_are_of_some_kind() {
    String[] heads = {
      "RIFF....WEBP", "\0\0\0\u0018ftypheic....mif1", "BM..............(", "P6 1", "II*\0"
    };
    long seed = 3;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = Arrays.copyOf(latin(heads[i % heads.length]), random.nextInt(40));
      if (bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      assertThat(PictureFormat.of(bytes)).as("seed %d, file %d", seed, i).isNotNull();
    }
  }

  @Test
  void the_sentence_of_supported_formats_has_all_that_are_decoded_and_no_others() {
    String[] said = PictureFormat.supported().split(", | and ");

    assertThat(said)
        .containsExactlyElementsOf(
            Arrays.stream(PictureFormat.values())
                .filter(it -> it.support() == Support.READ || it.support() == Support.BY_PROGRAM)
                .map(PictureFormat::title)
                .toList());
    assertThat(PictureFormat.supported()).matches("JPEG, .* and video");
  }
}
