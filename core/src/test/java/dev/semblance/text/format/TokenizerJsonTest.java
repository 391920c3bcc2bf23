package dev.semblance.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.semblance.text.pipeline.Pipeline;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A `tokenizer.json` is put together from its parts, in any order, or refused as a whole.
class TokenizerJsonTest {
  private static final long SEED = 1_618;
  private static final String MODEL =
      "'model': {'type': 'WordPiece', 'unk_token': '?', 'vocab': {'?': 0, 'a': 1, '##b': 2, '!':"
          + " 3}}";
  private static final String NORMALIZER = "'normalizer': {'type': 'Lowercase'}";
  private static final String WORDS = "'pre_tokenizer': {'type': 'Whitespace'}";
  private static final String FRAME =
      "'post_processor': {'type': 'BertProcessing', 'cls': ['!', 3], 'sep': ['?', 0]}";
  private static final String ADDED =
      "'added_tokens': [{'id': 77, 'content': '<X>', 'normalized': false},"
          + " {'id': 3, 'content': '!', 'normalized': false}]";
  private static final String WHOLE =
      "{" + String.join(", ", ADDED, NORMALIZER, WORDS, FRAME, MODEL) + "}";

  @Test
  void the_parts_stand_in_a_row() {
    Pipeline pipeline = TokenizerJson.read(Json.bytes(WHOLE));

    assertThat(Json.ids(pipeline, "AB a<X>x! !")).containsExactly(1, 2, 1, 4, 0, 3, 3);
    assertThat(pipeline.specialIds().before()).containsExactly(3);
    assertThat(pipeline.specialIds().behind()).containsExactly(0);
  }

  @Test
  void the_order_of_the_parts_does_not_matter() {
    String turned = "{" + String.join(", ", MODEL, FRAME, WORDS, NORMALIZER, ADDED) + "}";

    assertThat(Json.ids(TokenizerJson.read(Json.bytes(turned)), "AB a<X>x! !"))
        .containsExactly(1, 2, 1, 4, 0, 3, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", 'normalizer': null, 'pre_tokenizer': null, 'post_processor': null, 'added_tokens': []",
        ", 'truncation': {'max_length': 1}, 'padding': {'strategy': {'Fixed': 9}}",
        ", 'version': '1.0', 'decoder': {'type': 'Unheard'}, 'more': [{'a': 1.5}]",
        ", 'added_tokens': [{'id': 0, 'content': ''}]",
      })
  void what_is_absent_or_does_not_concern_ids_does_nothing(String more) {
    Pipeline pipeline = Json.tokenizer(MODEL + more);

    assertThat(Json.ids(pipeline, "ab")).containsExactly(1, 2);
    assertThat(Json.ids(pipeline, "a b")).containsExactly(0);
    assertThat(pipeline.specialIds().count()).isZero();
  }

  @Test
  void added_tokens_take_their_settings() {
    String added = "'added_tokens': [{'content': 'A'%s}]";
    String normal = MODEL + ", " + NORMALIZER + ", ";

    assertThat(Json.ids(Json.tokenizer(normal + String.format(Locale.ROOT, added, "")), "aA"))
        .as("sought normalised unless told otherwise, with the next free id")
        .containsExactly(4, 4);
    assertThat(
            Json.ids(
                Json.tokenizer(normal + String.format(Locale.ROOT, added, ", 'normalized': false")),
                "aA"))
        .containsExactly(1, 4);
    assertThat(
            Json.ids(
                Json.tokenizer(
                    MODEL + ", " + String.format(Locale.ROOT, added, ", 'single_word': true")),
                "AA"))
        .containsExactly(0);
    assertThat(
            Json.ids(
                Json.tokenizer(
                    MODEL + ", " + String.format(Locale.ROOT, added, ", 'lstrip': true")),
                "a A"))
        .containsExactly(1, 4);
    assertThat(
            Json.ids(
                Json.tokenizer(
                    MODEL + ", " + String.format(Locale.ROOT, added, ", 'rstrip': true")),
                "A a"))
        .containsExactly(4, 1);
  }

  @Test
  void an_added_token_must_have_a_text() {
    assertThatThrownBy(() -> Json.tokenizer(MODEL + ", 'added_tokens': [{'id': 5}]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("added token")
        .hasMessageEndingWith("content must be a text, but is absent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "[]", "null", "17", "'tokenizer'"})
  void what_is_no_object_is_no_tokenizer(String json) {
    assertThatThrownBy(() -> TokenizerJson.read(Json.bytes(json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tokenizer must be a JSON object");
  }

  @Test
  void a_tokenizer_must_have_a_model() {
    for (String json : List.of("{}", "{'model_type': 'clip'}", "{" + NORMALIZER + "}")) {
      assertThatThrownBy(() -> TokenizerJson.read(Json.bytes(json)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the tokenizer has no model; ");
    }
  }

  @Test
  void it_is_refused_cut_at_every_byte() {
    byte[] whole = Json.bytes(WHOLE);
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> TokenizerJson.read(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the tokenizer is broken JSON: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void other_encodings_of_unicode_are_told_by_their_zeros(String charset) {
    byte[] bytes = WHOLE.replace('\'', '"').getBytes(Charset.forName(charset));

    assertThat(Json.ids(TokenizerJson.read(bytes), "AB")).containsExactly(1, 2);
  }

  /// A mark of UTF-32 in an order of bytes that nobody uses.
  @Test
  void bytes_in_no_encoding_of_unicode_are_refused() {
    for (byte[] start : List.of(new byte[] {0, 0, -1, -2}, new byte[] {-2, -1, 0, 0})) {
      byte[] bytes = Arrays.copyOf(start, 40);
      assertThatThrownBy(() -> TokenizerJson.read(bytes))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the tokenizer is broken JSON: ");
    }
  }

  @Test
  void a_changed_file_is_read_or_refused_and_nothing_else() {
    Random random = new Random(SEED);
    List<String> files =
        List.of(
            WHOLE,
            "{'model': {'type': 'BPE', 'unk_token': 'a', 'vocab': {'a': 0, 'b': 1, 'ab': 2},"
                + " 'merges': ['a b', ['a', 'b']], 'continuing_subword_prefix': ''}}",
            "{'model': {'type': 'Unigram', 'unk_id': 0, 'vocab': [['a', -1], ['b', -2.5]]},"
                + " 'pre_tokenizer': {'type': 'Metaspace', 'replacement': '_'}}");
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = changed(Json.bytes(files.get(i % files.size())), random);
      try {
        assertThat(Json.ids(TokenizerJson.read(changed), "ab AB!")).isNotNull();
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotBlank();
      } catch (RuntimeException e) {
        throw new AssertionError(
            "seed " + SEED + ": " + new String(changed, StandardCharsets.UTF_8), e);
      }
    }
  }

  /// With one place overwritten, or a part cut out, or put in the place of another.
  private static byte[] changed(byte[] json, Random random) {
    byte[] result = json.clone();
    int from = random.nextInt(json.length);
    int length = 1 + random.nextInt(Math.min(12, json.length - from));
    switch (random.nextInt(3)) {
      case 0 -> result[from] = (byte) "{}[],:\"0-9.na ".charAt(random.nextInt(14));
      case 1 -> {
        System.arraycopy(json, from + length, result, from, json.length - from - length);
        return Arrays.copyOf(result, json.length - length);
      }
      default -> System.arraycopy(json, random.nextInt(json.length - length), result, from, length);
    }
    return result;
  }

  @Test
  void a_prepared_one_keeps_everything_but_the_json() {
    byte[] prepared = TokenizerJson.prepare(Json.bytes(WHOLE));
    Pipeline read = TokenizerJson.readPrepared(prepared);

    assertThat(Json.ids(read, "AB a<X>x! !")).containsExactly(1, 2, 1, 4, 0, 3, 3);
    assertThat(read.specialIds()).isEqualTo(TokenizerJson.read(Json.bytes(WHOLE)).specialIds());
    assertThat(TokenizerJson.prepare(Json.bytes(WHOLE))).isEqualTo(prepared);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{}",
        "{'model': {'type': 'BPE', 'merges': []}}",
        "{'model': {'vocab': {'[UNK]': 0}}, 'normalizer': {'type': 'Rot13'}}",
        "{'model': {'vocab': {'[UNK]': 0}}, 'added_tokens': [{}]}"
      })
  void what_is_refused_is_refused_with_the_same_words_when_prepared(String json) {
    IllegalArgumentException refused =
        catchThrowableOfType(
            IllegalArgumentException.class, () -> TokenizerJson.read(Json.bytes(json)));

    assertThatThrownBy(() -> TokenizerJson.prepare(Json.bytes(json)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(refused.getMessage());
  }
}
