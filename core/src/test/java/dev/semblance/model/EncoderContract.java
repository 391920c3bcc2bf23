package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [Encoder] keeps, whatever stands behind it. Extend it for each.
///
/// @param <I> what the encoder takes
public abstract class EncoderContract<I extends Input> {
  private static final int THREADS = 4;
  private static final int ROUNDS = 5;

  /// Floating point addition in another order; both vectors are of unit length.
  private static final double SAME = 1e-5;

  private Model model;
  private Encoder<I> encoder;

  /// Opens the model; every test opens its own and closes it.
  protected abstract Model open();

  /// The encoder under test.
  protected abstract Encoder<I> encoder(Model model);

  /// At least three different inputs.
  protected abstract List<I> inputs();

  @BeforeEach
  final void open_the_model() {
    model = open();
    encoder = encoder(model);
    assertThat(inputs()).as("inputs of the contract").hasSizeGreaterThanOrEqualTo(3);
  }

  @AfterEach
  final void close_the_model() {
    model.close();
  }

  @Test
  void embeddings_are_of_unit_length_and_in_the_model_s_space() {
    for (Embedding embedding : encoder.embed(inputs())) {
      double squares = 0;
      for (float component : embedding.toArray()) {
        squares += (double) component * component;
      }
      assertThat(Math.sqrt(squares)).isCloseTo(1, within(1e-6));
      assertThat(embedding.space()).isEqualTo(model.space());
      assertThat(embedding.toArray()).hasSize(model.card().dimension());
    }
    assertThat(encoder.space()).isEqualTo(model.space());
  }

  @Test
  void a_batch_gives_what_one_by_one_gives() {
    List<Embedding> together = encoder.encode(prepared(inputs()));
    for (int i = 0; i < inputs().size(); i++) {
      Embedding alone = encoder.encode(prepared(inputs().subList(i, i + 1))).getFirst();
      assertSame(alone, together.get(i), inputs().get(i).source());
    }
  }

  @Test
  void more_inputs_than_a_batch_are_taken_too() {
    List<I> many = new ArrayList<>();
    while (many.size() <= 2 * encoder.batchSize()) {
      many.addAll(inputs());
    }
    List<Embedding> embeddings = encoder.encode(prepared(many));
    List<Embedding> once = encoder.embed(inputs());
    assertThat(embeddings).hasSameSizeAs(many);
    for (int i = 0; i < many.size(); i++) {
      assertSame(once.get(i % once.size()), embeddings.get(i), "input " + i);
    }
  }

  @Test
  void the_order_is_kept() {
    List<I> reversed = new ArrayList<>(inputs());
    Collections.reverse(reversed);
    List<Embedding> forward = encoder.embed(inputs());
    List<Embedding> backward = encoder.embed(reversed);
    for (int i = 0; i < forward.size(); i++) {
      assertSame(forward.get(i), backward.get(forward.size() - 1 - i), inputs().get(i).source());
    }
  }

  @Test
  void different_inputs_give_different_embeddings() {
    List<Embedding> embeddings = encoder.embed(inputs());
    for (int i = 1; i < embeddings.size(); i++) {
      assertThat(embeddings.get(i).cosine(embeddings.get(0))).isLessThan(1 - SAME);
    }
  }

  @Test
  void the_same_input_gives_the_same_embedding_again() {
    List<Embedding> first = encoder.embed(inputs());
    List<Embedding> second = encoder.embed(inputs());
    assertThat(second).isEqualTo(first);
  }

  @Test
  void many_threads_get_what_one_gets() throws Exception {
    List<Embedding> expected = encoder.embed(inputs());
    List<Future<List<Embedding>>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      Callable<List<Embedding>> embed = () -> encoder.embed(inputs());
      for (int i = 0; i < THREADS * ROUNDS; i++) {
        running.add(threads.submit(embed));
      }
      for (Future<List<Embedding>> one : running) {
        List<Embedding> got = one.get();
        for (int i = 0; i < expected.size(); i++) {
          assertSame(expected.get(i), got.get(i), inputs().get(i).source());
        }
      }
    }
  }

  @Test
  void what_another_encoder_prepared_is_refused() {
    try (Model other = open()) {
      List<Encoder.Prepared> foreign =
          List.of(encoder(other).prepare(inputs().getFirst()));
      assertThatThrownBy(() -> encoder.encode(foreign))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("was not prepared by");
    }
    assertThatThrownBy(() -> encoder.encode(List.of(() -> "a stranger")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a stranger");
  }

  @Test
  void an_empty_batch_is_refused() {
    assertThatThrownBy(() -> encoder.encode(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
  }

  @Test
  void prepared_inputs_keep_their_source() {
    for (I input : inputs()) {
      assertThat(encoder.prepare(input).source()).isEqualTo(input.source());
    }
  }

  @Test
  void after_closing_the_model_names_itself() {
    List<Encoder.Prepared> before = prepared(inputs());
    encoder.encode(before);
    model.close();
    assertThatThrownBy(() -> encoder.encode(before))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(model.card().name());
    assertThatThrownBy(() -> encoder.prepare(inputs().getFirst()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(model.card().name());
  }

  @Test
  void closing_twice_or_unused_is_harmless() {
    model.close();
    model.close();
    open().close();
  }

  private List<Encoder.Prepared> prepared(List<I> some) {
    return some.stream().<Encoder.Prepared>map(encoder::prepare).toList();
  }

  private static void assertSame(Embedding expected, Embedding got, String what) {
    assertThat(got.cosine(expected)).as(what).isCloseTo(1, within(SAME));
  }
}
