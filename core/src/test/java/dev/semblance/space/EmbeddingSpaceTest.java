package dev.semblance.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a space may be called, and which two spaces are one.
class EmbeddingSpaceTest {
  private static final String DIGITS = "0123456789abcdef".repeat(4);

  @Test
  void a_space_is_described_by_name_dimension_and_the_start_of_its_fingerprint() {
    assertThat(new EmbeddingSpace("mini", DIGITS, 256).describe())
        .isEqualTo("mini (256-d, 0123456789ab)");
  }

  @Test
  void only_the_fingerprint_decides_whether_two_spaces_are_one() {
    EmbeddingSpace space = Spaces.named("one", 'a', 4);

    assertThat(space.sameAs(Spaces.named("another name", 'a', 4))).isTrue();
    assertThat(space.sameAs(Spaces.named("one", 'b', 4))).isFalse();
  }

  @Test
  void the_same_fingerprint_with_another_dimension_is_another_space() {
    assertThat(Spaces.of(4).sameAs(Spaces.of(5))).isFalse();
    assertThat(Spaces.of(5).sameAs(Spaces.of(4))).isFalse();
  }

  @Test
  void two_spaces_are_complained_of_with_both_names_and_what_to_do() {
    EmbeddingSpace one = Spaces.named("mini", 'a', 256);
    EmbeddingSpace other = Spaces.named("clip", 'b', 512);

    assertThatThrownBy(() -> one.requireSame(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "embeddings of two spaces cannot be compared: mini (256-d, aaaaaaaaaaaa) and"
                + " clip (512-d, bbbbbbbbbbbb); embed both sides with one model");
    assertThatCode(() -> one.requireSame(Spaces.named("x", 'a', 256))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void a_blank_name_is_refused(String name) {
    assertThatThrownBy(() -> new EmbeddingSpace(name, DIGITS, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a name");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_dimension_below_one_is_refused(int dimension) {
    assertThatThrownBy(() -> new EmbeddingSpace("mini", DIGITS, dimension))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("space mini: dimension must be at least 1, got " + dimension);
  }

  @Test
  void a_fingerprint_is_64_lower_case_hexadecimal_digits_and_nothing_else() {
    assertRefused("");
    assertRefused(DIGITS.substring(1));
    assertRefused(DIGITS + "0");
    assertRefused("A" + DIGITS.substring(1));
    assertRefused(DIGITS.substring(1) + "g");
    assertRefused(DIGITS.substring(1) + "/");
    assertRefused(DIGITS.substring(1) + ":");
    assertRefused(DIGITS.substring(1) + "`");
    assertRefused("\u0663" + DIGITS.substring(1)); // a digit, but an Arabic one
  }

  private static void assertRefused(String fingerprint) {
    assertThatThrownBy(() -> new EmbeddingSpace("mini", fingerprint, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "space mini: a fingerprint is 64 hexadecimal digits, got \"" + fingerprint + "\"");
  }
}
