package dev.semblance.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.text.pipeline.SpecialIds;
import dev.semblance.text.split.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The components of `tokenizer.json` take the settings of Hugging Face tokenizers, with their
/// defaults, and name what they do not understand.
class ComponentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "null; É; É",
        "{'type': 'Lowercase'}; ÉΣ; éσ",
        "{'type': 'Strip', 'strip_left': true}; | a |; |a |",
        "{'type': 'Strip', 'strip_right': true}; | a |; | a|",
        "{'type': 'Prepend', 'prepend': '▁'}; a; ▁a",
        "{'type': 'Replace', 'pattern': {'String': '.+'}, 'content': '$0'}; a.+a; a$0a",
        "{'type': 'Replace', 'pattern': {'Regex': '.+'}, 'content': '$0'}; a.+a; $0",
        "{'type': 'Precompiled', 'precompiled_charsmap': null}; ﬁ; ﬁ",
        "{'type': 'Sequence', 'normalizers': []}; É; É",
        "{'type': 'Sequence', 'normalizers': [{'type': 'Lowercase'}, {'type': 'Prepend',"
            + " 'prepend': 'X'}]}; É; Xé",
        "{'type': 'BertNormalizer'}; É中; |e 中 |",
        "{'type': 'BertNormalizer', 'lowercase': false}; É; É",
        "{'type': 'BertNormalizer', 'strip_accents': null}; É; e",
        "{'type': 'BertNormalizer', 'strip_accents': false}; É; é",
        "{'type': 'BertNormalizer', 'handle_chinese_chars': false}; 中; 中",
      })
  void a_normalizer_does_what_its_settings_say(String json, String text, String expected) {
    var normalizer = NormalizerJson.read(Json.component("normalizer", json));

    assertThat(normalizer.normalize(text)).isEqualTo(expected);
  }

  @Test
  void unicode_forms_differ_as_they_should() {
    assertThat(normalize("NFC", "e\u0301ﬁ")).isEqualTo("éﬁ");
    assertThat(normalize("NFD", "éﬁ")).isEqualTo("e\u0301ﬁ");
    assertThat(normalize("NFKC", "e\u0301ﬁ")).isEqualTo("éfi");
    assertThat(normalize("NFKD", "éﬁ")).isEqualTo("e\u0301fi");
    assertThat(normalize("StripAccents", "e\u0301é")).isEqualTo("eé");
    assertThat(normalize("Nmt", "a\u200Bb\u0001")).isEqualTo("a b");
    assertThat(normalize("ByteLevel", "é ")).isEqualTo("Ã©Ġ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null; a b,c; a b,c",
        "{'type': 'Whitespace'}; a b,,c; a|b|,,|c",
        "{'type': 'WhitespaceSplit'}; a b,,c; a|b,,c",
        "{'type': 'BertPreTokenizer'}; a b,,c; a|b|,|,|c",
        "{'type': 'Punctuation'}; a,,b; a|,|,|b",
        "{'type': 'Punctuation', 'behavior': 'Contiguous'}; a,,b; a|,,|b",
        "{'type': 'Punctuation', 'behavior': 'Removed'}; a,,b; a|b",
        "{'type': 'Punctuation', 'behavior': 'MergedWithPrevious'}; a,b; a,|b",
        "{'type': 'Punctuation', 'behavior': 'MergedWithNext'}; a,b; a|,b",
        "{'type': 'Digits'}; a12; a|12",
        "{'type': 'Digits', 'individual_digits': true}; a12; a|1|2",
        "{'type': 'ByteLevel'}; a b; Ġa|Ġb",
        "{'type': 'ByteLevel', 'add_prefix_space': false}; a b; a|Ġb",
        "{'type': 'ByteLevel', 'use_regex': false}; a b; ĠaĠb",
        "{'type': 'Metaspace', 'replacement': '▁'}; a b; ▁a|▁b",
        "{'type': 'Metaspace', 'replacement': '🦄', 'split': false}; a b; 🦄a🦄b",
        "{'type': 'Metaspace', 'replacement': '_', 'add_prefix_space': false}; a b; a|_b",
        "{'type': 'Metaspace', 'replacement': '_', 'prepend_scheme': 'never'}; a b; a|_b",
        "{'type': 'Sequence', 'pretokenizers': [{'type': 'WhitespaceSplit'},"
            + " {'type': 'Metaspace', 'replacement': '_'}]}; a b; _a|_b",
        "{'type': 'Split', 'pattern': {'String': '.'}, 'behavior': 'Removed'}; a.b; a|b",
        "{'type': 'Split', 'pattern': {'Regex': '.'}, 'behavior': 'Isolated'}; a.b; a|.|b",
        "{'type': 'Split', 'pattern': {'String': '.'}, 'behavior': 'Removed', 'invert': true};"
            + " a.b; .",
        "{'type': 'Sequence', 'pretokenizers': []}; a b; a b",
        "{'type': 'Sequence', 'pretokenizers': [{'type': 'WhitespaceSplit'}, {'type': 'Digits'}]};"
            + " a1 b; a|1|b",
      })
  void a_pre_tokenizer_does_what_its_settings_say(String line) {
    String[] parts = line.split("; *");
    List<String> pieces = new ArrayList<>();
    PreTokenizerJson.read(Json.component("pre_tokenizer", parts[0]))
        .split(new Piece(parts[1], true), piece -> pieces.add(piece.text()));

    assertThat(String.join("|", pieces)).isEqualTo(parts[2]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "{}; is of type (none)",
        "{'type': 'Rot13'}; is of type Rot13, which is not understood here",
      })
  void a_type_that_is_not_known_is_refused_with_those_that_are(String json, String message) {
    assertThatThrownBy(() -> NormalizerJson.read(Json.component("normalizer", json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the tokenizer's normalizer " + message)
        .hasMessageContaining("NFC, NFD, NFKC");
    assertThatThrownBy(() -> PreTokenizerJson.read(Json.component("pre_tokenizer", json)))
        .hasMessageEndingWith("Sequence, Split, Whitespace, WhitespaceSplit");
    assertThatThrownBy(() -> PostProcessorJson.read(Json.component("post_processor", json)))
        .hasMessageEndingWith("Sequence, TemplateProcessing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "'type': 'Prepend'; prepend must be a text, but is absent",
        "'type': 'Prepend', 'prepend': 5; prepend must be a text, but is 5",
        "'type': 'Sequence'; normalizers must be a list, but is absent",
        "'type': 'Sequence', 'normalizers': null; normalizers must be a list, but is null",
        "'type': 'Replace', 'content': ''; pattern must be a String or a Regex, but is absent",
      })
  void a_normalizer_names_the_setting_that_is_broken(String settings, String message) {
    assertThatThrownBy(
            () -> NormalizerJson.read(Json.component("normalizer", "{" + settings + "}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the tokenizer's normalizer of type ")
        .hasMessageEndingWith(" is not understood: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type': 'Split', 'pattern': {'String': 'a'}; behavior is ; understood are Contiguous",
        "'type': 'Punctuation', 'behavior': 'Merged'; behavior is Merged; understood are"
            + " Contiguous",
        "'type': 'Metaspace', 'replacement': '_', 'prepend_scheme': 'last'; prepend_scheme is last;"
            + " understood are always, first, never",
        "'type': 'Metaspace', 'replacement': ''; replacement must be one character, but is",
        "'type': 'Metaspace', 'replacement': '__'; replacement must be one character, but is",
        "'type': 'Metaspace'; replacement must be a text, but is absent",
      })
  void a_pre_tokenizer_names_the_setting_that_is_broken(String line) {
    int cut = line.indexOf("; ");
    String json = "{" + line.substring(0, cut) + "}";

    assertThatThrownBy(() -> PreTokenizerJson.read(Json.component("pre_tokenizer", json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line.substring(cut + 2));
  }

  @Test
  void a_broken_pattern_is_refused_with_what_is_wrong() {
    String json = "{'type': 'Replace', 'pattern': {'Regex': '(a'}, 'content': ''}";

    assertThatThrownBy(() -> NormalizerJson.read(Json.component("normalizer", json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the tokenizer's regular expression (a is not understood");
  }

  @Test
  void a_post_processor_frames_the_text() {
    String frame = "'cls': ['<s>', 5], 'sep': ['</s>', 6]}";

    assertThat(frame("null")).isEqualTo(SpecialIds.none());
    assertThat(frame("{'type': 'ByteLevel'}")).isEqualTo(SpecialIds.none());
    assertThat(frame("{'type': 'BertProcessing', " + frame)).isEqualTo(ids(List.of(5), List.of(6)));
    assertThat(frame("{'type': 'RobertaProcessing', " + frame))
        .isEqualTo(ids(List.of(5), List.of(6)));
  }

  @Test
  void a_template_puts_the_ids_of_special_tokens_at_both_sides_of_the_text() {
    String tokens =
        "'special_tokens': {'A': {'id': 'A', 'ids': [1, 2], 'tokens': []}, 'B': {'ids': [3]}}}";
    String a = "{'SpecialToken': {'id': 'A', 'type_id': 0}}";
    String b = "{'SpecialToken': {'id': 'B', 'type_id': 0}}";
    String text = "{'Sequence': {'id': 'A', 'type_id': 0}}";

    assertThat(template(List.of(a, b, text, b), tokens))
        .isEqualTo(ids(List.of(1, 2, 3), List.of(3)));
    assertThat(template(List.of(text, b, a), tokens)).isEqualTo(ids(List.of(), List.of(3, 1, 2)));
    assertThatThrownBy(() -> template(List.of(a, b), tokens))
        .hasMessageEndingWith("names the text 0 times; once is understood");
    assertThatThrownBy(() -> template(List.of(text, b, text), tokens))
        .hasMessageEndingWith("names the text 2 times; once is understood");
    assertThatThrownBy(() -> template(List.of(text, b), "'special_tokens': {}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("its special_tokens lack B");
  }

  @Test
  void of_post_processors_in_a_row_a_later_one_stands_outside() {
    String inner = "{'type': 'BertProcessing', 'cls': ['a', 1], 'sep': ['b', 2]}";
    String outer = "{'type': 'RobertaProcessing', 'cls': ['c', 3], 'sep': ['d', 4]}";
    String row = String.join(", ", inner, "{'type': 'ByteLevel'}", outer);

    assertThat(frame("{'type': 'Sequence', 'processors': [" + row + "]}"))
        .isEqualTo(ids(List.of(3, 1), List.of(2, 4)));
  }

  @Test
  void a_special_id_must_be_a_whole_number() {
    assertThatThrownBy(() -> frame("{'type': 'BertProcessing', 'cls': ['a', 1]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the tokenizer's post_processor's sep must be a whole number from 0 on, but is absent");
    assertThatThrownBy(() -> frame("{'type': 'BertProcessing', 'cls': ['a', -1]}"))
        .hasMessageEndingWith("cls must be a whole number from 0 on, but is -1");
  }

  private static String normalize(String type, String text) {
    return NormalizerJson.read(Json.component("normalizer", "{'type': '" + type + "'}"))
        .normalize(text);
  }

  private static SpecialIds frame(String json) {
    return PostProcessorJson.read(Json.component("post_processor", json));
  }

  private static SpecialIds template(List<String> single, String tokens) {
    return frame(
        String.format(
            Locale.ROOT,
            "{'type': 'TemplateProcessing', 'single': [%s], %s",
            String.join(", ", single),
            tokens));
  }

  private static SpecialIds ids(List<Integer> before, List<Integer> behind) {
    return new SpecialIds(before, behind);
  }
}
