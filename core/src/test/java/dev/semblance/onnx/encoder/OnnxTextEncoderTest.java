package dev.semblance.onnx.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.model.Encoder.Prepared;
import dev.semblance.model.Input;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Settings;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Texts through networks that add up their ids, so that every vector can be told by hand: a text
/// is `[CLS]`, its words and `[SEP]`.
class OnnxTextEncoderTest {
  private static final String NETWORK = "text.onnx";
  private static final String HEAD = "head.onnx";

  /// The ids are the places in this list.
  private static final String WORDS = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\ndog\ncat\nsees\nquery\n";

  private static final int ENDS = 2 + 3;
  private static final int A = 4;
  private static final int DOG = 5;
  private static final int PADDING = 9;
  private static final TokenizerSpec OPEN = new TokenizerSpec(6, false, PADDING, Cleaning.NONE);
  private static final TokenizerSpec FILLED = new TokenizerSpec(6, true, PADDING, Cleaning.NONE);

  private final MemoryFiles files =
      new MemoryFiles("m").with("vocab.txt", WORDS).with(HEAD, TinyNetworks.head());
  private final Networks networks =
      new Networks("m", files, new Settings(1, Path.of("unused"), false));

  @AfterEach
  void close() {
    networks.close();
  }

  private static Graph graph(Pooling pooling, Optional<String> head) {
    List<VariantFile> variants = List.of(new VariantFile("fp32", NETWORK));
    return new Graph(variants, "input_ids", "vector", pooling, false, head);
  }

  private OnnxTextEncoder encoder(Graph graph, TokenizerSpec spec, String prefix) {
    int dimension = graph.head().isPresent() ? 3 : 2;
    EmbeddingSpace space = new EmbeddingSpace("m", "0".repeat(64), dimension);
    TextSide side = new TextSide(graph, "vocab.txt", spec, prefix);
    return new OnnxTextEncoder(
        space, networks, side, new Tower(networks, graph, NETWORK, dimension));
  }

  private OnnxTextEncoder encoder(byte[] network, TokenizerSpec spec) {
    files.with(NETWORK, network);
    return encoder(graph(Pooling.NONE, Optional.empty()), spec, "");
  }

  private static List<Input.Text> inputs(String... texts) {
    return List.of(texts).stream().map(Input.Text::new).toList();
  }

  private static void assertVector(Embedding got, double... wanted) {
    double squares = 0;
    for (double number : wanted) {
      squares += number * number;
    }
    float[] numbers = got.toArray();
    assertThat(numbers).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat((double) numbers[i]).isCloseTo(wanted[i] / Math.sqrt(squares), within(1e-6));
    }
  }

  private static Embedding embed(OnnxTextEncoder encoder, String text) {
    return encoder.embed(inputs(text)).getFirst();
  }

  @Test
  void padding_beside_longer_texts_is_masked() {
    OnnxTextEncoder encoder = encoder(TinyNetworks.maskedTexts(-1, -1), OPEN);
    List<Embedding> embeddings = encoder.embed(inputs("a dog sees", "", "dog"));
    assertVector(embeddings.get(0), ENDS + A + DOG + 7, 5);
    assertVector(embeddings.get(1), ENDS, 2);
    assertVector(embeddings.get(2), ENDS + DOG, 3);
  }

  @Test
  void where_nothing_masks_padding_there_is_none() {
    OnnxTextEncoder encoder = encoder(TinyNetworks.unmaskedTexts(-1, -1), OPEN);
    List<Embedding> embeddings = encoder.embed(inputs("a dog", "dog", "", "a"));
    assertVector(embeddings.get(0), ENDS + A + DOG, 4);
    assertVector(embeddings.get(1), ENDS + DOG, 3);
    assertVector(embeddings.get(2), ENDS, 2);
    assertVector(embeddings.get(3), ENDS + A, 3);
  }

  @Test
  void a_model_that_fills_up_pads_with_its_own_id() {
    OnnxTextEncoder encoder = encoder(TinyNetworks.unmaskedTexts(-1, -1), FILLED);
    assertVector(embed(encoder, "a"), ENDS + A + 3 * PADDING, 6);
  }

  @Test
  void a_network_of_more_columns_is_filled_up_to_them() {
    OnnxTextEncoder encoder = encoder(TinyNetworks.unmaskedTexts(-1, 8), OPEN);
    assertVector(embed(encoder, "a"), ENDS + A + 5 * PADDING, 8);
    OnnxTextEncoder filled = encoder(TinyNetworks.unmaskedTexts(-1, 8), FILLED);
    assertThat(embed(filled, "a").toArray()).isEqualTo(embed(encoder, "a").toArray());
  }

  @Test
  void a_network_of_a_fixed_batch_is_filled_with_texts_that_nobody_gets() {
    OnnxTextEncoder encoder = encoder(TinyNetworks.maskedTexts(2, -1), OPEN);
    List<Embedding> embeddings = encoder.embed(inputs("a dog sees", "", "dog"));
    assertThat(embeddings).hasSize(3);
    assertVector(embeddings.get(0), ENDS + A + DOG + 7, 5);
    assertVector(embeddings.get(1), ENDS, 2);
    assertVector(embeddings.get(2), ENDS + DOG, 3);
  }

  @Test
  void any_batch_in_any_order_gives_what_each_text_gives_alone() {
    OnnxTextEncoder encoder = encoder(TinyNetworks.maskedTexts(-1, -1), OPEN);
    Random random = new Random(14);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      texts.add(String.join(" ", Collections.nCopies(random.nextInt(5), i % 2 == 0 ? "a" : "cat")));
    }
    List<Prepared> batch = new ArrayList<>();
    inputs(texts.toArray(String[]::new)).forEach(input -> batch.add(encoder.prepare(input)));
    List<Embedding> embeddings = encoder.encode(batch);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(embeddings.get(i).toArray())
          .as("seed 14, text %d", i)
          .isEqualTo(embed(encoder, texts.get(i)).toArray());
    }
  }

  @Test
  void a_prefix_is_put_in_front_and_counts_as_text() {
    files.with(NETWORK, TinyNetworks.maskedTexts(-1, -1));
    OnnxTextEncoder encoder = encoder(graph(Pooling.NONE, Optional.empty()), OPEN, "query ");
    assertVector(embed(encoder, "dog"), ENDS + 8 + DOG, 4);
    assertThat(encoder.cuts("a dog sees")).isFalse();
    assertThat(encoder.cuts("a dog sees a")).isTrue();
    assertThat(encoder.prepare(new Input.Text("dog")).source()).isEqualTo("dog");
  }

  @Test
  void a_long_text_is_cut_and_keeps_its_end_mark() {
    OnnxTextEncoder encoder = encoder(TinyNetworks.maskedTexts(-1, -1), OPEN);
    assertThat(encoder.cuts("a dog sees a")).isFalse();
    assertThat(encoder.cuts("a dog sees a cat")).isTrue();
    assertVector(embed(encoder, "a dog sees a cat"), ENDS + A + DOG + 7 + A, 6);
  }

  @Test
  void states_are_pooled_over_what_is_no_padding() {
    files.with(NETWORK, TinyNetworks.states());
    OnnxTextEncoder mean = encoder(graph(Pooling.MEAN, Optional.empty()), FILLED, "");
    List<Embedding> embeddings = mean.embed(inputs("a", "a dog sees"));
    assertVector(embeddings.get(0), (ENDS + A) / 3.0, 1);
    assertVector(embeddings.get(1), (ENDS + A + DOG + 7) / 5.0, 1);
    OnnxTextEncoder first = encoder(graph(Pooling.FIRST, Optional.empty()), OPEN, "");
    assertVector(embed(first, "a dog"), 2, 1);
  }

  @Test
  void a_head_gets_unit_vectors_and_its_own_are_brought_to_unit_length_again() {
    files.with(NETWORK, TinyNetworks.maskedTexts(-1, -1));
    OnnxTextEncoder encoder = encoder(graph(Pooling.NONE, Optional.of(HEAD)), OPEN, "");
    List<Embedding> embeddings = encoder.embed(inputs("dog", "a"));
    double dog = Math.hypot(ENDS + DOG, 3);
    assertVector(embeddings.get(0), ENDS + DOG, 3, 2 * (ENDS + DOG) + dog);
    double a = Math.hypot(ENDS + A, 3);
    assertVector(embeddings.get(1), ENDS + A, 3, 2 * (ENDS + A) + a);
  }

  @Test
  void a_head_that_takes_anything_else_is_refused() {
    files.with(NETWORK, TinyNetworks.maskedTexts(-1, -1));
    files.with(HEAD, TinyNetworks.maskedTexts(-1, -1));
    Graph graph = graph(Pooling.NONE, Optional.of(HEAD));
    assertThatThrownBy(() -> encoder(graph, OPEN, ""))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("m/head.onnx: a head takes one input float [batch, width]; this");
  }

  @Test
  void many_threads_may_find_out_at_once_that_a_picture_must_be_there() throws Exception {
    int threads = 8;
    CyclicBarrier together = new CyclicBarrier(threads);
    for (int round = 0; round < 10; round++) {
      OnnxTextEncoder encoder = encoder(TinyNetworks.textsThatNeedAPicture(), OPEN);
      List<Prepared> batch = List.of(encoder.prepare(new Input.Text("dog")));
      Callable<List<Embedding>> encode =
          () -> {
            together.await();
            return encoder.encode(batch);
          };
      try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
        for (Future<List<Embedding>> one : pool.invokeAll(Collections.nCopies(threads, encode))) {
          assertVector(one.get().getFirst(), ENDS + DOG, 3);
        }
      }
    }
  }

  @Test
  void a_failed_run_names_the_first_text_and_counts_the_others() {
    OnnxTextEncoder encoder = encoder(TinyNetworks.states(), OPEN);
    String text = "a dog sees a cat ".repeat(4);
    List<Prepared> batch = new ArrayList<>();
    inputs(text, text, text).forEach(input -> batch.add(encoder.prepare(input)));
    assertThatThrownBy(() -> encoder.encode(batch))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "a dog sees a cat a dog sees a cat a dog sees a cat a dog see... and 2 more:"
                + " m/text.onnx")
        .hasMessageContaining("must be [batch, dimension]");
    assertThatThrownBy(() -> encoder.encode(batch.subList(0, 1)))
        .hasMessageContaining("a dog see...: m/text.onnx");
  }

  @Test
  void a_missing_tokenizer_is_said_at_the_first_text() {
    OnnxTextEncoder encoder = encoder(TinyNetworks.maskedTexts(-1, -1), OPEN);
    files.without("vocab.txt");
    assertThatThrownBy(() -> encoder.cuts("a"))
        .isInstanceOf(ModelException.class)
        .hasMessage("m/vocab.txt: this tokenizer is missing; fetch it too");
    files.with("vocab.txt", WORDS);
    assertVector(embed(encoder, "a"), ENDS + A, 3);
  }
}
