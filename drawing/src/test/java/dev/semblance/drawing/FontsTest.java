package dev.semblance.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontsTest {
  @ParameterizedTest
  @EnumSource(Fonts.class)
  void every_face_is_there_and_has_western_letters(Fonts font) {
    assertThat(font.typeface().getFamilyName()).startsWith("Liberation");
    for (int letter : "AÄéñßŁžΩЖ€…".codePoints().toArray()) {
      assertThat(font.typeface().getUTF32Glyph(letter)).as(Character.toString(letter)).isNotZero();
    }
  }

  @Test
  void faces_are_what_their_names_say_and_loaded_once() {
    assertThat(Fonts.SANS_BOLD.typeface().isBold()).isTrue();
    assertThat(Fonts.SANS.typeface().isBold()).isFalse();
    assertThat(Fonts.SERIF_ITALIC.typeface().isItalic()).isTrue();
    assertThat(Fonts.MONO.typeface().isFixedPitch()).isTrue();
    assertThat(Fonts.SANS.typeface()).isSameAs(Fonts.SANS.typeface());
  }
}
