package dev.semblance.gallery.city;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Shade;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// A castle on a hill, a windmill, a village church.
public final class Landmarks {
  private Landmarks() {}

  public static Scene cast(Dice dice) {
    String kind = dice.pick("castle", "windmill", "church");
    Hour hour = dice.pick(Hour.DAY, Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DUSK);
    Weather weather =
        hour == Hour.DAY
            ? dice.pick(Weather.CLEAR, Weather.CLOUDY, Weather.SNOW, Weather.FOG)
            : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    String where =
        switch (kind) {
          case "castle" -> "on a hill";
          case "windmill" -> "in a field";
          default -> "with a pointed tower";
        };
    Caption caption =
        Caption.of(kind, Words.a(kind) + " " + where + " " + air.phrase())
            .or(Words.a(kind) + " " + air.phrase())
            .or(detail(kind))
            .or("an old " + kind + " " + where)
            .or(Words.a(kind));
    return new Scene(caption, art -> paint(art, air, kind));
  }

  private static String detail(String kind) {
    return switch (kind) {
      case "castle" -> "a stone castle with towers and flags";
      case "windmill" -> "a windmill with four sails";
      default -> "a white village church with a red roof";
    };
  }

  private static void paint(Art art, Air air, String kind) {
    double w = art.width();
    double h = art.height();
    double line = h * 0.68;
    Sky.paint(art, air, line);
    Land.hills(art, air, line, 60, 0xFF5C7E4A);
    Trees.row(art, air, line + 2, 0xFF4A6E38);
    boolean snow = air.weather() == Weather.SNOW;
    if (snow) {
      Land.snow(art, air, line - 20, Shape.box(0, line, w, h));
    } else {
      Land.grass(art, air, line, 0xFF7AA048);
    }
    double x = w * art.dice().between(0.4, 0.6);
    if (kind.equals("castle")) {
      hill(art, air, x, line, snow);
      art.at(Spot.at(x, line - 34, 1.3), () -> castle(art, air));
    } else {
      double y = h * 0.84;
      Shade.under(art, air, x, y, 110);
      art.at(
          Spot.at(x, y, 1.45),
          () -> {
            if (kind.equals("windmill")) {
              windmill(art, air);
            } else {
              church(art, air);
            }
          });
    }
    Weathering.over(art, air, line);
    art.finish(0.5, 0.35);
  }

  private static void hill(Art art, Air air, double x, double y, boolean snow) {
    Shape hill =
        Shape.path().move(x - 260, y + 30).swing(x - 160, y + 20, x - 130, y - 40, x - 70, y - 44);
    hill.to(x + 80, y - 44).swing(x + 140, y - 38, x + 170, y + 20, x + 270, y + 30).close();
    int k = air.lit(snow ? 0xFFE6EDF6 : 0xFF5E7F42);
    art.fill(
        hill,
        Texture.mottle(Tone.dark(k, 0.25), Tone.light(k, 0.1))
            .scale(3, 4)
            .relief(1.8)
            .ink(art.dice()));
    for (int i = 0; i < 12; i++) {
      double t = art.dice().near(0, 1);
      Trees.bush(
          art,
          air,
          new double[] {
            x + 190 * t, y + 8 - 36 * (1 - Math.abs(t)), art.dice().between(12, 20), 0.15
          },
          0xFF426232);
    }
  }

  private static Ink masonry(Air air, double l, double r) {
    int k = air.lit(0xFFB4A892);
    boolean left = air.side() < 0;
    return Ink.across(
        l,
        r,
        left ? Tone.light(k, 0.15) : Tone.dark(k, 0.4),
        k,
        left ? Tone.dark(k, 0.4) : Tone.light(k, 0.15));
  }

  private static void castle(Art art, Air air) {
    turret(art, air, new Turret(-18, 132, 26, true));
    turret(art, air, new Turret(34, 108, 22, true));
    wall(art, air, -84, 168, 52);
    turret(art, air, new Turret(-96, 84, 28, true));
    turret(art, air, new Turret(70, 92, 30, true));
    turret(art, air, new Turret(-40, 74, 22, false));
    Shape gate = Shape.path().move(-4, 0).to(-4, -22).bend(10, -40, 24, -22).to(24, 0).close();
    art.fill(gate, Ink.down(-36, 0, air.lit(0xFF2A1E16), air.lit(0xFF4A3220)));
  }

  private static void wall(Art art, Air air, double x, double wide, double high) {
    Shape wall = Shape.box(x, -high, wide, high);
    for (double c = x; c < x + wide; c += 10) {
      wall.addBox(c, -high - 6, 6, 7);
    }
    art.fill(wall, masonry(air, x, x + wide));
    art.inside(
        wall,
        () ->
            art.wash(
                Texture.mottle(0x30000000, 0x20FFFFFF).scale(8, 12).contrast(5).ink(art.dice())));
  }

  /// A tower of a castle.
  ///
  /// @param x its left side
  private record Turret(double x, double high, double wide, boolean roofed) {}

  private static void turret(Art art, Air air, Turret turret) {
    double x = turret.x();
    double high = turret.high();
    double wide = turret.wide();
    Shape tower = Shape.box(x, -high, wide, high);
    for (double c = x - 2; c < x + wide + 1; c += 7) {
      tower.addBox(c, -high - 6, 4.5, 8);
    }
    tower.addBox(x - 2.5, -high, wide + 5, 6);
    art.fill(tower, masonry(air, x, x + wide));
    art.inside(
        tower,
        () ->
            art.wash(
                Texture.mottle(0x30000000, 0x20FFFFFF).scale(8, 12).contrast(5).ink(art.dice())));
    double m = x + wide / 2;
    for (double y = -high + 18; y < -24; y += 30) {
      art.fill(
          Shape.round(2, m - 2.2, y, 4.4, 11),
          Ink.of(air.dark() ? 0xFFFFCC70 : air.lit(0xFF2E2A28)));
    }
    if (turret.roofed()) {
      int tile = air.lit(0xFF5A6E8C);
      Shape cone = Shape.polygon(x - 3, -high - 3, m, -high - wide * 1.55, x + wide + 3, -high - 3);
      art.fill(cone, Ink.across(x, x + wide, Tone.light(tile, 0.25), tile, Tone.dark(tile, 0.4)));
      art.stroke(
          Shape.line(m, -high - wide * 1.5, m, -high - wide * 1.5 - 15),
          1,
          Ink.of(air.lit(0xFF3A3632)));
      art.fill(
          Shape.svg(
              "M%s,%s q7,-4 13,0 t11,1 v7 q-7,3 -12,-1 t-12,0 Z"
                  .replaceFirst("%s", "" + m)
                  .replaceFirst("%s", "" + (-high - wide * 1.5 - 15))),
          Ink.of(air.lit(0xFFC43A32)));
    }
  }

  private static void windmill(Art art, Air air) {
    Shape body = Shape.polygon(-30, 0, -18, -92, 18, -92, 30, 0);
    int white = air.lit(0xFFEFE8DA);
    boolean left = air.side() < 0;
    art.fill(
        body,
        Ink.across(
            -30,
            30,
            left ? Tone.light(white, 0.3) : Tone.dark(white, 0.4),
            white,
            left ? Tone.dark(white, 0.4) : Tone.light(white, 0.3)));
    art.inside(
        body,
        () ->
            art.wash(
                Texture.mottle(0x20503820, 0x18FFFFFF).scale(4, 4).contrast(4).ink(art.dice())));
    art.fill(
        Shape.path().move(-21, -90).bend(0, -134, 21, -90).close(),
        Ink.across(-20, 20, air.lit(0xFF8C5A3A), air.lit(0xFF4A2C1A)));
    art.fill(
        Shape.path().move(-8, 0).to(-8, -20).bend(0, -28, 8, -20).to(8, 0).close(),
        Ink.of(air.lit(0xFF5A3A24)));
    for (double y : new double[] {-44, -70}) {
      art.fill(Shape.box(-4, y, 8, 10), Ink.of(air.dark() ? 0xFFFFCC70 : air.lit(0xFF3E4A54)));
    }
    double turn = art.dice().between(10, 80);
    for (int i = 0; i < 4; i++) {
      art.at(Spot.at(0, -100).turned(turn + 90 * i), () -> sail(art, air));
    }
    art.fill(Shape.circle(0, -100, 4), Ink.of(air.lit(0xFF3A2A1C)));
  }

  private static void sail(Art art, Air air) {
    art.fill(Shape.box(2, -72, 15, 58), Ink.of(Tone.alpha(air.lit(0xFFF8F4EA), 0.85)));
    Shape lattice = Shape.line(0, 0, 0, -74);
    for (double y = -72; y <= -14; y += 9.6) {
      lattice.move(0, y).to(17, y);
    }
    lattice.move(9, -72).to(9, -14).move(17, -72).to(17, -14);
    art.stroke(lattice, 1.3, Ink.of(air.lit(0xFF5A3E28)));
  }

  private static void church(Art art, Air air) {
    int white = air.lit(0xFFF1ECE2);
    int red = air.lit(0xFFA8483A);
    art.fill(Shape.box(-20, -46, 90, 46), Ink.down(-46, 0, white, Tone.dark(white, 0.18)));
    art.fill(
        Shape.polygon(-20, -46, -8, -78, 60, -78, 76, -46),
        Texture.mottle(Tone.dark(red, 0.25), red).scale(6, 14).contrast(4).ink(art.dice()));
    art.fill(
        Shape.box(-46, -96, 32, 96),
        Ink.across(-46, -14, Tone.light(white, 0.3), white, Tone.dark(white, 0.3)));
    art.fill(
        Shape.polygon(-50, -96, -30, -160, -10, -96),
        Ink.across(-50, -10, Tone.light(red, 0.15), red, Tone.dark(red, 0.4)));
    art.stroke(
        Shape.line(-30, -158, -30, -176).move(-35, -170).to(-25, -170),
        1.8,
        Ink.of(air.lit(0xFFD8B45A)));
    art.fill(Shape.circle(-30, -78, 8), Ink.of(white));
    art.stroke(
        Shape.circle(-30, -78, 8).move(-30, -78).to(-30, -84).move(-30, -78).to(-26, -76),
        1,
        Ink.of(air.lit(0xFF2E2A28)));
    int glass = air.dark() ? 0xFFFFCC70 : air.lit(0xFF4C6478);
    for (double x : new double[] {-6, 18, 42}) {
      art.fill(
          Shape.path().move(x, -8).to(x, -28).bend(x + 6, -40, x + 12, -28).to(x + 12, -8).close(),
          Ink.of(glass));
    }
    art.fill(
        Shape.path().move(-37, 0).to(-37, -18).bend(-30, -28, -23, -18).to(-23, 0).close(),
        Ink.of(air.lit(0xFF5A3A24)));
  }
}
