package dev.semblance.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.golden.Golden;
import dev.semblance.text.TokenizerSpec.Cleaning;
import dev.semblance.text.Tokenizers.SentenceMarks;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// `golden/sentencepiece`: the ids of SentencePiece 0.1.97 and of transformers' SigLIP tests.
class SentencePieceTest {
  @Test
  void gives_the_ids_of_sentencepiece_for_every_model_and_text() {
    int checked = 0;
    JsonNode models = Golden.json("sentencepiece/sentencepiece_0.1.97_cases.json");
    for (Map.Entry<String, JsonNode> model : models.properties()) {
      Tokenizer tokenizer = read(model.getKey(), SentenceMarks.NONE, Cleaning.NONE);
      for (JsonNode item : model.getValue().path("cases")) {
        assertThat(tokenizer.encode(item.path("text").asText()).ids())
            .as(model.getKey() + ": " + item.path("text").asText())
            .isEqualTo(ints(item.path("ids")));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(5 * 28);
  }

  @Test
  void gives_the_ids_of_siglip_after_its_canonical_form() {
    int checked = 0;
    JsonNode cases =
        Golden.json("sentencepiece/siglip_expected.json")
            .path("with_fixture_test_sentencepiece.model");
    for (JsonNode item : cases) {
      boolean ends = item.has("ids_with_eos");
      Tokenizer tokenizer =
          read(
              "test_sentencepiece.model",
              ends ? SentenceMarks.END : SentenceMarks.NONE,
              Cleaning.CANONICAL);

      assertThat(tokenizer.encode(item.path("text").asText()).ids())
          .as(item.path("text").asText())
          .isEqualTo(ints(item.path(ends ? "ids_with_eos" : "ids")));
      checked++;
    }
    assertThat(checked).isEqualTo(6);
  }

  @Test
  void puts_the_begin_and_end_symbols_beside_the_text() {
    assertThat(read("test_sentencepiece.model", SentenceMarks.BOTH, Cleaning.NONE).encode("").ids())
        .containsExactly(1, 2);
    assertThat(
            read("test_sentencepiece.model", SentenceMarks.BEGIN, Cleaning.NONE).encode("").ids())
        .containsExactly(1);
  }

  private static Tokenizer read(String file, SentenceMarks marks, Cleaning cleaning) {
    TokenizerSpec spec = new TokenizerSpec(1000, false, 0, cleaning);
    return Tokenizers.readSentencePiece(Golden.bytes("sentencepiece/" + file), marks, spec);
  }

  private static int[] ints(JsonNode array) {
    return IntStream.range(0, array.size()).map(i -> array.path(i).asInt()).toArray();
  }
}
