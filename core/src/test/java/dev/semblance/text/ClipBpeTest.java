package dev.semblance.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.golden.Golden;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// `golden/clip-bpe`: the ids that OpenAI's and Hugging Face's tokenizers give for CLIP.
class ClipBpeTest {
  private static final TokenizerSpec UNPADDED = new TokenizerSpec(200, false, 0, Cleaning.NONE);
  private static final TokenizerSpec PADDED = new TokenizerSpec(77, true, 0, Cleaning.NONE);

  /// Where OpenAI's ids need `ftfy` or `html.unescape`, which are not done.
  private static final Set<String> NEED_TEXT_REPAIR =
      Set.of(
          "1\0002\uFFFD3",
          "weird \uFF5E edge \uFF5E case",
          "HTML &amp; entities &lt;b&gt;",
          "mojibake: caf\u00C3\u00A9 \u00E2\u20AC\u2122quoted\u2019",
          "\u201Csmart quotes\u201D \u2014 dash\u2026 \u00BD",
          "fullwidth \uFF21\uFF22\uFF23 \uFF11\uFF12\uFF13");

  @Test
  void knows_hello_world() {
    assertThat(huggingFace(UNPADDED).encode("Hello World!").ids())
        .containsExactly(49406, 3306, 1002, 256, 49407);
    assertThat(openAi(UNPADDED).encode("a photo of a cat").ids())
        .containsExactly(49406, 320, 1125, 539, 320, 2368, 49407);
  }

  @Test
  void gives_the_ids_of_hugging_face_for_tokenizer_json() {
    checkHuggingFace(huggingFace(UNPADDED));
  }

  @Test
  void gives_the_same_ids_for_vocab_json_and_merges_txt() {
    checkHuggingFace(
        Tokenizers.readClipBpe(
            Golden.bytes("clip-bpe/vocab.json"), Golden.bytes("clip-bpe/merges.txt"), UNPADDED));
  }

  @Test
  void gives_the_ids_of_open_ai_for_its_own_file_where_no_text_is_repaired() {
    Tokenizer unpadded = openAi(UNPADDED);
    Tokenizer padded = openAi(PADDED);
    Set<String> different = new HashSet<>();
    for (JsonNode item : huggingFaceCases()) {
      String text = item.path("text").asText();
      if (!Arrays.equals(unpadded.encode(text).ids(), ints(item.path("openai_ids")))) {
        different.add(text);
      }
    }
    for (JsonNode item : Golden.json("clip-bpe/openai_simple_tokenizer_cases.json").path("cases")) {
      String text = item.path("text").asText();
      TokenIds ids = padded.encode(text);
      if (!Arrays.equals(ids.ids(), ints(item.path("tokenize77")))) {
        different.add(text);
      }
      assertThat(ids.cut()).as(text).isEqualTo(item.path("truncated").asBoolean());
    }

    assertThat(different).isSubsetOf(NEED_TEXT_REPAIR);
  }

  private static void checkHuggingFace(Tokenizer tokenizer) {
    int checked = 0;
    for (JsonNode item : huggingFaceCases()) {
      // Owl-ViT's tokenizer is another one
      if (!item.path("model").asText().contains("owlvit")) {
        String text = item.path("text").asText();
        assertThat(tokenizer.encode(text).ids())
            .as(item.path("name").asText())
            .isEqualTo(ints(item.path("hf_ids")));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(25);
  }

  private static JsonNode huggingFaceCases() {
    return Golden.json("clip-bpe/hf_transformersjs_cases.json").path("cases");
  }

  private static Tokenizer huggingFace(TokenizerSpec spec) {
    return Tokenizers.read(Golden.path("clip-bpe/tokenizer.json"), spec);
  }

  private static Tokenizer openAi(TokenizerSpec spec) {
    return Tokenizers.readClipBpe(Golden.bytes("clip-bpe/bpe_simple_vocab_16e6.txt.gz"), spec);
  }

  private static int[] ints(JsonNode array) {
    return IntStream.range(0, array.size()).map(i -> array.path(i).asInt()).toArray();
  }
}
