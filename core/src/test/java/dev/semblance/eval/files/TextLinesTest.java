package dev.semblance.eval.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLinesTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("lines.txt"), text);
  }

  @Test
  void each_line_that_holds_something_is_a_text_whatever_ends_it() throws IOException {
    assertThat(TextLines.read(file("a dog\r\n\n  two words \n\t\nö\rlast")))
        .containsExactly("a dog", "two words", "ö", "last");
  }

  @Test
  void the_mark_that_editors_put_in_front_is_no_part_of_the_first() throws IOException {
    assertThat(TextLines.read(file("\uFEFFa dog\n"))).containsExactly("a dog");
  }

  @Test
  void a_file_of_nothing_one_that_is_no_text_and_none_are_told() throws IOException {
    Path file = file(" \n\n");
    assertThatThrownBy(() -> TextLines.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ": holds no line");
    Path latin = Files.write(folder.resolve("l"), "é".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> TextLines.read(latin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(latin + ": is no text in UTF-8");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> TextLines.read(none))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(none + ": does not exist; a text, one a line, was expected there");
  }
}
