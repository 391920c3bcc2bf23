package dev.semblance.text.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The small normalisers, and BERT's, whose cases are those of its `tokenization_test.py`.
class NormalizersTest {
  private static final long SEED = 20261128;

  /// First and last character of pools that were full before Unicode 9.
  private static final int[][] POOLS = {
    {' ', 0x24F},
    {0x300, 0x345},
    {0x1100, 0x11FF},
    {0xAC00, 0xACFF},
    {0xFB00, 0xFB06},
    {0x3300, 0x33FF},
    {0x1D400, 0x1D454}
  };

  @Test
  void steps_are_done_in_their_order() {
    Normalizer dashes = Normalizers.replace(Pattern.compile("_"), "-");
    Normalizer prefixed = Normalizers.prepend("_");

    assertThat(Normalizers.sequence(List.of(prefixed, dashes)).normalize("a")).isEqualTo("-a");
    assertThat(Normalizers.sequence(List.of(dashes, prefixed)).normalize("a")).isEqualTo("_a");
    assertThat(Normalizers.sequence(List.of()).normalize("a")).isEqualTo("a");
    assertThat(Normalizers.none().normalize(" \u0000é")).isEqualTo(" \u0000é");
  }

  @Test
  void nothing_is_put_in_front_of_nothing() {
    assertThat(Normalizers.prepend("▁").normalize("")).isEmpty();
    assertThat(Normalizers.prepend("▁").normalize(" ")).isEqualTo("▁ ");
  }

  @Test
  void lower_case_is_each_character_for_itself() {
    Normalizer lowercase = Normalizers.lowercase();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = Character.toString(c);
      if (!lowercase.normalize(text).equals(text.toLowerCase(Locale.ROOT))) {
        fail("U+%X becomes %s", c, lowercase.normalize(text));
      }
    }
    assertThat(lowercase.normalize("ΣΊΣΥΦΟΣ")).isEqualTo("σίσυφοσ"); // String's ends on ς
  }

  @Test
  void white_space_goes_at_the_ends_that_are_named() {
    String text = "\t a\u00a0b\u3000 ";

    assertThat(Normalizers.strip(true, true).normalize(text)).isEqualTo("a\u00a0b");
    assertThat(Normalizers.strip(true, false).normalize(text)).isEqualTo("a\u00a0b\u3000 ");
    assertThat(Normalizers.strip(false, true).normalize(text)).isEqualTo("\t a\u00a0b");
    assertThat(Normalizers.strip(false, false).normalize(text)).isEqualTo(text);
    assertThat(Normalizers.strip(true, true).normalize(" \n")).isEmpty();
    assertThat(Normalizers.strip(false, true).normalize(" \n")).isEmpty();
  }

  @Test
  void what_is_put_in_the_place_of_a_match_is_taken_as_it_is() {
    Normalizer replace = Normalizers.replace(Pattern.compile("(b)+"), "$1\\");

    assertThat(replace.normalize("abbcb")).isEqualTo("a$1\\c$1\\");
    assertThat(replace.normalize("xyz")).isEqualTo("xyz");
    assertThat(Normalizers.replace(Pattern.compile(""), "-").normalize("a😂")).isEqualTo("-a-😂-");
  }

  @Test
  void accents_go_where_the_text_is_decomposed() {
    Normalizer strip = Normalizers.stripAccents();

    assertThat(strip.normalize("e\u0301a\u0903b\u20dd")).isEqualTo("eab");
    assertThat(strip.normalize("é")).isEqualTo("é");
  }

  @Test
  void the_cleaning_of_machine_translation_drops_controls_and_spaces_the_rest() {
    Normalizer nmt = Normalizers.nmt();

    assertThat(nmt.normalize("a\tb\nc\fd\re")).isEqualTo("a b c d e");
    assertThat(nmt.normalize("a\u200bb\u2028c\ufeffd\ufffde▁f\u1680g")).isEqualTo("a b c d e f g");
    assertThat(nmt.normalize("a\u0001\u0008\u000b\u000e\u001f\u007f\u008f\u009fb")).isEqualTo("ab");
    assertThat(nmt.normalize("\u0000\u0080\u0090é😂\u00a0"))
        .isEqualTo("\u0000\u0080\u0090é😂\u00a0");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void normal_forms_are_java_s_for_characters_of_unicode_9(Form form) {
    Random random = new Random(SEED);
    Normalizer ours = Normalizers.form(form);
    for (int round = 0; round < 2000; round++) {
      int kinds = 1 + random.nextInt(POOLS.length);
      String text =
          IntStream.range(0, random.nextInt(8))
              .mapToObj(i -> POOLS[random.nextInt(kinds)])
              .map(pool -> Character.toString(random.nextInt(pool[0], pool[1] + 1)))
              .collect(Collectors.joining());
      assertThat(ours.normalize(text))
          .as("%s, seed %d", text, SEED)
          .isEqualTo(java.text.Normalizer.normalize(text, form));
    }
  }

  @Test
  void a_character_that_came_after_unicode_9_stays_and_parts_what_stands_around_it() {
    assertThat(Normalizers.form(Form.NFKC).normalize("㋿ ㌀")).isEqualTo("㋿ アパート");
    assertThat(Normalizers.form(Form.NFC).normalize("e\u1df6\u0301")).isEqualTo("e\u1df6\u0301");
    assertThat(Normalizers.form(Form.NFC).normalize("e\u0323\u0301")).isEqualTo("ẹ\u0301");
    assertThat(Normalizers.form(Form.NFC).normalize("e\u0301\u1df6e\u0301")).isEqualTo("é\u1df6é");
  }

  @Test
  void bert_cleans_lowers_and_strips_like_its_reference() {
    Normalizer bert = new BertNormalizer(true, true, true, true);

    assertThat(bert.normalize(" \tHeLLo!how  \n Are yoU?  "))
        .isEqualTo("  hello!how    are you?  ");
    assertThat(bert.normalize("H\u00E9llo")).isEqualTo("hello");
    assertThat(bert.normalize("ah\u535A\u63A8zz")).isEqualTo("ah 博  推 zz");
    assertThat(bert.normalize("a\u0000\ufffd\u200d\u0007\ue000b")).isEqualTo("ab");
    assertThat(bert.normalize("İ")).isEqualTo("i");
  }

  @Test
  void each_step_of_bert_may_be_left_out() {
    String text = "É\t博\u0007";

    assertThat(new BertNormalizer(false, false, false, false).normalize(text)).isEqualTo(text);
    assertThat(new BertNormalizer(true, false, false, false).normalize(text)).isEqualTo("É 博");
    assertThat(new BertNormalizer(false, true, false, false).normalize(text))
        .isEqualTo("É\t 博 \u0007");
    assertThat(new BertNormalizer(false, false, true, false).normalize(text))
        .isEqualTo("E\t博\u0007");
    assertThat(new BertNormalizer(false, false, false, true).normalize(text))
        .isEqualTo("é\t博\u0007");
  }

  @Test
  void ideographs_stand_apart_to_the_last_of_each_block() {
    Normalizer spacing = new BertNormalizer(false, true, false, false);
    for (int c :
        new int[] {
          0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xF900, 0x20000, 0x2A6DF, 0x2B740, 0x2B81F, 0x2B920,
          0x2FA1F
        }) {
      String ideograph = Character.toString(c);
      assertThat(spacing.normalize(ideograph)).as("U+%X", c).isEqualTo(" " + ideograph + " ");
    }
    for (int c :
        new int[] {0x33FF, 0x4DC0, 0x3042, 0xAC00, 0x1FFFF, 0x2A6E0, 0x2B820, 0x2B91F, 0x2FA20}) {
      String other = Character.toString(c);
      assertThat(spacing.normalize(other)).as("U+%X", c).isEqualTo(other);
    }
  }
}
