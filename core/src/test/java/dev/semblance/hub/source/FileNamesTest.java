package dev.semblance.hub.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which names of a server may become files: none that leaves the folder, none that some system
/// cannot write.
class FileNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "config.json",
        "onnx/text_model.onnx",
        "a/b/c/d/e",
        ".gitattributes",
        "a..b",
        "..a",
        "...a/b",
        "console.txt",
        "com10.txt",
        "auxiliary",
        "my.nul",
        "with space.txt",
        "größe/日本.txt",
        "a\uD83D\uDE00b"
      })
  void a_plain_name_passes_as_it_is(String name) {
    assertThat(FileNames.checked(name, "org/x")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "a/",
        ".",
        "..",
        "a/..",
        "a/../b",
        "a\\b",
        "a:b",
        "a*",
        "a?",
        "a\"b",
        "<a",
        "a>",
        "a|b",
        "a\nb",
        "a\u0000b",
        "a\u007fb",
        "CON",
        "con.txt",
        "a/Nul/b",
        "prn.tar.gz",
        "lpt1",
        "COM9.onnx",
        "com0",
        "a./b",
        "a ",
        "a /b",
        "a\uD83D",
        "\uDE00/b"
      })
  void a_name_that_leads_out_or_cannot_be_written_everywhere_is_refused(String name) {
    assertThatThrownBy(() -> FileNames.checked(name, "org/x"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "org/x: names a file \""
                + name
                + "\", which would lie outside the model's folder or cannot be written everywhere;"
                + " nothing was pulled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "é", "語", "\uD83D\uDE00"})
  void the_longest_name_has_200_bytes(String letter) {
    int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
    String longest = letter.repeat(200 / bytes);
    assertThat(FileNames.checked(longest, "x")).isEqualTo(longest);
    assertThatThrownBy(() -> FileNames.checked(longest + letter, "x"))
        .isInstanceOf(ModelException.class);
  }

  @Test
  void whatever_passes_lies_below_the_folder_and_is_its_own_only_way_there() {
    Path home = Path.of("home").toAbsolutePath();
    String[] pieces = {"a", "/", ".", "..", "/..", "./", "b", "\\", "~", " "};
    for (long seed = 1; seed <= 3000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder name = new StringBuilder();
      for (int i = 1 + random.nextInt(7); i > 0; i--) {
        name.append(pieces[random.nextInt(pieces.length)]);
      }
      if (passes(name.toString())) {
        Path file = home.resolve(name.toString());
        assertThat(file.normalize()).as("seed " + seed + ": " + name).isEqualTo(file);
        assertThat(file.startsWith(home) && !file.equals(home)).as("seed " + seed).isTrue();
        assertThat(home.relativize(file)).hasToString(name.toString());
      }
    }
  }

  private static boolean passes(String name) {
    try {
      return FileNames.checked(name, "x").equals(name);
    } catch (ModelException e) {
      return false;
    }
  }
}
