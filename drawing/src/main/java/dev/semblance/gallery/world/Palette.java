package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Tone;

/// The colours of an hour and a weather.
///
/// @param top the sky overhead
/// @param middle half-way down
/// @param low the sky at the horizon
/// @param light what falls on things: a thing's colour is multiplied with it
/// @param haze what distance mixes in
/// @param sun the sun or moon itself
record Palette(int top, int middle, int low, int light, int haze, int sun) {
  static final int MOODS = 3;

  /// @param mood one of [#MOODS] variants of the hour
  static Palette of(Hour hour, Weather weather, int mood) {
    return switch (weather) {
      case CLEAR, CLOUDY -> cloudy(clear(hour, mood), weather);
      case FOG -> dimmed(hour, rgb(0xB4BFC6, 0xC6CED2, 0xD9DDDE, 0xD2D8DA, 0xD2D8DA, 0xF2F2EE));
      case RAIN -> dimmed(hour, rgb(0x56646F, 0x74828D, 0x98A3AB, 0xA4ADB5, 0x909BA4, 0xC8CED2));
      case SNOW -> dimmed(hour, rgb(0x9FADBB, 0xB7C2CC, 0xD8DEE4, 0xD9DFE7, 0xCDD5DD, 0xEFF2F4));
      case STORM -> dimmed(hour, rgb(0x1B2028, 0x333B46, 0x6C706E, 0x757C86, 0x4E565F, 0x9AA0A8));
    };
  }

  private static Palette clear(Hour hour, int mood) {
    return switch (hour) {
      case DAWN -> dawn(mood);
      case DAY -> day(mood);
      case SUNSET -> sunset(mood);
      case DUSK -> dusk(mood);
      case NIGHT -> rgb(0x060B1C, 0x0F1A38, 0x22335A, 0x56638C, 0x1C2948, 0xF3EFD8);
    };
  }

  private static Palette dawn(int mood) {
    return switch (mood) {
      case 0 -> rgb(0x5F86B4, 0xE0B3A6, 0xFFE0B0, 0xF8DECB, 0xEBCDB8, 0xFFF3CE);
      case 1 -> rgb(0x7C9CC4, 0xD8B8CC, 0xFBD6D0, 0xF4DEDC, 0xE4CCD0, 0xFFF2E4);
      default -> rgb(0x4F8AA8, 0xB8CDB8, 0xFFECB8, 0xF8ECCF, 0xE0DCC0, 0xFFF8D8);
    };
  }

  private static Palette day(int mood) {
    return switch (mood) {
      case 0 -> rgb(0x2F74C0, 0x79B0E2, 0xD9EAF3, 0xFFFAF0, 0xC6DBEA, 0xFFFCEB);
      case 1 -> rgb(0x5692CC, 0x9CC6E8, 0xE6F1F4, 0xFFF8EA, 0xD2E2EC, 0xFFFCEB);
      default -> rgb(0x1E5EB0, 0x5C9EDC, 0xC4E0F2, 0xFFFCF4, 0xB4D0E8, 0xFFFEF2);
    };
  }

  private static Palette sunset(int mood) {
    return switch (mood) {
      case 0 -> rgb(0x37457C, 0xD9705A, 0xFFB85E, 0xF0BC98, 0xE39B70, 0xFFE6A0);
      case 1 -> rgb(0x4A5590, 0xC4709C, 0xFFB096, 0xEDBDB8, 0xD69AA2, 0xFFE6C4);
      default -> rgb(0x56789E, 0xE6AE70, 0xFFD884, 0xF8DCB0, 0xE6C08C, 0xFFF2BA);
    };
  }

  private static Palette dusk(int mood) {
    return mood == 1
        ? rgb(0x122A52, 0x2E5A8C, 0x9FB4C4, 0x8698BA, 0x5F7A98, 0xE8E4D8)
        : rgb(0x18244C, 0x4B4A82, 0xC97B88, 0x968FB8, 0x74698F, 0xFFD8B8);
  }

  private static Palette cloudy(Palette clear, Weather weather) {
    if (weather == Weather.CLEAR) {
      return clear;
    }
    int grey = 0xFFAEB9C2;
    return new Palette(
        mix(clear.top, grey, 0.45),
        mix(clear.middle, grey, 0.4),
        mix(clear.low, grey, 0.25),
        mix(clear.light, 0xFFC9D0D6, 0.4),
        mix(clear.haze, grey, 0.35),
        clear.sun);
  }

  private static Palette dimmed(Hour hour, Palette day) {
    int light =
        switch (hour) {
          case DAY -> 0xFFFFFFFF;
          case DAWN -> 0xFFF6E2D4;
          case SUNSET -> 0xFFEFC3A2;
          case DUSK -> 0xFF7F7FA6;
          case NIGHT -> 0xFF3E4A6E;
        };
    return new Palette(
        lit(day.top, light),
        lit(day.middle, light),
        lit(day.low, light),
        lit(day.light, light),
        lit(day.haze, light),
        day.sun);
  }

  private static int mix(int a, int b, double t) {
    return Tone.mix(a, b, t);
  }

  private static int lit(int a, int light) {
    return Tone.lit(a, light);
  }

  private static Palette rgb(int... c) {
    int o = 0xFF000000;
    return new Palette(o | c[0], o | c[1], o | c[2], o | c[3], o | c[4], o | c[5]);
  }
}
