package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Tone;

/// The light a scene stands in: hour, weather and where the sun or moon is.
///
/// @param sunX across the picture, 0 to 1
/// @param sunY above the horizon, 0 (on it) to 1 (at the upper edge)
/// @param mood which of the hour's variants of colour
public record Air(Hour hour, Weather weather, double sunX, double sunY, int mood) {
  /// A sun where the hour wants it.
  public static Air of(Hour hour, Weather weather, Dice dice) {
    double x = dice.chance(0.5) ? dice.between(0.12, 0.4) : dice.between(0.6, 0.88);
    double y =
        switch (hour) {
          case DAY -> dice.between(0.6, 0.85);
          case NIGHT -> dice.between(0.55, 0.8);
          case DAWN -> dice.between(0.12, 0.35);
          case SUNSET -> dice.between(0.06, 0.3);
          case DUSK -> -0.05;
        };
    return new Air(hour, weather, x, y, dice.whole(0, Palette.MOODS - 1));
  }

  public static Air day(Dice dice) {
    return of(Hour.DAY, dice.chance(0.7) ? Weather.CLEAR : Weather.CLOUDY, dice);
  }

  Palette palette() {
    return Palette.of(hour, weather, mood);
  }

  public int light() {
    return palette().light();
  }

  public int haze() {
    return palette().haze();
  }

  public int sun() {
    return palette().sun();
  }

  /// The sky's colour at the horizon.
  public int low() {
    return palette().low();
  }

  /// The sky's colour overhead.
  public int top() {
    return palette().top();
  }

  /// A thing's colour in this light, near the eye.
  public int lit(int colour) {
    return Tone.lit(colour, light());
  }

  /// A thing's colour in this light at a distance: 0 near, 1 lost in haze.
  public int far(int colour, double distance) {
    double thicker = weather == Weather.FOG ? Math.min(1, distance * 1.5 + 0.12) : distance;
    return Tone.mix(lit(colour), Tone.alpha(haze(), Tone.channelAlpha(colour)), thicker);
  }

  /// Paints with all colours in this light.
  public void over(Art art, double distance, Runnable work) {
    art.graded(light(), haze(), weather == Weather.FOG ? distance * 1.5 : distance, work);
  }

  /// Whether lamps are lit and windows shine.
  public boolean dark() {
    return hour == Hour.NIGHT || hour == Hour.DUSK;
  }

  /// Whether the sun itself can be seen and casts shadows.
  public boolean sunny() {
    return weather == Weather.CLEAR && hour != Hour.NIGHT && hour != Hour.DUSK;
  }

  /// -1 when the light comes from the left, 1 from the right.
  public int side() {
    return sunX < 0.5 ? -1 : 1;
  }

  /// As it stands at the end of a sentence: `at sunset`, `in fog`, `on a rainy day`.
  public String phrase() {
    boolean day = hour == Hour.DAY;
    return switch (weather) {
      case CLEAR -> day ? "on a sunny day" : hour.phrase();
      case CLOUDY -> day ? "under a cloudy sky" : hour.phrase();
      case FOG -> day ? "in the fog" : "in the fog " + hour.phrase();
      case RAIN -> day ? "in the rain" : "in the rain " + hour.phrase();
      case SNOW -> day ? "in falling snow" : "in falling snow " + hour.phrase();
      case STORM -> day ? "in a storm" : "in a storm " + hour.phrase();
    };
  }
}
