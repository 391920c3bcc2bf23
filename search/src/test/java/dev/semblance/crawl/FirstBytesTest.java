package dev.semblance.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a file is by its name and, where that says nothing, by its first bytes.
class FirstBytesTest {
  @TempDir Path folder;

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00FF\u00D8\u00FF",
        "GIF87a",
        "II+\0",
        "MM\0+",
        "\0\0\0\fJXL \r\n\u0087\n",
        "\u00FF\n",
        "\0\0\0\fjP  \r\n\u0087\n",
        "\u00FFO\u00FFQ",
        "qoif",
        "v/1\u0001",
        "#?RADIANCE",
        "FUJIFILMCCD-RAW",
        "IIU\0",
        "FOVb",
        "\0\0\0\u001cftypcrx ",
        "\0\0\0\u001cftypmif1",
        "P1 1",
        "BM....\0\0\0\0....|\0\0\0"
      })
  void a_beginning_is_known_from_its_last_byte_on_and_not_before(String first) {
    byte[] whole = bytes(first);
    for (int length = 0; length < whole.length; length++) {
      assertThat(FirstBytes.ofPicture(Arrays.copyOf(whole, length)))
          .as("%d of %s", length, first)
          .isFalse();
    }
    assertThat(FirstBytes.ofPicture(whole)).isTrue();
    assertThat(FirstBytes.ofPicture(Arrays.copyOf(whole, FirstBytes.WANTED)))
        .as("with more behind")
        .isTrue();
    assertThat(whole).as("read as far").hasSizeLessThanOrEqualTo(FirstBytes.WANTED);
  }

  @Test
  void what_is_like_a_picture_but_for_one_byte_is_none() {
    for (String first :
        List.of(
            "RIFF\1\2\3\4WEBQ",
            "RIFX\1\2\3\4WEBP",
            "P0 1",
            "P7 1",
            "P6x1",
            "P6 x",
            "BM....\0\0\0\0....}\0\0\0",
            "BM....\0\0\0\0....|\0\0\1",
            "\0\0\0\u001cftypHEIC",
            " GIF89a")) {
      assertThat(FirstBytes.ofPicture(Arrays.copyOf(bytes(first), 32))).as(first).isFalse();
    }
  }

  @Test
  void no_extension_is_both_that_of_a_picture_and_of_something_else() {
    assertThat(PictureFiles.PICTURES).doesNotContainAnyElementsOf(PictureFiles.OTHERS);
    assertThat(PictureFiles.PICTURES)
        .allMatch(it -> PictureFiles.namedLikePicture("a.b." + it.toUpperCase(Locale.ROOT)));
    assertThat(PictureFiles.OTHERS).noneMatch(it -> PictureFiles.namedLikePicture("a.jpg." + it));
    assertThat(List.of("jpg", "a.jpg.", "a.jp", "a.jpg ", "", "."))
        .noneMatch(PictureFiles::namedLikePicture);
  }

  @Test
  void a_file_is_opened_only_where_its_name_says_nothing() throws IOException {
    byte[] gif = bytes("GIF89a");
    assertThat(PictureFiles.tried(folder.resolve("not there.jpg"))).isTrue();
    assertThat(PictureFiles.tried(folder.resolve("not there.bin2"))).isFalse();
    assertThat(PictureFiles.tried(Files.write(folder.resolve("a.jpg."), gif))).isTrue();
    assertThat(PictureFiles.tried(Files.write(folder.resolve("a.unknown"), gif))).isTrue();
    assertThat(PictureFiles.tried(Files.write(folder.resolve("a.TXT"), gif))).isFalse();
    assertThat(PictureFiles.tried(Files.createDirectory(folder.resolve("folder")))).isFalse();
    assertThat(PictureFiles.tried(folder.resolve("/"))).isFalse();
  }
}
