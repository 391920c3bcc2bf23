package dev.semblance.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.semblance.golden.Golden;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `golden/models`: the ids that transformers gives for eight texts of every model.
class ModelTokenizersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<GoldenTokenizers> all() {
    return GoldenTokenizers.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void gives_the_ids_of_the_reference(GoldenTokenizers golden) {
    Tokenizer tokenizer = golden.open();
    JsonNode expected = Golden.json("models/" + golden.folder() + "/expected.json");
    JsonNode tokenization = expected.path("tokenization");
    assertThat(golden.spec().maxLength()).isEqualTo(tokenization.path("max_length").asInt());
    assertThat(golden.spec().padId()).isEqualTo(tokenization.path("pad_id").asInt());

    List<String> texts = texts(expected);
    assertThat(texts).hasSize(8);
    for (int i = 0; i < texts.size(); i++) {
      TokenIds ids = tokenizer.encode(texts.get(i));

      assertThat(unpadded(ids)).as(texts.get(i)).isEqualTo(ints(tokenization.path("ids").path(i)));
      if (golden.spec().fixedLength()) {
        JsonNode padded = tokenization.path("padded_" + golden.spec().maxLength()).path(i);
        assertThat(ids.ids()).as(texts.get(i)).isEqualTo(ints(padded));
      } else {
        assertThat(ids.ids()).as(texts.get(i)).hasSize(ids.length());
      }
      checkAttention(tokenization.path("attention_mask").path(i), ids);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void says_which_texts_were_cut(GoldenTokenizers golden) {
    Tokenizer tokenizer = golden.open();
    Tokenizer unbounded = golden.openUnbounded();

    for (String text : texts(Golden.json("models/" + golden.folder() + "/expected.json"))) {
      boolean tooLong = unbounded.encode(text).length() > golden.spec().maxLength();
      assertThat(tokenizer.encode(text).cut()).as(text).isEqualTo(tooLong);
    }
  }

  @Test
  void keeps_case_where_a_gemma_tokenizer_does_not_lower_it() throws Exception {
    JsonNode json = JSON.readTree(Golden.bytes("models/siglip2/tokenizer.json"));
    var normalizers =
        (com.fasterxml.jackson.databind.node.ArrayNode) json.at("/normalizer/normalizers");
    normalizers.remove(0);
    JsonNode expected = Golden.json("models/siglip2/expected.json");
    JsonNode ids = expected.at("/tokenization/ids_if_tokenizer_json_does_not_lower_case");
    TokenizerSpec asIs = new TokenizerSpec(64, true, 0, Cleaning.NONE);
    TokenizerSpec lower = new TokenizerSpec(64, true, 0, Cleaning.LOWER);
    Tokenizer keeping = Tokenizers.read(JSON.writeValueAsBytes(json), asIs);
    Tokenizer lowering = Tokenizers.read(JSON.writeValueAsBytes(json), lower);

    List<String> texts = texts(expected);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(unpadded(keeping.encode(texts.get(i)))).isEqualTo(ints(ids.path(i)));
      assertThat(unpadded(lowering.encode(texts.get(i))))
          .isEqualTo(ints(expected.at("/tokenization/ids").path(i)));
    }
  }

  @Test
  void reads_siglip_from_its_sentencepiece_model_alone() {
    TokenizerSpec spec = new TokenizerSpec(64, true, 2, Cleaning.CANONICAL);
    Tokenizer tokenizer =
        Tokenizers.readSentencePiece(Golden.bytes("models/siglip/spiece.model"), spec);
    JsonNode expected = Golden.json("models/siglip/expected.json");

    List<String> texts = texts(expected);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(tokenizer.encode(texts.get(i)).ids())
          .as(texts.get(i))
          .isEqualTo(ints(expected.at("/tokenization/padded_64").path(i)));
    }
  }

  @Test
  void reads_chinese_clip_from_its_vocabulary_alone() {
    TokenizerSpec spec = new TokenizerSpec(52, true, 0, Cleaning.NONE);
    Tokenizer tokenizer =
        Tokenizers.readWordPiece(Golden.bytes("models/chinese-clip/vocab.txt"), true, spec);
    JsonNode expected = Golden.json("models/chinese-clip/expected.json");

    List<String> texts = texts(expected);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(tokenizer.encode(texts.get(i)).ids())
          .as(texts.get(i))
          .isEqualTo(ints(expected.at("/tokenization/padded_52").path(i)));
    }
  }

  private static void checkAttention(JsonNode mask, TokenIds ids) {
    if (!mask.isMissingNode()) {
      int attended = IntStream.of(ints(mask)).sum();
      assertThat(ids.length()).isEqualTo(attended);
    }
  }

  /// The texts as the model's tokenizer sees them: after immich's cleaning, with nomic's prefix.
  private static List<String> texts(JsonNode expected) {
    JsonNode tokenization = expected.path("tokenization");
    String prefix = tokenization.path("prefix").asText();
    JsonNode cleaned = tokenization.path("cleaned");
    return IntStream.range(0, expected.path("texts").size())
        .mapToObj(i ->
            cleaned.isMissingNode()
                ? prefix + expected.at("/texts/" + i + "/text").asText()
                : cleaned.path(i).asText())
        .toList();
  }

  private static int[] unpadded(TokenIds ids) {
    return Arrays.copyOf(ids.ids(), ids.length());
  }

  private static int[] ints(JsonNode array) {
    return IntStream.range(0, array.size()).map(i -> array.path(i).asInt()).toArray();
  }
}
