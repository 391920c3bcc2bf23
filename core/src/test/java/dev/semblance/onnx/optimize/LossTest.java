package dev.semblance.onnx.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.model.Input;
import dev.semblance.model.TextEncoder;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A loss is the mean and the smallest of the cosines between both vectors of each input.
class LossTest {
  /// An encoder whose nth text, `n`, lies at the nth of some angles in degrees.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Turning(String name, double... angles) implements TextEncoder {
    /// A text's number.
    private record Numbered(String source) implements Prepared {}

    @Override
    public EmbeddingSpace space() {
      String fingerprint = String.valueOf(name.charAt(0)).repeat(64);
      return new EmbeddingSpace(name, fingerprint, 2);
    }

    @Override
    public int batchSize() {
      return 2;
    }

    @Override
    public Prepared prepare(Input.Text input) {
      return new Numbered(input.text());
    }

    @Override
    public List<Embedding> encode(List<Prepared> batch) {
      return batch.stream().map(this::embedding).toList();
    }

    private Embedding embedding(Prepared prepared) {
      double angle = Math.toRadians(angles[Integer.parseInt(prepared.source())]);
      float[] vector = {(float) Math.cos(angle), (float) Math.sin(angle)};
      return Embedding.of(space(), vector, prepared.source());
    }

    @Override
    public boolean cuts(String text) {
      return false;
    }
  }

  private static List<Input.Text> sample(int count) {
    Stream<String> numbers = IntStream.range(0, count).mapToObj(Integer::toString);
    return numbers.map(Input.Text::new).toList();
  }

  @Test
  void mean_and_smallest_are_those_of_the_angles_between() {
    Turning exact = new Turning("each", 0, 90, 45);
    Turning fast = new Turning("fast", 60, 90, 75);
    Loss loss = Loss.of(exact, fast, sample(3));
    assertThat(loss.smallest()).isCloseTo(.5, within(1e-6));
    assertThat(loss.cosine()).isCloseTo((.5 + 1 + Math.sqrt(3) / 2) / 3, within(1e-6));
    assertThat(loss.inputs()).isEqualTo(3);
    Loss back = Loss.of(fast, exact, sample(3));
    assertThat(back.cosine()).as("the other way round").isCloseTo(loss.cosine(), within(1e-9));
  }

  @Test
  void vectors_that_point_the_other_way_lose_everything() {
    Loss loss = Loss.of(new Turning("each", 10), new Turning("fast", 190), sample(1));
    assertThat(loss.cosine()).isCloseTo(-1, within(1e-6)).isEqualTo(loss.smallest());
  }

  @Test
  void an_encoder_loses_nothing_against_itself() {
    Turning exact = new Turning("each", 1, 2, 3, 5, 8);
    Loss loss = Loss.of(exact, exact, sample(5));
    assertThat(loss.cosine()).isCloseTo(1, within(1e-6));
    assertThat(loss.smallest()).isCloseTo(1, within(1e-6));
  }

  @Test
  void nothing_is_measured_on_no_input() {
    assertThatThrownBy(() -> Loss.of(new Turning("each"), new Turning("fast"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("each: a loss is measured on at least one input, got none");
  }
}
