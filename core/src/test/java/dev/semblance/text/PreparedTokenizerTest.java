package dev.semblance.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.semblance.golden.Golden;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A prepared tokenizer against the one whose JSON is read.
class PreparedTokenizerTest {
  private static final long SEED = 7_112_026;
  private static final int TEXTS = 500;
  private static final TokenizerSpec SPEC =
      new TokenizerSpec(20, true, 1, TokenizerSpec.Cleaning.NONE);

  static Stream<GoldenTokenizers> models() {
    return GoldenTokenizers.all().stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void those_of_models_give_the_same_ids(GoldenTokenizers golden) {
    assertSame(golden.bytes());
  }

  static List<JsonNode> subwordModels() {
    return new RandomModels(SEED).all();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("subwordModels")
  void random_ones_give_the_same_ids(JsonNode model) {
    ObjectNode tokenizer = TokenizerJsonParts.lossless();
    tokenizer.set("model", model);
    assertSame(tokenizer.toString().getBytes(StandardCharsets.UTF_8));
    ((ObjectNode) model).remove("type"); // as in old files: told by what there is
    assertSame(tokenizer.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void assertSame(byte[] json) {
    Tokenizer plain = Tokenizers.read(json, SPEC);
    Tokenizer prepared = Tokenizers.readPrepared(Tokenizers.prepare(json), SPEC);
    RandomTexts texts = new RandomTexts(SEED);
    for (int i = 0; i < TEXTS; i++) {
      String text = texts.next();
      assertThat(prepared.encode(text).ids()).as(text).isEqualTo(plain.encode(text).ids());
    }
  }

  @Test
  void bytes_that_are_not_whole_or_of_another_version_are_refused() {
    byte[] whole = Tokenizers.prepare(Golden.bytes("models/siglip2/tokenizer.json"));
    assertRefused(new byte[0]);
    assertRefused(Golden.bytes("models/siglip2/tokenizer.json"));
    for (int length = 0; length < whole.length; length += 97) {
      assertRefused(Arrays.copyOf(whole, length));
    }
    for (int place = 0; place < whole.length; place += 89) {
      byte[] flipped = whole.clone();
      flipped[place] ^= 1;
      assertRefused(flipped);
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertRefused(longer);
  }

  private static void assertRefused(byte[] bytes) {
    assertThatThrownBy(() -> Tokenizers.readPrepared(bytes, SPEC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no tables of this version, or not whole");
  }

  /// What was kept by an older build must not be read by one that lays tables out in another way,
  /// or ids are wrong without a word.
  @Test
  void another_layout_of_the_tables_needs_another_version() {
    String json =
        """
        {"model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "ab": 2}, "merges": ["a b"]}}\
        """;
    CRC32 checksum = new CRC32();
    checksum.update(Tokenizers.prepare(json.getBytes(StandardCharsets.UTF_8)));

    assertThat(checksum.getValue())
        .as("where the layout or a hash was changed: raise the number in the mark of Tables too")
        .isEqualTo(3_542_887_448L);
  }

  @Test
  void what_cannot_be_read_cannot_be_prepared() {
    byte[] broken =
        "{\"model\": {\"type\": \"Magic\", \"vocab\": {}}}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Tokenizers.prepare(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Magic");
  }
}
