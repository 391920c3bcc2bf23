package dev.semblance.onnx.layout.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.TensorPort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The networks say the dimension, and the config only where they leave it open.
class DimensionsTest {
  private static final long NO_NETWORK = 0;

  private static Optional<TensorPort> port(long last) {
    return last == NO_NETWORK
        ? Optional.empty()
        : Optional.of(new TensorPort("vector", ElementType.FLOAT, List.of(TensorPort.FREE, last)));
  }

  @ParameterizedTest
  @CsvSource({
    "512, 512, 512",
    "512, -1, 512",
    "-1, 512, 512",
    "512, 0, 512",
    "0, 512, 512",
  })
  void whichever_network_says_it_is_believed_over_the_config(long text, long image, int wanted) {
    assertThat(Dimensions.of("m", port(text), port(image), Optional.of(7))).isEqualTo(wanted);
    assertThat(Dimensions.of("m", port(text), port(image), Optional.empty())).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"-1, -1", "-1, 0", "0, -1", "0, 0"})
  void where_all_leave_it_open_the_config_says_it_or_nobody(long text, long image) {
    assertThat(Dimensions.of("m", port(text), port(image), Optional.of(7))).isEqualTo(7);
    assertThatThrownBy(() -> Dimensions.of("m", port(text), port(image), Optional.empty()))
        .isInstanceOf(ModelException.class)
        .hasMessage("m: neither its networks nor its config say a dimension");
  }

  @Test
  void two_that_differ_belong_to_two_models_whatever_the_config_says() {
    assertThatThrownBy(() -> Dimensions.of("m", port(512), port(768), Optional.of(512)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("m: its texts become 512 numbers and its pictures 768");
  }

  @Test
  void a_number_alone_says_no_dimension() {
    Optional<TensorPort> scalar = Optional.of(new TensorPort("loss", ElementType.FLOAT, List.of()));
    assertThat(Dimensions.of("m", scalar, port(4), Optional.empty())).isEqualTo(4);
  }
}
