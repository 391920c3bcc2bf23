package dev.semblance.text.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Classes of characters, each over all of Unicode against the property it stands for, or by
/// characters whose age and category are known.
class CodePointsTest {
  @Test
  void white_space_is_the_property_of_that_name() {
    assertSame(CodePoints::isWhiteSpace, "\\p{IsWhite_Space}");
  }

  @Test
  void numeric_are_the_three_categories_of_numbers() {
    assertSame(CodePoints::isNumeric, "\\p{N}");
  }

  @Test
  void word_characters_are_those_of_unicode_s_annex_on_regular_expressions() {
    assertSame(CodePoints::isWord, "[\\p{IsAlphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{IsJoin_Control}]");
  }

  @Test
  void punctuation_of_ascii_is_all_that_is_visible_and_no_letter_or_digit() {
    String expected = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    assertThat(all(CodePoints::isPunctuation, 0x80)).isEqualTo(expected);
  }

  @Test
  void punctuation_is_that_of_unicode_8() {
    assertHolds(CodePoints::isPunctuation, 0xA1, 0xA7, 0xBF, 0x2014, 0x3001, 0xFF0C, 0x10AF0);
    assertHolds(CodePoints::isPunctuation, 0x2E42, 0x166D); // of Unicode 7; a symbol since 12
    assertHoldsNot(CodePoints::isPunctuation, 0x2E43, 0x2E52, 0x1E95E); // of Unicode 9, 14, 9
    assertHoldsNot(CodePoints::isPunctuation, 0xA3, 0xD7, 0x20AC, 'é', 0x3000, 0x1F602);
  }

  @Test
  void control_are_those_that_berts_cleaning_drops_but_tab_and_line_ends() {
    assertHolds(CodePoints::isControl, 0, 8, 0x0B, 0x0C, 0x1F, 0x7F, 0x85, 0x9F);
    assertHolds(CodePoints::isControl, 0xAD, 0x200B, 0x200D, 0x202E, 0xFEFF, 0xE0001);
    assertHolds(CodePoints::isControl, 0xE000, 0xF8FF, 0xF0000);
    assertHoldsNot(CodePoints::isControl, '\t', '\n', '\r', ' ', 'a', 0xA0, 0x2028, 0x378, 0xD800);
    assertHoldsNot(CodePoints::isControl, 0x8E2); // a format character of Unicode 9
  }

  @Test
  void non_spacing_marks_are_those_of_unicode_8() {
    assertHolds(CodePoints::isNonSpacingMark, 0x300, 0x36F, 0x5B0, 0x64B, 0x3099, 0xE0100);
    assertHolds(CodePoints::isNonSpacingMark, 0x1734); // a spacing mark since Unicode 14
    assertHoldsNot(CodePoints::isNonSpacingMark, 0x903, 0x20DD); // a spacing, an enclosing one
    assertHoldsNot(CodePoints::isNonSpacingMark, 0x8D4, 0x1DFB, 'a'); // two of Unicode 9
  }

  @Test
  void marks_are_those_of_unicode_9_of_all_three_kinds() {
    assertHolds(CodePoints::isMark, 0x300, 0x903, 0x20DD, 0x8D4, 0x1DFB);
    assertHoldsNot(CodePoints::isMark, 0x9FE, 0x1DF6, 'a'); // of Unicode 11 and 10
  }

  @Test
  void what_came_after_unicode_9_is_left_alone_by_normal_forms() {
    assertHolds(CodePoints::isLaterThanNormalForms, 0x32FF, 0x1E030, 0x9FE, 0x1FBF0);
    assertHoldsNot(CodePoints::isLaterThanNormalForms, 'é', 0x301, 0x3300, 0xFB01, 0xAC00, 0x8D4);
  }

  private static void assertSame(IntPredicate actual, String property) {
    Matcher expected = Pattern.compile(property).matcher("");
    IntPredicate differs = c -> actual.test(c) != expected.reset(Character.toString(c)).matches();
    assertThat(all(differs, Character.MAX_CODE_POINT + 1)).as(property).isEmpty();
  }

  private static String all(IntPredicate what, int end) {
    StringBuilder found = new StringBuilder();
    for (int c = 0; c < end; c++) {
      if (what.test(c)) {
        found.appendCodePoint(c);
      }
    }
    return found.toString();
  }

  private static void assertHolds(IntPredicate what, int... codePoints) {
    for (int c : codePoints) {
      assertThat(what.test(c)).as("U+%X", c).isTrue();
    }
  }

  private static void assertHoldsNot(IntPredicate what, int... codePoints) {
    for (int c : codePoints) {
      assertThat(what.test(c)).as("U+%X", c).isFalse();
    }
  }
}
