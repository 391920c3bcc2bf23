package dev.semblance.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.humbleui.skija.Font;
import org.junit.jupiter.api.Test;

class EllipsisTest {
  private static final Font FONT = new Font(Fonts.SANS.typeface(), 16);

  @Test
  void what_fits_stays_as_it_is() {
    assertThat(Ellipsis.end("short", FONT, 200)).isEqualTo("short");
    assertThat(Ellipsis.middle("short.jpg", FONT, 200)).isEqualTo("short.jpg");
    assertThat(Ellipsis.end("", FONT, 5)).isEmpty();
  }

  @Test
  void a_long_text_is_cut_to_the_width_and_not_much_shorter() {
    String cut = Ellipsis.end("a very long query about many things at once", FONT, 120);
    assertThat(cut).startsWith("a very").endsWith("…");
    assertThat(FONT.measureTextWidth(cut)).isBetween(100f, 120f);
  }

  @Test
  void a_long_file_name_keeps_its_ending() {
    String cut = Ellipsis.middle("holiday-2024-summer-at-the-lake-0001.jpeg", FONT, 150);
    assertThat(cut).startsWith("holiday").contains("…").endsWith(".jpeg");
    assertThat(FONT.measureTextWidth(cut)).isLessThanOrEqualTo(150);
  }

  @Test
  void characters_of_two_units_are_not_torn() {
    String cut = Ellipsis.middle("🐕".repeat(40), FONT, 100);
    assertThat(cut.codePoints().filter(Character::isSurrogate)).isEmpty();
    assertThat(cut).contains("…");
  }

  @Test
  void control_characters_become_spaces() {
    assertThat(Ellipsis.end("a\nb\tc\u001b[31m\u202e", FONT, 500)).isEqualTo("a b c [31m");
  }

  @Test
  void nothing_but_the_mark_is_left_where_nothing_fits() {
    assertThat(Ellipsis.end("wide", FONT, 1)).isEqualTo("…");
  }
}
