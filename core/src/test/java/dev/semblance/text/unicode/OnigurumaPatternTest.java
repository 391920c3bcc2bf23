package dev.semblance.text.unicode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Regular expressions of tokenizer files: what each finds where Oniguruma's syntax is not Java's,
/// and which are refused since they would find something else. The expected matches are those of
/// the native tokenizer.
class OnigurumaPatternTest {
  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = ' ',
      value = {
        "\\h+ 1fG-aF 1f,aF",
        "[^\\h-]+ 1fG-zaF G,z",
        "\\H+ xyfa xy",
        "\\p{Letter}+ aé1b aé,b",
        "\\p{lower_case-letter}+ aBc a,c",
        "\\p{^L}+ a12b 12",
        "\\P{L}+ a12b 12",
        "\\P{^L}+ 1ab2 ab",
        "\\p{Han}+ a東京b 東京",
        "\\p{Cyrillic}+ aиграb игра",
        "[[:alpha:]_]+ ab_1c ab_,c",
        "[[:^alpha:]]+ ab12c 12",
        "[[:upper:][:digit:]]+ aB1c B1",
        "[[:xdigit:]]+ xafg af",
        "[[:punct:]]+ a$!b $!",
        "\\w+ a²_é-b a²_é,b",
        "[\\w]+ a²b a,b",
        "\\W+ a²-b -",
        "a{,2}b aaab aab",
        "a{2,} aaab aaa",
        "a{1,2}? aaa a,a,a",
        "a{x a{x a{x",
        "{|} a{}b {,}",
        "[{}]+ a{}b {}",
        "[a-c&&b-d]+ abcd bc",
        "(?i:AB)c abcABCaBc abc,aBc",
        "(?#one)e(?#two)f efe ef",
        "a] a]a a]",
        "(?>a|ab)c abcac ac",
        "(?<=a|bc)d adbcd d,d",
        "(.)\\1 abba bb",
        "\\x{41}\\u0042 ABC AB",
        "[(?#)]+ a?#b ?#",
      })
  void finds_what_oniguruma_finds(String expression, String text, String matches) {
    assertThat(find(expression, text)).containsExactly(matches.split(",", -1));
  }

  @Test
  void a_line_ends_at_a_line_feed_and_nowhere_else() {
    assertThat(find("^.", "a\r\u0085\u2028b\nc\n")).containsExactly("a", "c");
    assertThat(find(".$", "a\u2028b\r\nc")).containsExactly("\r", "c");
    assertThat(find(".+", "a\rb\nc")).containsExactly("a\rb", "c");
  }

  @Test
  void the_flag_m_lets_a_dot_match_a_line_feed() {
    assertThat(find("(?m).+", "a\nb")).containsExactly("a\nb");
    assertThat(find("(?m:a.)b|(?-m:.)", "a\nb")).containsExactly("a\nb");
    assertThat(find("(?mi:A.)", "a\nb")).containsExactly("a\n");
  }

  @Test
  void a_vertical_tab_and_white_space_are_those_of_unicode() {
    assertThat(find("\\v", "\n\u000b\r")).containsExactly("\u000b");
    assertThat(find("[[:blank:]]+", "a \t\n\u00a0")).containsExactly(" \t", "\u00a0");
    assertThat(find("\\s", "\u180e\u0085\u200b\u3000")).containsExactly("\u0085", "\u3000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\K",
        "a\\g<1>",
        "\\y",
        "\\Y",
        "\\N",
        "\\O",
        "\\cA",
        "\\C-a",
        "\\M-a",
        "\\Qa.b\\E",
        "\\V",
        "(?~ab)",
        "(a)?(?(1)b|c)",
        "a{2}+",
        "a{1,2}+",
        "a{2}?",
        "a{,2}{3}",
        "a{2}{3}",
        "a+{2}",
        "a*{2}",
        "a?{,2}",
        "\\101",
        "\\07",
        "(a)\\10",
        "\\"
      })
  void what_would_find_something_else_is_refused_with_the_expression(String expression) {
    assertThatThrownBy(() -> OnigurumaPattern.compile(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the tokenizer's regular expression " + expression + " uses ")
        .hasMessageEndingWith(", not understood here");
  }

  @Test
  void braces_behind_what_only_looks_like_a_quantifier_count() {
    assertThat(find("\\+{2}", "+++")).containsExactly("++");
    assertThat(find("[+]{2}", "+++")).containsExactly("++");
    assertThat(find("[{,2}]+", "{0,2}")).containsExactly("{", ",2}");
    assertThat(find("a{x}{2}", "a{x}}")).containsExactly("a{x}}");
    assertThat(find("(?:a+){2}", "aaa")).containsExactly("aaa");
    assertThat(find("\\1|a", "a")).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "a**", "[a", "[[:alpha", "a)", "\\i", "[]a]", "\\0"})
  void what_java_does_not_understand_is_refused_with_the_expression(String expression) {
    assertThatThrownBy(() -> OnigurumaPattern.compile(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the tokenizer's regular expression " + expression);
  }

  @Test
  void a_property_nobody_knows_is_refused_and_what_is_known_is_told() {
    assertThatThrownBy(() -> OnigurumaPattern.compile("\\p{Klingon}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("\\p{Klingon}", "general categories, scripts");
    assertThatThrownBy(() -> OnigurumaPattern.compile("[[:vowel:]]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("[:vowel:]", "alnum, alpha, ascii, blank, digit");
    for (String nameless : List.of("\\p", "\\pL", "\\p{L", "\\p^L")) {
      assertThatThrownBy(() -> OnigurumaPattern.compile(nameless))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("without a name in braces");
    }
  }

  private static List<String> find(String expression, String text) {
    Pattern pattern = OnigurumaPattern.compile(expression);
    List<String> found = new ArrayList<>();
    PatternMatches matches = new PatternMatches(pattern, text);
    while (matches.next()) {
      found.add(text.substring(matches.start(), matches.end()));
    }
    return found;
  }
}
