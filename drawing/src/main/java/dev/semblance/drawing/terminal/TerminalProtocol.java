package dev.semblance.drawing.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How a terminal shows pictures. Told from environment variables alone, since asking a terminal
/// takes time and may leave its answer on the screen.
public enum TerminalProtocol {
  /// The graphics protocol of kitty, also in Ghostty.
  KITTY,
  /// The inline images of iTerm2, also in WezTerm and mintty.
  ITERM,
  /// Sixel, as in foot, mlterm, Konsole, contour.
  SIXEL,
  /// Half blocks in 24-bit colour, two pixels a character.
  BLOCKS,
  /// No pictures.
  NONE;

  private static final Set<String> TRUE_COLOUR = Set.of("truecolor", "24bit");
  private static final Set<String> BLOCK_PROGRAMS = Set.of("vscode", "Hyper", "Tabby", "rio");

  /// Konsole shows sixel since 22.04.
  private static final int KONSOLE_WITH_SIXEL = 220400;

  /// What the terminal described by these variables can show.
  ///
  /// `SEMBLANCE_PREVIEW` decides where it is set: `kitty`, `iterm`, `sixel`, `blocks` or `none`.
  /// Inside tmux and screen pictures would need to be passed through, so there it is half blocks.
  ///
  /// @param environment such as `System.getenv()`
  /// @throws IllegalArgumentException if `SEMBLANCE_PREVIEW` is none of the five words
  public static TerminalProtocol of(Map<String, String> environment) {
    String chosen = environment.getOrDefault("SEMBLANCE_PREVIEW", "");
    if (!chosen.isEmpty()) {
      return named(chosen);
    }
    String term = environment.getOrDefault("TERM", "");
    if (term.equals("dumb")) {
      return NONE;
    }
    if (environment.containsKey("TMUX") || term.startsWith("screen") || term.startsWith("tmux")) {
      return blocks(environment);
    }
    TerminalProtocol byProgram = byProgram(environment, term);
    return byProgram == NONE ? blocks(environment) : byProgram;
  }

  private static TerminalProtocol named(String word) {
    for (TerminalProtocol protocol : values()) {
      if (protocol.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
        return protocol;
      }
    }
    throw new IllegalArgumentException(
        "SEMBLANCE_PREVIEW is \"" + word + "\"; it may be kitty, iterm, sixel, blocks or none");
  }

  private static TerminalProtocol byProgram(Map<String, String> environment, String term) {
    String program = environment.getOrDefault("TERM_PROGRAM", "");
    if (isKitty(environment, term, program)) {
      return KITTY;
    }
    if (isIterm(environment, program)) {
      return ITERM;
    }
    return isSixel(environment, term) ? SIXEL : NONE;
  }

  private static boolean isKitty(Map<String, String> environment, String term, String program) {
    return environment.containsKey("KITTY_WINDOW_ID")
        || term.equals("xterm-kitty")
        || term.equals("xterm-ghostty")
        || program.equals("ghostty");
  }

  private static boolean isIterm(Map<String, String> environment, String program) {
    return program.equals("iTerm.app")
        || program.equals("WezTerm")
        || program.equals("mintty")
        || environment.getOrDefault("LC_TERMINAL", "").equals("iTerm2");
  }

  private static boolean isSixel(Map<String, String> environment, String term) {
    return term.startsWith("foot")
        || term.startsWith("mlterm")
        || term.startsWith("contour")
        || term.contains("sixel")
        || number(environment.getOrDefault("KONSOLE_VERSION", "")) >= KONSOLE_WITH_SIXEL;
  }

  private static int number(String digits) {
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  private static TerminalProtocol blocks(Map<String, String> environment) {
    String colour = environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
    boolean many =
        TRUE_COLOUR.contains(colour)
            || environment.containsKey("WT_SESSION")
            || BLOCK_PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""));
    return many ? BLOCKS : NONE;
  }
}
