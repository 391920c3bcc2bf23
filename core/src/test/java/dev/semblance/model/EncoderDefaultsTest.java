package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.Pixels;
import dev.semblance.image.Preprocessing;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every encoder and every model does by what the few methods it has to write: cutting into
/// batches, and finding the encoder of an input.
class EncoderDefaultsTest {
  private static final EmbeddingSpace SPACE = new EmbeddingSpace("test", "a".repeat(64), 2);
  private static final Input.Image PICTURE =
      new Input.Image(new Pixels(1, 1, 1, new byte[1]), "cat.jpg");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 8, 9})
  void many_inputs_are_cut_into_full_batches_and_a_rest_in_order(int count) {
    Texts encoder = new Texts(4);
    List<Input.Text> inputs =
        IntStream.range(0, count).mapToObj(i -> new Input.Text("x".repeat(i))).toList();

    List<Embedding> embeddings = encoder.embed(inputs);

    assertThat(embeddings).isEqualTo(inputs.stream().map(input -> place(input.text())).toList());
    assertThat(encoder.batches).hasSize((count + 3) / 4);
    for (int i = 0; i < encoder.batches.size(); i++) {
      assertThat(encoder.batches.get(i)).isEqualTo(Math.min(4, count - 4 * i));
    }
  }

  @Test
  void a_model_hands_an_input_to_the_encoder_of_its_kind() {
    Parts model = new Parts(Optional.of(new Texts(1)), Optional.of(new Images()));

    assertThat(model.embed(new Input.Text("xxx"))).isEqualTo(place("xxx"));
    assertThat(model.embed(PICTURE)).isEqualTo(place("cat.jpg"));
  }

  @Test
  void a_model_without_the_encoder_says_what_it_cannot_read() {
    Parts blind = new Parts(Optional.of(new Texts(1)), Optional.empty());
    Parts mute = new Parts(Optional.empty(), Optional.of(new Images()));

    assertThatThrownBy(() -> blind.embed(PICTURE))
        .isInstanceOf(ModelException.class)
        .hasMessage("full: this model reads no pictures");
    assertThatThrownBy(() -> mute.embed(new Input.Text("a")))
        .isInstanceOf(ModelException.class)
        .hasMessage("full: this model reads no texts");
    assertThat(blind.requireText()).isSameAs(blind.text().orElseThrow());
    assertThat(mute.requireImage()).isSameAs(mute.image().orElseThrow());
  }

  @Test
  void an_input_is_called_by_its_text_or_its_source() {
    assertThat(new Input.Text("a cat").source()).isEqualTo("a cat");
    assertThat(new Input.Text("a cat").modality()).isEqualTo(Modality.TEXT);
    assertThat(PICTURE.source()).isEqualTo("cat.jpg");
    assertThat(PICTURE.modality()).isEqualTo(Modality.IMAGE);
  }

  /// A place of its own for every length of text.
  private static Embedding place(String text) {
    return Embedding.of(SPACE, new float[] {1, text.length()}, text);
  }

  private record Ready(String source) implements Encoder.Prepared {}

  private static final class Texts implements TextEncoder {
    private final int batchSize;
    private final List<Integer> batches = new ArrayList<>();

    Texts(int batchSize) {
      this.batchSize = batchSize;
    }

    @Override
    public EmbeddingSpace space() {
      return SPACE;
    }

    @Override
    public int batchSize() {
      return batchSize;
    }

    @Override
    public Prepared prepare(Input.Text input) {
      return new Ready(input.text());
    }

    @Override
    public List<Embedding> encode(List<Prepared> batch) {
      batches.add(batch.size());
      return batch.stream().map(one -> place(one.source())).toList();
    }

    @Override
    public boolean cuts(String text) {
      return false;
    }
  }

  private static final class Images implements ImageEncoder {
    @Override
    public EmbeddingSpace space() {
      return SPACE;
    }

    @Override
    public int batchSize() {
      return 1;
    }

    @Override
    public Prepared prepare(Input.Image input) {
      return new Ready(input.source());
    }

    @Override
    public List<Embedding> encode(List<Prepared> batch) {
      return batch.stream().map(one -> place(one.source())).toList();
    }

    @Override
    public Preprocessing preprocessing() {
      return Preprocessing.siglip(8);
    }
  }

  private record Parts(Optional<TextEncoder> text, Optional<ImageEncoder> image) implements Model {
    @Override
    public ModelCard card() {
      return Cards.full();
    }

    @Override
    public EmbeddingSpace space() {
      return SPACE;
    }

    @Override
    public void close() {}
  }
}
