package dev.semblance.gallery.traffic;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// A steam train or a modern train that crosses a landscape.
public final class Train {
  private Train() {}

  public static Scene cast(Dice dice) {
    boolean steam = dice.chance(0.5);
    String colour = dice.pick("red", "blue", "green", "white", "black");
    Hour hour = dice.pick(Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DUSK);
    Weather weather =
        hour == Hour.DAY ? dice.pick(Weather.CLEAR, Weather.CLOUDY, Weather.SNOW) : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    boolean mountains = dice.chance(0.5);
    String kind = steam ? "steam train" : "modern train";
    String where = mountains ? "in front of mountains" : "through green country";
    Caption caption =
        Caption.of("train", "a " + colour + " " + kind + " " + where + " " + air.phrase())
            .or("a " + colour + " " + kind)
            .or(
                steam
                    ? "an old locomotive with white smoke pulling carriages"
                    : "a fast train on the rails")
            .or("a train " + air.phrase())
            .or("a railway with a " + colour + " train");
    int tint = tint(colour);
    return new Scene(caption, art -> paint(art, air, tint, steam, mountains));
  }

  private static int tint(String colour) {
    return switch (colour) {
      case "red" -> 0xFFB52C2A;
      case "blue" -> 0xFF2A5C9E;
      case "green" -> 0xFF2C6B48;
      case "white" -> 0xFFECEBE6;
      default -> 0xFF2B2C31;
    };
  }

  private static void paint(Art art, Air air, int colour, boolean steam, boolean mountains) {
    double w = art.width();
    double h = art.height();
    double line = h * 0.62;
    Sky.paint(art, air, line);
    if (mountains) {
      Land.mountains(art, air, line, line * 0.6, 0.45);
      Trees.wood(art, air, line + 3, air.weather() == Weather.SNOW ? 0.6 : 0);
    } else {
      Land.hills(art, air, line + 3, 54, 0xFF5C824A);
      Trees.row(art, air, line + 3, 0xFF4A6E38);
    }
    if (air.weather() == Weather.SNOW) {
      Land.snow(art, air, line - 20, Shape.box(0, line, w, h));
    } else {
      Land.grass(art, air, line, 0xFF74A046);
    }
    double rail = h * 0.82;
    track(art, air, rail);
    double s = 0.98;
    Spot spot = Spot.at(w * 0.62, rail, s).mirrored(art.dice().chance(0.4));
    if (spot.mirrored()) {
      spot = new Spot(w * 0.38, rail, s, 0, true);
    }
    Spot at = spot;
    art.graded(
        Tone.light(air.light(), 0.1),
        air.haze(),
        0,
        () -> art.at(at, () -> consist(art, colour, steam, air)));
    if (steam) {
      smoke(art, air, at);
    }
    Weathering.over(art, air, line);
    art.finish(0.45, 0.35);
  }

  private static void track(Art art, Air air, double y) {
    double w = art.width();
    int gravel = air.lit(0xFF8C857C);
    art.fill(
        Shape.box(-5, y - 6, w + 10, 24),
        Texture.mottle(Tone.dark(gravel, 0.35), Tone.light(gravel, 0.2))
            .scale(14, 14)
            .contrast(5)
            .relief(1.5)
            .ink(art.dice()));
    for (double x = 0; x < w + 10; x += 15) {
      art.fill(Shape.box(x, y + 1, 9, 6), Ink.of(air.lit(0xFF54402F)));
    }
    art.fill(
        Shape.box(-5, y - 1, w + 10, 3),
        Ink.down(y - 1, y + 2, air.lit(0xFFC8CCD0), air.lit(0xFF5A5450)));
  }

  private static void consist(Art art, int colour, boolean steam, Air air) {
    if (steam) {
      locomotive(art, colour);
      for (int i = 0; i < 4; i++) {
        double x = -138 - 132 * i;
        art.at(Spot.at(x, 0), () -> carriage(art, colour, air));
      }
    } else {
      nose(art, colour, air);
      for (int i = 0; i < 4; i++) {
        double x = -150 - 152 * i;
        art.at(Spot.at(x, 0), () -> coach(art, colour, air));
      }
    }
  }

  private static void locomotive(Art art, int colour) {
    art.fill(Shape.box(-66, -26, 170, 12), Ink.of(0xFF202126));
    Shape boiler = Shape.round(10, -10, -70, 106, 42);
    art.fill(boiler, Ink.down(-70, -28, Tone.light(colour, 0.35), colour, Tone.dark(colour, 0.55)));
    for (double x : new double[] {14, 44, 74}) {
      art.fill(Shape.box(x, -70, 3, 42), Ink.down(-70, -28, 0xFFF0D890, 0xFF8A6A28));
    }
    art.fill(
        Shape.round(2, -66, -96, 56, 72),
        Ink.down(-96, -24, Tone.light(colour, 0.2), Tone.dark(colour, 0.35)));
    art.fill(Shape.round(3, -72, -102, 68, 8), Ink.of(0xFF26272C));
    art.fill(Shape.round(3, -56, -86, 34, 22), Ink.down(-86, -64, 0xFFFFE2A0, 0xFF8A6A3A));
    art.fill(
        Shape.polygon(74, -70, 70, -104, 92, -104, 88, -70),
        Ink.across(70, 92, 0xFF55565C, 0xFF1A1B1F));
    art.fill(Shape.round(2, 67, -109, 28, 7), Ink.of(0xFF2A2B30));
    art.fill(
        Shape.path().move(22, -70).bend(33, -92, 44, -70).close(),
        Ink.across(22, 44, 0xFFF0D48A, 0xFF8A6828));
    art.fill(Shape.circle(98, -49, 20), Ink.glow(94, -54, 24, 0xFF5A5B62, 0xFF1E1F24));
    art.fill(Shape.circle(101, -72, 7), Ink.glow(101, -72, 8, 0xFFFFFFE8, 0xFFE0C060));
    art.fill(Shape.polygon(98, -20, 124, 0, 98, 0), Ink.of(0xFFB03028));
    for (double x : new double[] {-44, -8, 28}) {
      spoked(art, x, -22, 22);
    }
    for (double x : new double[] {64, 88}) {
      spoked(art, x, -12, 12);
    }
    art.stroke(Shape.line(-44, -16, 28, -16, 74, -26), 5, Ink.of(0xFFB8BCC2));
  }

  private static void spoked(Art art, double x, double y, double r) {
    art.fill(Shape.circle(x, y, r), Ink.of(0xFF1C1D21));
    art.stroke(Shape.circle(x, y, r - 2), 3, Ink.of(0xFFA8322C));
    Shape spokes = Shape.path();
    for (int i = 0; i < 8; i++) {
      double a = i * Math.PI / 4;
      spokes.move(x, y).to(x + Math.cos(a) * (r - 3), y + Math.sin(a) * (r - 3));
    }
    art.stroke(spokes, 1.8, Ink.of(0xFFA8322C));
    art.fill(Shape.circle(x, y, r * 0.2), Ink.of(0xFFC8CCD0));
  }

  private static void carriage(Art art, int colour, Air air) {
    int body = colour == 0xFF2B2C31 ? 0xFF7A2E2A : colour;
    art.fill(Shape.box(-62, -16, 124, 8), Ink.of(0xFF202126));
    art.fill(
        Shape.round(3, -62, -78, 124, 64),
        Ink.down(-78, -14, 0xFFF0E6CC, 0xFFEADDBE, body, Tone.dark(body, 0.35)));
    art.fill(Shape.path().move(-66, -76).bend(0, -94, 66, -76).close(), Ink.of(0xFF3A3B40));
    for (int i = 0; i < 5; i++) {
      double x = -54 + i * 23;
      art.fill(
          Shape.round(2, x, -68, 16, 22), air.dark() ? Ink.of(0xFFFFD880) : Car.glass(-68, -46));
    }
    for (double x : new double[] {-42, 42}) {
      spoked(art, x, -11, 11);
    }
  }

  private static void nose(Art art, int colour, Air air) {
    Shape body =
        Shape.svg("M-74,-12 L-74,-84 Q-74,-90 -66,-90 L30,-90 Q78,-86 108,-44 Q122,-22 116,-12 Z");
    Car.body(art, body, colour, -90, -12);
    art.inside(
        body,
        () ->
            art.fill(
                Shape.box(-80, -38, 220, 7),
                Ink.of(colour == 0xFFECEBE6 ? 0xFFC43A34 : 0xFFF2F0EA)));
    art.fill(Shape.svg("M54,-82 Q84,-70 98,-48 L66,-48 Q56,-60 54,-82 Z"), Car.glass(-82, -48));
    windows(art, -66, 3, air);
    art.fill(Shape.oval(108, -28, 5, 4), Ink.of(0xFFFFFBE0));
    wheels(art, -40, 70);
  }

  private static void coach(Art art, int colour, Air air) {
    Shape body = Shape.round(8, -74, -90, 148, 78);
    Car.body(art, body, colour, -90, -12);
    art.inside(
        body,
        () ->
            art.fill(
                Shape.box(-80, -38, 220, 7),
                Ink.of(colour == 0xFFECEBE6 ? 0xFFC43A34 : 0xFFF2F0EA)));
    windows(art, -66, 5, air);
    wheels(art, -48, 48);
  }

  private static void windows(Art art, double from, int count, Air air) {
    for (int i = 0; i < count; i++) {
      double x = from + i * 27;
      art.fill(
          Shape.round(4, x, -76, 22, 26),
          air.dark() ? Ink.down(-76, -50, 0xFFFFF2C8, 0xFFFFCE78) : Car.glass(-76, -50));
    }
  }

  private static void wheels(Art art, double left, double right) {
    for (double c : new double[] {left, right}) {
      art.fill(Shape.round(3, c - 22, -16, 44, 9), Ink.of(0xFF2A2B30));
      art.fill(Shape.circle(c - 12, -8, 8).addOval(c + 12, -8, 8, 8), Ink.of(0xFF3A3C42));
    }
  }

  private static void smoke(Art art, Air air, Spot spot) {
    Dice dice = art.dice();
    double way = spot.mirrored() ? 1 : -1;
    double x = spot.x() - way * 82 * spot.scale();
    double y = spot.y() - 112 * spot.scale();
    for (int i = 0; i < 30; i++) {
      double t = i / 30.0;
      double r = 7 + 26 * t;
      double cx = x + way * t * 260 + dice.near(0, 9);
      double cy = y - 55 * Math.sqrt(t) + dice.near(0, 8);
      int k = Tone.alpha(air.far(Tone.vary(0xFFF0F1F3, dice, 0.05), 0.1), 0.5 * (1 - t * 0.8));
      art.fill(Shape.circle(cx, cy, r), Ink.of(k).blur(r * 0.9));
    }
  }
}
