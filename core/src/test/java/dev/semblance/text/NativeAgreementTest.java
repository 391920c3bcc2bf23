package dev.semblance.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.semblance.golden.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our tokenizers against the native ones of Hugging Face, on random texts: those of whole models,
/// and single components before a vocabulary that loses nothing.
@Tag("slow")
class NativeAgreementTest {
  private static final long SEED = 20261124;
  private static final TokenizerSpec UNBOUNDED =
      new TokenizerSpec(1 << 20, false, 0, TokenizerSpec.Cleaning.NONE);

  @TempDir static Path cache;

  @BeforeAll
  static void staysOffline() {
    NativeTokenizer.stayOffline(cache);
  }

  static Stream<GoldenTokenizers> models() {
    return GoldenTokenizers.all().stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void gives_the_ids_of_the_native_tokenizer(GoldenTokenizers golden) {
    try (NativeTokenizer theirs = new NativeTokenizer(golden.bytes())) {
      assertThat(theirs.compare(golden.openUnbounded(), SEED, 10_000)).isEmpty();
    }
  }

  static List<JsonNode> normalizers() {
    return TokenizerJsonParts.normalizers();
  }

  @ParameterizedTest
  @MethodSource("normalizers")
  void normalises_like_the_native_one(JsonNode normalizer) {
    compare("normalizer", normalizer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"siglip", "jina-clip-v2"})
  void rewrites_like_the_native_one(String model) {
    JsonNode json = Golden.json("models/" + model + "/tokenizer.json");
    compare("normalizer", json.findParent("precompiled_charsmap"));
  }

  static List<JsonNode> preTokenizers() {
    return TokenizerJsonParts.preTokenizers();
  }

  @ParameterizedTest
  @MethodSource("preTokenizers")
  void splits_like_the_native_one(JsonNode preTokenizer) {
    compare("pre_tokenizer", preTokenizer);
  }

  static List<JsonNode> addedTokens() {
    return TokenizerJsonParts.addedTokens();
  }

  @ParameterizedTest
  @MethodSource("addedTokens")
  void finds_added_tokens_like_the_native_one(JsonNode tokens) {
    compare("added_tokens", tokens);
  }

  static List<JsonNode> subwordModels() {
    return new RandomModels(SEED).all();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("subwordModels")
  void cuts_like_the_native_one(JsonNode model) {
    compare("model", model);
  }

  private static void compare(String field, JsonNode part) {
    ObjectNode tokenizer = TokenizerJsonParts.lossless();
    tokenizer.set(field, part);
    byte[] json = tokenizer.toString().getBytes(StandardCharsets.UTF_8);
    try (NativeTokenizer theirs = new NativeTokenizer(json)) {
      assertThat(theirs.compare(Tokenizers.read(json, UNBOUNDED), SEED, 2_000)).isEmpty();
    }
  }
}
