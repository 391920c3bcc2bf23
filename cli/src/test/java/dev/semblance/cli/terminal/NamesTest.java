package dev.semblance.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void shows_ordinary_names_as_they_are() {
    assertThat(Names.shown("/home/ann/Übersicht 写真 🐶.jpg"))
        .isEqualTo("/home/ann/Übersicht 写真 🐶.jpg");
    assertThat(Names.shown("C:\\pictures\\new")).isEqualTo("C:\\pictures\\new");
  }

  @Test
  void shows_control_characters_as_escapes() {
    assertThat(Names.shown("a\tb\nc\rd\u001b[31m\u007f\u0085"))
        .isEqualTo("a\\tb\\nc\\rd\\u001b[31m\\u007f\\u0085");
  }

  @Test
  void shows_marks_that_turn_text_around_as_escapes() {
    assertThat(Names.shown("photo\u202egpj.exe\u2066\u2028"))
        .isEqualTo("photo\\u202egpj.exe\\u2066\\u2028");
  }

  @Test
  void shows_half_characters_as_escapes() {
    assertThat(Names.shown("a\ud83d")).isEqualTo("a\\ud83d");
  }

  @Test
  void gives_the_bytes_of_a_path_that_is_text() {
    assertThat(Names.bytes("/a/ü%20.jpg"))
        .isEqualTo("/a/ü%20.jpg".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void gives_the_bytes_of_a_path_that_is_no_text() {
    byte[] expected = {'/', 'a', '/', (byte) 0xe4, ' ', '%', '.', 'j'};
    assertThat(Names.bytes("file:///a/%E4%20%25.j")).isEqualTo(expected);
    assertThat(Names.bytes("file:/a/%e4%20%25.j")).isEqualTo(expected);
  }
}
