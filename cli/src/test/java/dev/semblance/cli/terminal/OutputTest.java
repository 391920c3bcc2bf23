package dev.semblance.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void writes_lines_in_utf8() {
    Output output = new Output(bytes, false, Style.PLAIN);
    output.line("größe 写真");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("größe 写真\n");
  }

  @Test
  void a_terminal_sees_each_line_at_once() {
    Output output = new Output(new BufferedOutputStream(bytes), true, Style.PLAIN);
    output.line("now");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("now\n");
  }

  @Test
  void elsewhere_lines_are_kept_back() {
    Output output = new Output(new BufferedOutputStream(bytes), false, Style.PLAIN);
    output.line("later");
    assertThat(bytes.size()).isZero();
    output.flush();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("later\n");
  }

  @Test
  void tells_a_closed_pipe_from_a_full_disk() {
    Output piped = new Output(failing("Broken pipe"), false, Style.PLAIN);
    assertThatThrownBy(() -> piped.line("x")).isInstanceOf(Output.ReaderGone.class);
    Output onDisk = new Output(failing("No space left on device"), false, Style.PLAIN);
    assertThatThrownBy(() -> onDisk.line("x"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("the output cannot be written: No space left on device");
  }

  @Test
  void colours_only_terminals_that_may_be_coloured() {
    assertThat(Surroundings.style(true, Map.of("TERM", "xterm"))).isEqualTo(Style.COLOURED);
    assertThat(Surroundings.style(false, Map.of("TERM", "xterm"))).isEqualTo(Style.PLAIN);
    assertThat(Surroundings.style(true, Map.of("TERM", "dumb"))).isEqualTo(Style.PLAIN);
    assertThat(Surroundings.style(true, Map.of())).isEqualTo(Style.PLAIN);
    assertThat(Surroundings.style(true, Map.of("TERM", "xterm", "NO_COLOR", "1")))
        .isEqualTo(Style.PLAIN);
    assertThat(Surroundings.style(true, Map.of("TERM", "xterm", "NO_COLOR", "")))
        .as("an empty NO_COLOR counts as unset")
        .isEqualTo(Style.COLOURED);
  }

  @Test
  void marks_text_or_leaves_it() {
    assertThat(Style.COLOURED.bold("a")).isEqualTo("\u001b[1ma\u001b[0m");
    assertThat(Style.PLAIN.bold("a") + Style.PLAIN.bad("b")).isEqualTo("ab");
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
