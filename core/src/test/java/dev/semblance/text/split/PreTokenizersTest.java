package dev.semblance.text.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.text.split.PreTokenizers.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Where texts are cut: the pieces, their order, and which of them begins the text. Most cases are
/// those of Hugging Face's own tests (`tokenizers/src/pre_tokenizers`).
class PreTokenizersTest {
  private static final long SEED = 20261128;
  private static final Pattern DASH = Pattern.compile("-");

  @ParameterizedTest
  @CsvSource({
    "REMOVED, the|final|countdown",
    "ISOLATED, the|-|final|-|-|countdown",
    "MERGED_WITH_PREVIOUS, the-|final-|-|countdown",
    "MERGED_WITH_NEXT, the|-final|-|-countdown",
    "CONTIGUOUS, the|-|final|--|countdown"
  })
  void each_behaviour_cuts_its_example(SplitBehavior behavior, String expected) {
    assertThat(pieces(PreTokenizers.split(DASH, behavior, false), "the-final--countdown"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "REMOVED, a",
    "ISOLATED, -|-|a|-",
    "MERGED_WITH_PREVIOUS, -|-|a-",
    "MERGED_WITH_NEXT, -|-a|-",
    "CONTIGUOUS, --|a|-"
  })
  void delimiters_at_the_ends_make_no_empty_pieces(SplitBehavior behavior, String expected) {
    assertThat(pieces(PreTokenizers.split(DASH, behavior, false), "--a-")).isEqualTo(expected);
    assertThat(pieces(PreTokenizers.split(DASH, behavior, false), "")).isEmpty();
  }

  @Test
  void inverted_the_matches_stay_and_what_lies_between_is_the_delimiter() {
    Pattern words = Pattern.compile("\\w+");

    assertThat(pieces(PreTokenizers.split(words, SplitBehavior.REMOVED, true), "How are-you?"))
        .isEqualTo("How|are|you");
    assertThat(pieces(PreTokenizers.split(words, SplitBehavior.ISOLATED, true), "How are-you?"))
        .isEqualTo("How| |are|-|you|?");
  }

  @Test
  void an_empty_match_cuts_without_taking_anything() {
    Pattern nothing = Pattern.compile("");
    for (SplitBehavior behavior : SplitBehavior.values()) {
      assertThat(pieces(PreTokenizers.split(nothing, behavior, false), "a😂b")).isEqualTo("a|😂|b");
    }
  }

  @ParameterizedTest
  @EnumSource(value = SplitBehavior.class, mode = EnumSource.Mode.EXCLUDE, names = "REMOVED")
  void nothing_is_lost_but_where_delimiters_are_removed(SplitBehavior behavior) {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      String text = text(random);
      for (boolean invert : new boolean[] {true, false}) {
        List<Piece> parts = split(PreTokenizers.split(DASH, behavior, invert), text);
        assertThat(parts.stream().map(Piece::text).collect(Collectors.joining()))
            .as("seed %d", SEED)
            .isEqualTo(text);
        assertThat(parts).noneMatch(part -> part.text().isEmpty());
      }
    }
  }

  @Test
  void removed_is_isolated_without_the_delimiters() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      String text = text(random);
      List<Piece> isolated = split(PreTokenizers.split(DASH, SplitBehavior.ISOLATED, false), text);
      assertThat(split(PreTokenizers.split(DASH, SplitBehavior.REMOVED, false), text))
          .as("%s, seed %d", text, SEED)
          .isEqualTo(isolated.stream().filter(part -> !part.text().equals("-")).toList());
    }
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(10))
        .mapToObj(i -> List.of("-", "-", "a", "😂").get(random.nextInt(4)))
        .collect(Collectors.joining());
  }

  @Test
  void only_the_piece_that_begins_the_text_is_first() {
    PreTokenizer split = PreTokenizers.split(DASH, SplitBehavior.REMOVED, false);

    assertThat(split(split, "a-b")).containsExactly(new Piece("a", true), new Piece("b", false));
    assertThat(split(split, "-b")).containsExactly(new Piece("b", false));
    List<Piece> later = new ArrayList<>();
    split.split(new Piece("a-b", false), later::add);
    assertThat(later).containsExactly(new Piece("a", false), new Piece("b", false));
  }

  @Test
  void steps_cut_what_the_step_before_left() {
    PreTokenizer both =
        PreTokenizers.sequence(
            List.of(PreTokenizers.whitespaceSplit(), PreTokenizers.digits(true)));

    assertThat(pieces(both, "ab12 3c")).isEqualTo("ab|1|2|3|c");
    assertThat(pieces(PreTokenizers.sequence(List.of()), "a b")).isEqualTo("a b");
  }

  @Test
  void words_and_runs_of_signs_stand_apart() {
    assertThat(pieces(PreTokenizers.whitespace(), "Hey man! How?? a_b é-1\u00a0😂."))
        .isEqualTo("Hey|man|!|How|??|a_b|é|-|1|😂.");
    assertThat(pieces(PreTokenizers.whitespaceSplit(), " Hey  man!\u3000How? "))
        .isEqualTo("Hey|man!|How?");
    assertThat(pieces(PreTokenizers.bert(), "Hey friend!     How are you?!?"))
        .isEqualTo("Hey|friend|!|How|are|you|?|!|?");
    assertThat(pieces(PreTokenizers.punctuation(SplitBehavior.REMOVED), "a.b,,c d"))
        .isEqualTo("a|b|c d");
  }

  @Test
  void digits_stand_each_apart_or_together() {
    assertThat(pieces(PreTokenizers.digits(true), "Hey 123 ½Ⅳ٣x"))
        .isEqualTo("Hey |1|2|3| |½|Ⅳ|٣|x");
    assertThat(pieces(PreTokenizers.digits(false), "Hey 123 ½Ⅳ٣x")).isEqualTo("Hey |123| |½Ⅳ٣|x");
  }

  @Test
  void gpt_2_cuts_words_with_the_space_before_them() {
    assertThat(
            pieces(PreTokenizers.byteLevel(false, true), "Hello my friend, how is your day going?"))
        .isEqualTo("Hello|Ġmy|Ġfriend|,|Ġhow|Ġis|Ġyour|Ġday|Ġgoing|?");
    assertThat(pieces(PreTokenizers.byteLevel(false, true), "I'm we've  12é!\n\n x "))
        .isEqualTo("I|'m|Ġwe|'ve|Ġ|Ġ12|Ã©|!|ĊĊ|Ġx|Ġ");
    assertThat(pieces(PreTokenizers.byteLevel(true, true), "Hello")).isEqualTo("ĠHello");
    assertThat(pieces(PreTokenizers.byteLevel(true, true), " Hello")).isEqualTo("ĠHello");
    assertThat(pieces(PreTokenizers.byteLevel(true, false), "a b")).isEqualTo("ĠaĠb");
  }

  @Test
  void a_visible_space_stands_in_front_of_every_word() {
    assertThat(pieces(PreTokenizers.metaspace("▁", Prefix.ALWAYS, true), "Hey friend!  x"))
        .isEqualTo("▁Hey|▁friend!|▁|▁x");
    assertThat(pieces(PreTokenizers.metaspace("▁", Prefix.ALWAYS, true), " a")).isEqualTo("▁a");
    assertThat(pieces(PreTokenizers.metaspace("▁", Prefix.NEVER, true), "a b")).isEqualTo("a|▁b");
    assertThat(pieces(PreTokenizers.metaspace("▁", Prefix.ALWAYS, false), "a b")).isEqualTo("▁a▁b");
    assertThat(pieces(PreTokenizers.metaspace("😂", Prefix.ALWAYS, true), "a b"))
        .isEqualTo("😂a|😂b");
  }

  @Test
  void a_visible_space_may_stand_in_front_of_the_text_alone() {
    PreTokenizer first = PreTokenizers.metaspace("▁", Prefix.FIRST, true);
    PreTokenizer words = PreTokenizers.sequence(List.of(PreTokenizers.whitespaceSplit(), first));

    assertThat(pieces(words, "a b")).isEqualTo("▁a|b");
    assertThat(pieces(words, " a b")).isEqualTo("a|b");
  }

  private static String pieces(PreTokenizer preTokenizer, String text) {
    return split(preTokenizer, text).stream().map(Piece::text).collect(Collectors.joining("|"));
  }

  private static List<Piece> split(PreTokenizer preTokenizer, String text) {
    List<Piece> parts = new ArrayList<>();
    preTokenizer.split(new Piece(text, true), parts::add);
    return parts;
  }
}
