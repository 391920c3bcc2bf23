package dev.semblance.onnx.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.golden.Golden;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Settings;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A tokenizer is read by the name of its file, whatever folder it lies in.
class TokenizerKindsTest {
  private static final TokenizerSpec SPEC = new TokenizerSpec(64, false, 0, Cleaning.NONE);

  private final MemoryFiles files = new MemoryFiles("m");

  private int[] encode(String file, String text) {
    Settings settings = new Settings(1, Path.of("unused"), false);
    try (Networks networks = new Networks("m", files, settings)) {
      return new TokenizerFiles(networks).read(file, SPEC).encode(text).ids();
    }
  }

  @Test
  void clip_s_merges_and_words_give_the_ids_of_its_json() {
    files
        .with("tokenizer.json", Golden.bytes("clip-bpe/tokenizer.json"))
        .with("text/merges.txt", Golden.bytes("clip-bpe/merges.txt"))
        .with("text/vocab.json", Golden.bytes("clip-bpe/vocab.json"));
    int[] wanted = {49406, 320, 1125, 539, 320, 2368, 49407};
    assertThat(encode("tokenizer.json", "a photo of a cat")).isEqualTo(wanted);
    assertThat(encode("text/merges.txt", "a photo of a cat")).isEqualTo(wanted);
  }

  @Test
  void a_list_of_words_is_bert_s_in_lower_case() {
    files.with("text/vocab.txt", "[UNK]\n[CLS]\n[SEP]\ndog\ncaf\n##e\n");
    assertThat(encode("text/vocab.txt", "Dog café CAT")).containsExactly(1, 3, 4, 5, 0, 2);
  }

  @Test
  void merges_without_their_words_are_told_which_file_is_missing() {
    files.with("text/merges.txt", Golden.bytes("clip-bpe/merges.txt")).with("vocab.json", "{}");
    assertThatThrownBy(() -> encode("text/merges.txt", "a"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/text/merges.txt: ")
        .hasMessageContaining("text/vocab.json is missing beside it; fetch it too");
  }

  @ParameterizedTest
  @ValueSource(strings = {"words.txt", "vocab.json.bak", "tokenizer", "my_vocab.txt"})
  void another_name_is_refused_with_those_that_are_known(String file) {
    files.with(file, "a\nb\n");
    assertThatThrownBy(() -> encode(file, "a"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/" + file + ": this tokenizer is not understood: allowed are")
        .hasMessageContaining(
            "tokenizer.json, spiece.model, vocab.txt, merges.txt with vocab.json");
  }

  @ParameterizedTest
  @CsvSource({
    "tokenizer.json",
    "spiece.model",
    "vocab.txt",
    "merges.txt",
    "bpe_simple_vocab_16e6.txt.gz"
  })
  void an_absent_one_is_named(String file) {
    assertThatThrownBy(() -> encode("text/" + file, "a"))
        .isInstanceOf(ModelException.class)
        .hasMessage("m/text/" + file + ": this tokenizer is missing; fetch it too");
  }

  @ParameterizedTest
  @CsvSource({"tokenizer.json", "spiece.model", "vocab.txt", "bpe_simple_vocab_16e6.txt.gz"})
  void a_broken_one_is_named(String file) {
    files.with(file, new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});
    assertThatThrownBy(() -> encode(file, "a"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/" + file + ": this tokenizer is not understood: ");
  }
}
