package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be asked when a model is opened.
class OpenOptionsTest {
  private static final OpenOptions USUAL = OpenOptions.usual();

  @Test
  void each_change_leaves_the_others_as_they_were() {
    OpenOptions mine = new OpenOptions("int8", 3, "mine", 64);
    assertThat(mine.withVariant("q4")).isEqualTo(new OpenOptions("q4", 3, "mine", 64));
    assertThat(mine.withThreads(5)).isEqualTo(new OpenOptions("int8", 5, "mine", 64));
    assertThat(mine.withName("")).isEqualTo(new OpenOptions("int8", 3, "", 64));
    assertThat(mine.withDimension(0)).isEqualTo(new OpenOptions("int8", 3, "mine", 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1025, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void threads_are_limited(int threads) {
    assertThat(USUAL.withThreads(1024).threads()).isEqualTo(1024);
    assertThatThrownBy(() -> USUAL.withThreads(threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads must be 0 (as many as cores) to 1024, got " + threads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void a_variant_has_a_name(String variant) {
    assertThatThrownBy(() -> USUAL.withVariant(variant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a variant is auto or a name such as fp32, fp16 or int8");
  }

  @Test
  void a_dimension_is_not_negative() {
    assertThatThrownBy(() -> USUAL.withDimension(-64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("got -64");
  }
}
