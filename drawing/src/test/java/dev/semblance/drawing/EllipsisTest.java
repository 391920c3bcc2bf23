package dev.semblance.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.humbleui.skija.Font;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EllipsisTest {
  private static final String LONG = "holiday in the mountains 2019-07-14 at noon.jpeg";
  private final Font font = new Font(Fonts.SANS.typeface(), 14);

  @AfterEach
  void close() {
    font.close();
  }

  private float width(String text) {
    return font.measureTextWidth(text);
  }

  @Test
  void what_fits_stays_as_it_is() {
    assertThat(Ellipsis.end(LONG, font, width(LONG))).isEqualTo(LONG);
    assertThat(Ellipsis.middle(LONG, font, width(LONG) + 1)).isEqualTo(LONG);
    assertThat(Ellipsis.end("", font, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(floats = {40, 80, 120, 200, 300})
  void what_does_not_is_the_longest_cut_that_does(float width) {
    String end = Ellipsis.end(LONG, font, width);
    assertThat(width(end)).isLessThanOrEqualTo(width);
    assertThat(end).endsWith("…");
    String head = end.substring(0, end.length() - 1);
    assertThat(LONG).startsWith(head);
    int next = LONG.indexOf(head) + head.length() + 2;
    assertThat(width(LONG.substring(0, next) + "…")).as("more would not fit").isGreaterThan(width);
  }

  @ParameterizedTest
  @ValueSource(floats = {60, 120, 200})
  void a_name_keeps_its_ending(float width) {
    String middle = Ellipsis.middle(LONG, font, width);
    assertThat(width(middle)).isLessThanOrEqualTo(width);
    String[] parts = middle.split("…", -1);
    assertThat(parts).hasSize(2);
    assertThat(LONG).startsWith(parts[0]).endsWith(parts[1]);
    assertThat(parts[1]).isNotEmpty();
  }

  @Test
  void where_nothing_fits_the_mark_alone_is_left() {
    assertThat(Ellipsis.end(LONG, font, 1)).isEqualTo("…");
    assertThat(Ellipsis.middle(LONG, font, 1)).isEqualTo("…");
  }

  @Test
  void no_character_of_two_halves_is_cut_apart() {
    String smiles = "\uD83D\uDE00".repeat(40);
    for (float width = 20; width < 200; width += 7) {
      assertThat(Ellipsis.end(smiles, font, width).codePoints())
          .allMatch(c -> c == 0x1F600 || c == '…');
    }
  }

  @Test
  void controls_and_broken_halves_become_spaces() {
    assertThat(Ellipsis.clean("a\nb\t\u0007c")).isEqualTo("a b c");
    assertThat(Ellipsis.clean(" \uD83Dx\uDE00 ")).isEqualTo("x");
    assertThat(Ellipsis.clean("right\u202Eleft")).isEqualTo("right left");
    assertThat(Ellipsis.clean("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
  }
}
