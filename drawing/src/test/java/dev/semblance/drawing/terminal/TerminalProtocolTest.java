package dev.semblance.drawing.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalProtocolTest {
  /// Variables as `NAME=value`, separated by blanks.
  private static Map<String, String> environment(String variables) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ")) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return environment;
  }

  @ParameterizedTest
  @CsvSource({
    "TERM=xterm-kitty KITTY_WINDOW_ID=1 COLORTERM=truecolor, KITTY",
    "TERM=xterm-256color KITTY_WINDOW_ID=1, KITTY",
    "TERM=xterm-ghostty TERM_PROGRAM=ghostty COLORTERM=truecolor, KITTY",
    "TERM=xterm-256color TERM_PROGRAM=iTerm.app COLORTERM=truecolor, ITERM",
    "TERM=xterm-256color LC_TERMINAL=iTerm2, ITERM",
    "TERM=xterm-256color TERM_PROGRAM=WezTerm COLORTERM=truecolor, ITERM",
    "TERM=xterm TERM_PROGRAM=mintty, ITERM",
    "TERM=foot COLORTERM=truecolor, SIXEL",
    "TERM=mlterm, SIXEL",
    "TERM=xterm-256color KONSOLE_VERSION=230805 COLORTERM=truecolor, SIXEL",
    "TERM=xterm-256color KONSOLE_VERSION=210400 COLORTERM=truecolor, BLOCKS",
    "TERM=xterm-256color COLORTERM=truecolor, BLOCKS",
    "TERM=xterm-256color COLORTERM=24bit, BLOCKS",
    "TERM=xterm-256color TERM_PROGRAM=vscode, BLOCKS",
    "TERM=xterm-256color WT_SESSION=abc, BLOCKS",
    "TERM=tmux-256color TMUX=/tmp/1 KITTY_WINDOW_ID=1 COLORTERM=truecolor, BLOCKS",
    "TERM=screen-256color TERM_PROGRAM=iTerm.app, NONE",
    "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal, NONE",
    "TERM=xterm-256color, NONE",
    "TERM=linux, NONE",
    "TERM=dumb COLORTERM=truecolor, NONE",
    "HOME=/root, NONE",
    "TERM=dumb SEMBLANCE_PREVIEW=sixel, SIXEL",
    "TERM=xterm-kitty SEMBLANCE_PREVIEW=None, NONE"
  })
  void known_terminals_are_told_by_their_variables(String variables, TerminalProtocol expected) {
    assertThat(TerminalProtocol.of(environment(variables))).isEqualTo(expected);
  }

  @Test
  void an_unknown_wish_is_refused_with_the_possible_ones() {
    assertThatThrownBy(() -> TerminalProtocol.of(Map.of("SEMBLANCE_PREVIEW", "ascii")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "SEMBLANCE_PREVIEW is \"ascii\"; it may be kitty, iterm, sixel, blocks or none");
  }
}
