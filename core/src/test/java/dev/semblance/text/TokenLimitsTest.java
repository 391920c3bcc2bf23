package dev.semblance.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.text.TokenizerSpec.Cleaning;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Limits, padding and cleaning of every tokenizer, on a BERT of three words and a tokenizer whose
/// ids are bytes.
class TokenLimitsTest {
  private static final long SEED = 20261128;
  private static final byte[] VOCABULARY =
      "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nb\nc\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void special_ids_frame_the_content() {
    TokenIds ids = bert(9, false, 0).encode("a b c");

    assertThat(ids.ids()).containsExactly(2, 4, 5, 6, 3);
    assertThat(ids.length()).isEqualTo(5);
    assertThat(ids.cut()).isFalse();
    assertThat(bert(9, false, 0).encode("").ids()).containsExactly(2, 3);
  }

  @Test
  void a_fixed_length_is_padded_at_the_end_and_the_padding_not_counted() {
    TokenIds ids = bert(6, true, 8).encode("a");

    assertThat(ids.ids()).containsExactly(2, 4, 3, 8, 8, 8);
    assertThat(ids.length()).isEqualTo(3);
    assertThat(ids.cut()).isFalse();
  }

  @Test
  void a_text_too_long_loses_the_end_of_its_content_and_never_special_ids() {
    assertThat(bert(4, true, 0).encode("a b c").ids()).containsExactly(2, 4, 5, 3);
    assertThat(bert(4, true, 0).encode("a b c").cut()).isTrue();
    assertThat(bert(5, true, 0).encode("a b c").cut()).isFalse();
    assertThat(bert(2, false, 0).encode("a").ids()).containsExactly(2, 3);
    assertThat(bert(2, false, 0).encode("a").cut()).isTrue();
    assertThat(bert(2, false, 0).encode("").cut()).isFalse();
  }

  @Test
  void a_limit_below_the_special_ids_is_refused_with_their_number() {
    assertThatThrownBy(() -> bert(1, false, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "maxLength is 1, but this tokenizer adds 2 special tokens to every text; maxLength must"
                + " be at least as many");
  }

  @Test
  void every_limit_gives_the_beginning_of_what_no_limit_gives() {
    Random random = new Random(SEED);
    for (int round = 0; round < 40; round++) {
      String text =
          IntStream.range(0, random.nextInt(9))
              .mapToObj(i -> List.of("a", "b", "c", "zz").get(random.nextInt(4)))
              .collect(Collectors.joining(" "));
      int[] whole = bert(100, false, 0).encode(text).ids();
      for (int limit = 2; limit < 12; limit++) {
        int length = Math.min(limit, whole.length);
        int[] expected = Arrays.copyOf(whole, limit);
        expected[length - 1] = 3;
        TokenIds ids = bert(limit, true, 0).encode(text);
        assertThat(ids.ids()).as("%s to %d, seed %d", text, limit, SEED).isEqualTo(expected);
        assertThat(ids.length()).isEqualTo(length);
        assertThat(ids.cut()).isEqualTo(whole.length > limit);
      }
    }
  }

  @Test
  void a_lone_surrogate_counts_as_the_replacement_character() {
    for (String lone :
        List.of("\uD83D", "\uDE02", "\uDE02\uD83D", "a\uD83Db", "\uD83D\uD83D\uDE02")) {
      String replaced = lone.replaceAll("[\\x{D800}-\\x{DFFF}]", "\uFFFD");
      assertThat(bytes(Cleaning.NONE, lone)).isEqualTo(replaced);
    }
    assertThat(bytes(Cleaning.NONE, "😂")).isEqualTo("😂");
  }

  @Test
  void cleaning_is_done_before_everything_else() {
    assertThat(bytes(Cleaning.NONE, "A_b, C")).isEqualTo("A_b, C");
    assertThat(bytes(Cleaning.LOWER, "ÀB İ ΣΑΣ")).isEqualTo("àb i\u0307 σας");
    assertThat(bytes(Cleaning.CANONICAL, "A_b, C")).isEqualTo("a b c");
  }

  @Test
  void the_canonical_form_is_that_of_open_clip() {
    assertThat(canonical("Hello,   World!")).isEqualTo("hello world");
    assertThat(canonical("a_b__c_")).isEqualTo("a b c");
    assertThat(canonical("it's -- 50%")).isEqualTo("its 50");
    assertThat(canonical("\t\u00a0\u3000a\u001c\u0085b\u2028\n")).isEqualTo("a b");
    assertThat(canonical("!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~")).isEmpty();
    assertThat(canonical("„é“ ¿1‽")).isEqualTo("„é“ ¿1‽");
    assertThat(canonical("a\u200bb")).isEqualTo("a\u200bb");
  }

  @Test
  void the_canonical_form_of_a_canonical_form_is_itself() {
    RandomTexts texts = new RandomTexts(SEED);
    for (int i = 0; i < 2000; i++) {
      String once = canonical(texts.next());
      assertThat(canonical(once)).as("seed %d", SEED).isEqualTo(once);
    }
  }

  @Test
  void limits_that_are_none_are_refused() {
    assertThatThrownBy(() -> new TokenizerSpec(0, false, 0, Cleaning.NONE))
        .hasMessage("maxLength must be at least 1, got 0");
    assertThatThrownBy(() -> new TokenizerSpec(1, false, -1, Cleaning.NONE))
        .hasMessage("padId must not be negative, got -1");
    assertThatThrownBy(() -> new TokenIds(new int[2], 3, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length must lie between 0 and 2, got 3");
    assertThatThrownBy(() -> new TokenIds(new int[2], -1, false)).hasMessageContaining("got -1");
  }

  @Test
  void a_file_is_read_from_disk_and_named_where_it_is_not_understood() throws Exception {
    Path file = folder.resolve("tokenizer.json");
    TokenizerSpec spec = new TokenizerSpec(8, false, 0, Cleaning.NONE);
    assertThatThrownBy(() -> Tokenizers.read(file, spec))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read the tokenizer " + file);
    Files.writeString(file, "{\"model\": {\"type\": \"Magic\", \"vocab\": {}}}");
    assertThatThrownBy(() -> Tokenizers.read(file, spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining("Magic");
    Files.writeString(file, TokenizerJsonParts.lossless().toString());
    assertThat(Tokenizers.read(file, spec).encode("a").ids()[0]).isEqualTo('a');
  }

  @Test
  void many_threads_get_what_one_gets() throws Exception {
    Tokenizer tokenizer = bert(6, true, 0);
    List<Future<int[]>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 200; i++) {
        String text = "c ".repeat(i % 7);
        running.add(threads.submit(() -> tokenizer.encode(text).ids()));
      }
      for (int i = 0; i < running.size(); i++) {
        assertThat(running.get(i).get()).isEqualTo(tokenizer.encode("c ".repeat(i % 7)).ids());
      }
    }
  }

  private static Tokenizer bert(int maxLength, boolean fixed, int padId) {
    TokenizerSpec spec = new TokenizerSpec(maxLength, fixed, padId, Cleaning.NONE);
    return Tokenizers.readWordPiece(VOCABULARY, true, spec);
  }

  private static String canonical(String text) {
    return Cleaning.CANONICAL.clean(text);
  }

  /// What reaches a model whose ids are bytes, and that puts `</w>` behind the text.
  private static String bytes(Cleaning cleaning, String text) {
    byte[] json = TokenizerJsonParts.lossless().toString().getBytes(StandardCharsets.UTF_8);
    int[] ids =
        Tokenizers.read(json, new TokenizerSpec(999, false, 0, cleaning)).encode(text).ids();
    byte[] bytes = new byte[ids.length - "</w>".length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ids[i];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
