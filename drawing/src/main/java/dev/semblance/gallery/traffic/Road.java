package dev.semblance.gallery.traffic;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;

/// A road that runs across the picture, with town, country, coast or mountains behind it.
enum Road {
  COUNTRY("on a country road", "fields and trees behind"),
  TOWN("on a city street", "houses behind"),
  MOUNTAIN("on a mountain road", "mountains behind");

  private final String phrase;
  private final String detail;

  Road(String phrase, String detail) {
    this.phrase = phrase;
    this.detail = detail;
  }

  String phrase() {
    return phrase;
  }

  String detail() {
    return detail;
  }

  /// Where wheels stand, in canvas units.
  static double wheels(Art art) {
    return art.height() * 0.84;
  }

  void paint(Art art, Air air) {
    double line = art.height() * 0.6;
    Sky.paint(art, air, line);
    switch (this) {
      case COUNTRY -> {
        Land.hills(art, air, line + 3, 46, 0xFF5C7E4A);
        Trees.row(art, air, line + 3, 0xFF46683A);
      }
      case TOWN -> town(art, air, line);
      case MOUNTAIN -> {
        Land.mountains(art, air, line + 3, line * 0.55, 0.5);
        Trees.wood(art, air, line + 4, 0);
      }
    }
    ground(art, air, line);
  }

  private void town(Art art, Air air, double line) {
    Dice dice = art.dice();
    for (double x = -14; x < art.width(); ) {
      double wide = dice.between(46, 90);
      double high = dice.between(90, 170);
      int wall =
          air.far(dice.pick(0xFFB89478, 0xFF9FA8AC, 0xFFC9B69A, 0xFF8E7A72, 0xFFD6CCBC), 0.14);
      Shape front = Shape.box(x, line - high + 12, wide - 2, high);
      art.fill(
          front,
          Texture.mottle(Tone.dark(wall, 0.08), Tone.light(wall, 0.05)).scale(4, 4).ink(dice));
      Shape panes = Shape.path();
      Shape lit = Shape.path();
      for (double y = line - high + 22; y < line - 12; y += 22) {
        for (double c = x + 7; c < x + wide - 14; c += 16) {
          (air.dark() && dice.chance(0.55) ? lit : panes).addBox(c, y, 9, 13);
        }
      }
      art.fill(
          panes, Ink.down(line - high, line, air.far(0xFF8CA4B4, 0.1), air.far(0xFF46545F, 0.1)));
      art.fill(lit, Ink.of(0xFFFFD27C));
      x += wide;
    }
  }

  private void ground(Art art, Air air, double line) {
    double w = art.width();
    double h = art.height();
    double kerb = h * 0.7;
    boolean snow = air.weather() == Weather.SNOW;
    Shape verge = Shape.box(0, line + 2, w, h);
    if (this == TOWN) {
      int k = air.lit(0xFFA8A49C);
      art.fill(
          verge,
          Texture.ground(line - 60, Tone.dark(k, 0.12), Tone.light(k, 0.08), k)
              .scale(4, 4)
              .ink(art.dice()));
    } else if (snow) {
      Land.snow(art, air, line - 30, verge);
    } else {
      Land.grass(art, air, line + 2, 0xFF739A48);
    }
    int tar = air.lit(snow ? 0xFF7C8088 : 0xFF56585E);
    Shape road = Shape.box(0, kerb, w, h);
    Texture asphalt =
        Texture.ground(kerb - 60, Tone.dark(tar, 0.14), Tone.light(tar, 0.1), Tone.light(tar, 0.1));
    art.fill(road, asphalt.scale(6, 6).contrast(2.4).set("middle", w / 2).ink(art.dice()));
    if (air.weather() == Weather.RAIN) {
      art.fill(road, Ink.down(kerb, h, Tone.alpha(air.low(), 0.35), Tone.alpha(air.top(), 0.2)));
    }
    art.fill(Shape.box(0, kerb - 2, w, 4), Ink.of(air.lit(this == TOWN ? 0xFFC8C4BA : 0xFFE8E6DE)));
    art.stroke(
        Shape.line(-10, h * 0.94, w + 10, h * 0.94), 4, Ink.of(air.lit(0xFFE8E6DE)).dashed(44, 30));
  }
}
