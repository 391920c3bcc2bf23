package dev.semblance.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Patterns against a slow, obvious matcher that tries every way, and patterns that are none.
class GlobTest {
  private static final long SEED = 20_261_128;
  private static final List<String> PIECES =
      List.of("a", "b", "/", "*", "?", "**", "**/", "[ab]", "[!a]", "[a-b]", "{a,b/a}", "{,ab}");

  private static String made(Random random, List<String> pieces, int most) {
    StringBuilder made = new StringBuilder();
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      made.append(pieces.get(random.nextInt(pieces.size())));
    }
    return made.toString();
  }

  @Test
  void a_pattern_matches_what_trying_every_way_does() {
    Random random = new Random(SEED);
    int matched = 0;
    for (int i = 0; i < 30_000; i++) {
      String pattern = made(random, PIECES, 4) + "b";
      String name = made(random, List.of("a", "b"), 3);
      String below = random.nextBoolean() ? name : made(random, List.of("a/", "b/"), 2) + name;
      if (!pattern.startsWith("/")) {
        boolean expected = matches(pattern, pattern.contains("/") ? below : name);
        assertThat(new Glob(pattern).matches(name, below, "/root/" + below, false))
            .as("seed %d: %s on %s", SEED, pattern, below)
            .isEqualTo(expected);
        matched += expected ? 1 : 0;
      }
    }
    assertThat(matched).as("both happen").isBetween(2000, 20_000);
  }

  /// Whether a pattern fits a text to its end.
  private static boolean matches(String glob, String text) {
    if (glob.isEmpty()) {
      return text.isEmpty();
    }
    if (glob.startsWith("**/")) {
      return ends(text, true).stream().anyMatch(rest -> matches(glob.substring(3), rest));
    }
    if (glob.startsWith("**")) {
      return ends(text, false).stream().anyMatch(rest -> matches(glob.substring(2), rest));
    }
    if (glob.startsWith("{")) {
      String rest = glob.substring(glob.indexOf('}') + 1);
      String[] ways = glob.substring(1, glob.indexOf('}')).split(",", -1);
      return List.of(ways).stream().anyMatch(way -> matches(way + rest, text));
    }
    if (glob.startsWith("*")) {
      return ends(text, false).stream()
          .filter(rest -> !text.substring(0, text.length() - rest.length()).contains("/"))
          .anyMatch(rest -> matches(glob.substring(1), rest));
    }
    int end = glob.startsWith("[") ? glob.indexOf(']') + 1 : 1;
    return !text.isEmpty()
        && fits(glob.substring(0, end), text.charAt(0))
        && matches(glob.substring(end), text.substring(1));
  }

  /// All that a text ends with, itself and nothing included; or itself and what follows a slash.
  private static List<String> ends(String text, boolean afterSlash) {
    List<String> ends = new ArrayList<>();
    for (int i = 0; i <= text.length(); i++) {
      if (!afterSlash || i == 0 || text.charAt(i - 1) == '/') {
        ends.add(text.substring(i));
      }
    }
    return ends;
  }

  private static boolean fits(String one, char c) {
    return switch (one) {
      case "?" -> c != '/';
      case "[ab]", "[a-b]" -> c == 'a' || c == 'b';
      case "[!a]" -> c != 'a' && c != '/';
      default -> one.charAt(0) == c;
    };
  }

  @Test
  void any_text_is_a_pattern_or_is_refused_in_our_own_words() {
    Random random = new Random(SEED);
    List<String> odd =
        List.of(
            "[", "]", "{", "}", "!", "^", "-", "z", "a", "\\", "&&", "(", "|", "+", "$", "#", "é",
            "😀", "\uD83D", "\0", "\n", ",", ".");
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = made(random, odd, 7);
      try {
        assertThat(new Glob(pattern).matches("a", "a", "/a", false)).isIn(true, false);
      } catch (IllegalArgumentException e) {
        refused++;
        assertThat(e)
            .as("seed %d", SEED)
            .hasMessageStartingWith("exclude pattern \"" + pattern + "\" ");
      }
    }
    assertThat(refused).as("both happen").isBetween(1000, 19_000);
  }

  @ParameterizedTest
  @CsvSource({"[z-a]", "IMG_[9-0]*", "x[!b-a]", "'{a,[b-a]}'"})
  void a_range_that_is_the_wrong_way_round_is_refused(String pattern) {
    assertThatThrownBy(() -> Excludes.of(List.of(pattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "exclude pattern \""
                + pattern
                + "\" cannot be read: Illegal character range; in a set the lesser comes first, as"
                + " in [a-z]");
  }

  @ParameterizedTest
  @CsvSource({
    "[a-c], B, true",
    "[!a-c], B, false",
    "[^a], a, false",
    "[^a], b, true",
    "[a-], -, true",
    "[]a], ], true",
    "[.], x, false",
    "[&&a], &, true",
    "[😀-😅], 😃, true",
    "?, 😃, true",
    "'{a,{b,c}d}', cd, true",
    "'{a,{b,c}d}', c, false"
  })
  void sets_and_alternatives_take_characters_as_they_are(String pattern, String name, boolean is) {
    assertThat(new Glob(pattern).matches(name, name, "/" + name, false)).isEqualTo(is);
  }
}
