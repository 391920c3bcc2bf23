package dev.semblance.gallery.thing;

import dev.semblance.drawing.Fonts;
import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Lettering;
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
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// A road sign beside a country road.
public final class RoadSign {
  private RoadSign() {}

  public static Scene cast(Dice dice) {
    String kind = dice.pick("stop", "yield", "speed limit", "no entry", "crossing", "parking");
    int speed = dice.pick(30, 50, 70, 80, 100, 120);
    Hour hour = dice.pick(Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DUSK);
    Weather weather =
        hour == Hour.DAY
            ? dice.pick(Weather.CLEAR, Weather.CLOUDY, Weather.RAIN, Weather.SNOW)
            : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    String name = name(kind, speed);
    Caption caption =
        Caption.of("road sign", Words.a(name) + " " + air.phrase())
            .or(Words.a(name))
            .or(Words.a(name) + " beside a road")
            .or(look(kind, speed))
            .or("a traffic sign");
    return new Scene(caption, art -> paint(art, air, kind, speed));
  }

  private static String name(String kind, int speed) {
    return switch (kind) {
      case "stop" -> "stop sign";
      case "yield" -> "yield sign";
      case "speed limit" -> "speed limit sign with the number " + speed;
      case "no entry" -> "no entry sign";
      case "crossing" -> "pedestrian crossing sign";
      default -> "parking sign";
    };
  }

  private static String look(String kind, int speed) {
    return switch (kind) {
      case "stop" -> "a red octagon with the word STOP in white";
      case "yield" -> "a white triangle with a red border that points down";
      case "speed limit" -> "a round white sign with a red border and the number " + speed;
      case "no entry" -> "a round red sign with a white bar";
      case "crossing" -> "a blue square sign with a walking person";
      default -> "a blue square sign with a white letter P";
    };
  }

  private static void paint(Art art, Air air, String kind, int speed) {
    Dice dice = art.dice();
    double w = art.width();
    double h = art.height();
    double line = h * 0.66;
    art.blurred(2.5, () -> background(art, air, w, h, line));
    double x = w * dice.between(0.4, 0.6);
    double y = h * 0.4;
    double r = h * dice.between(0.24, 0.29);
    int steel = air.lit(0xFF9BA1A6);
    art.fill(
        Shape.box(x - 5, y, 10, h),
        Ink.across(
            x - 5, x + 5, Tone.dark(steel, 0.4), Tone.light(steel, 0.4), Tone.dark(steel, 0.3)));
    art.graded(
        Tone.light(air.light(), 0.2),
        air.haze(),
        0,
        () -> art.at(Spot.at(x, y, r / 100).turned(dice.near(0, 2)), () -> face(art, kind, speed)));
    Weathering.over(art, air, line);
    art.finish(0.45, 0.35);
  }

  private static void background(Art art, Air air, double w, double h, double line) {
    Sky.paint(art, air, line);
    Land.hills(art, air, line + 3, 40, 0xFF5A7A50);
    Trees.row(art, air, line + 3, 0xFF486B38);
    boolean white = air.weather() == Weather.SNOW;
    Shape field = Shape.box(0, line, w, h);
    if (white) {
      Land.snow(art, air, line - 20, field);
    } else {
      Land.grass(art, air, line, 0xFF6F9445);
    }
    Shape road = Shape.polygon(w * 0.5, line, w * 0.52, line, w * 1.25, h, w * 0.55, h);
    art.fill(
        road,
        Texture.ground(line - 20, air.lit(0xFF55565A), air.lit(0xFF6E6F72), air.lit(0xFF707174))
            .scale(4, 4)
            .ink(art.dice()));
  }

  private static void face(Art art, String kind, int speed) {
    switch (kind) {
      case "stop" -> stop(art);
      case "yield" -> giveWay(art);
      case "speed limit" -> disc(art, Integer.toString(speed));
      case "no entry" -> noEntry(art);
      case "crossing" -> crossing(art);
      default -> parking(art);
    }
  }

  private static Shape octagon(double r) {
    double[] p = new double[16];
    for (int i = 0; i < 8; i++) {
      double a = Math.PI / 8 + i * Math.PI / 4;
      p[2 * i] = r * Math.cos(a);
      p[2 * i + 1] = r * Math.sin(a);
    }
    return Shape.polygon(p);
  }

  private static void plate(Art art, Shape shape, int colour) {
    art.at(Spot.at(3, 5), () -> art.fill(shape, Ink.of(0x55000000).blur(8)));
    art.fill(
        shape,
        Ink.along(
            new double[] {-80, -100, 80, 100},
            Tone.light(colour, 0.14),
            colour,
            Tone.dark(colour, 0.16)));
  }

  private static void gloss(Art art, Shape shape) {
    art.inside(
        shape,
        () -> {
          art.fill(Shape.polygon(-120, -120, 20, -120, -60, 120, -120, 120), Ink.of(0x18FFFFFF));
          art.wash(Texture.mottle(0x14000000, 0x0CFFFFFF).scale(2, 2).contrast(4).ink(art.dice()));
        });
  }

  private static void stop(Art art) {
    plate(art, octagon(104), 0xFFF4F2EE);
    plate(art, octagon(97), 0xFFC4202A);
    art.text(
        "STOP",
        0,
        24,
        Lettering.of(Fonts.SANS_BOLD, 66).centred().stretched(0.94),
        Ink.of(0xFFFBFAF6));
    gloss(art, octagon(104));
  }

  private static void giveWay(Art art) {
    Shape outer = Shape.polygon(-112, -86, 112, -86, 0, 104);
    plate(art, outer, 0xFFC4202A);
    art.stroke(outer, 10, Ink.of(0xFFC4202A));
    art.fill(Shape.polygon(-76, -62, 76, -62, 0, 66), Ink.of(0xFFF7F5F0));
    gloss(art, outer);
  }

  private static void disc(Art art, String number) {
    plate(art, Shape.circle(0, 0, 100), 0xFFC4202A);
    art.fill(Shape.circle(0, 0, 79), Ink.of(0xFFF7F5F0));
    double size = number.length() > 2 ? 74 : 92;
    art.text(
        number,
        0,
        size * 0.36,
        Lettering.of(Fonts.SANS_BOLD, size).centred().stretched(0.92),
        Ink.of(0xFF16171A));
    gloss(art, Shape.circle(0, 0, 100));
  }

  private static void noEntry(Art art) {
    plate(art, Shape.circle(0, 0, 104), 0xFFF4F2EE);
    plate(art, Shape.circle(0, 0, 98), 0xFFC4202A);
    art.fill(Shape.box(-74, -17, 148, 34), Ink.of(0xFFFBFAF6));
    gloss(art, Shape.circle(0, 0, 104));
  }

  private static void crossing(Art art) {
    Shape square = Shape.round(10, -98, -98, 196, 196);
    plate(art, square, 0xFF1F5BA8);
    art.fill(Shape.polygon(0, -84, 84, 74, -84, 74), Ink.of(0xFFF7F5F0));
    Shape bars = Shape.path();
    for (int i = 0; i < 5; i++) {
      bars.addPolygon(-62 + i * 27, 70, -48 + i * 27, 70, -40 + i * 22, 48, -50 + i * 22, 48);
    }
    art.fill(bars, Ink.of(0xFF16171A));
    art.fill(Shape.circle(2, -44, 10), Ink.of(0xFF16171A));
    art.stroke(Shape.line(0, -30, -3, 6), 13, Ink.of(0xFF16171A));
    art.stroke(
        Shape.line(-3, 6, 16, 26, 20, 52).move(-3, 6).to(-16, 28, -32, 48), 9, Ink.of(0xFF16171A));
    art.stroke(
        Shape.line(0, -26, 22, -8, 30, 4).move(0, -26).to(-20, -8, -24, 8), 7, Ink.of(0xFF16171A));
    gloss(art, square);
  }

  private static void parking(Art art) {
    Shape square = Shape.round(12, -98, -98, 196, 196);
    plate(art, square, 0xFFF4F2EE);
    art.fill(Shape.round(8, -91, -91, 182, 182), Ink.of(0xFF1F5BA8));
    art.text("P", 0, 54, Lettering.of(Fonts.SANS_BOLD, 150).centred(), Ink.of(0xFFFBFAF6));
    gloss(art, square);
  }
}
