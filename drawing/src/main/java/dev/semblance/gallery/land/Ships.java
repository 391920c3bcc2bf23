package dev.semblance.gallery.land;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.brush.Water;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// Working boats: a fishing boat, a ferry, a rowing boat, a container ship.
public final class Ships {
  private Ships() {}

  public static Scene cast(Dice dice) {
    String kind = dice.pick("fishing boat", "ferry", "rowing boat", "container ship");
    String colour = dice.pick("blue", "red", "green", "white");
    boolean lake = kind.equals("rowing boat");
    Hour hour = dice.pick(Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DAWN);
    Weather weather =
        hour == Hour.DAY ? dice.pick(Weather.CLEAR, Weather.FOG, Weather.CLOUDY) : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    String what = "a " + colour + " " + kind;
    Caption caption =
        Caption.of("boat", what + (lake ? " on a lake " : " at sea ") + air.phrase())
            .or("a " + kind + (lake ? " on calm water" : " on the sea"))
            .or(what)
            .or(what + " on the water with " + (lake ? "wooded hills" : "a coast") + " behind it")
            .or("a boat on the water");
    return new Scene(caption, art -> paint(art, air, kind, tint(colour)));
  }

  private static int tint(String colour) {
    return switch (colour) {
      case "blue" -> 0xFF2C5F9C;
      case "red" -> 0xFFB3352C;
      case "green" -> 0xFF2F7A58;
      default -> 0xFFEDEBE4;
    };
  }

  private static void paint(Art art, Air air, String kind, int colour) {
    Dice dice = art.dice();
    double line = art.height() * dice.between(0.5, 0.56);
    Sky.paint(art, air, line);
    Land.hills(art, air, line + 1, kind.equals("rowing boat") ? 70 : 30, 0xFF50705A);
    art.fill(Shape.box(0, line, art.width(), 400), Ink.of(air.far(0xFF2A5F7A, 0.3)));
    double x = art.width() * dice.between(0.42, 0.58);
    double y = line + art.height() * 0.16;
    double s = kind.equals("rowing boat") ? 1.2 : dice.between(1.35, 1.6);
    boolean left = dice.chance(0.5);
    Spot spot = Spot.at(x, y, s).mirrored(left);
    double chop = kind.equals("rowing boat") ? 0.7 : 1.5;
    new Water(
            line,
            air.lit(0xFF24647E),
            chop,
            0.6,
            art.width() * air.sunX(),
            air.sunny() ? air.sun() : 0)
        .paint(art);
    Spot below = Spot.at(x, y + 2, s).mirrored(left);
    art.at(
        below,
        () ->
            art.stretched(
                1,
                -0.7,
                () ->
                    art.blurred(
                        3,
                        () ->
                            art.layer(
                                Ink.of(Tone.BLACK).alpha(0.4),
                                () -> air.over(art, 0, () -> hull(art, kind, colour))))));
    art.at(spot, () -> air.over(art, 0, () -> hull(art, kind, colour)));
    foam(art, air, x, y, s);
    Weathering.over(art, air, line);
    art.finish(0.45, 0.35);
  }

  private static void hull(Art art, String kind, int colour) {
    switch (kind) {
      case "fishing boat" -> fishing(art, colour);
      case "ferry" -> ferry(art, colour);
      case "rowing boat" -> rowing(art, colour);
      default -> container(art, colour);
    }
  }

  private static void side(Art art, Shape hull, int colour, double top) {
    art.fill(hull, Ink.down(top, 2, Tone.light(colour, 0.2), colour, Tone.dark(colour, 0.4)));
    art.inside(hull, () -> art.fill(Shape.box(-200, -5, 400, 10), Ink.of(0xFF7A2A24)));
    art.stroke(hull, 1, Ink.of(Tone.alpha(Tone.dark(colour, 0.6), 0.6)));
  }

  private static void fishing(Art art, int colour) {
    art.fill(Shape.box(-46, -56, 42, 34), Ink.down(-56, -22, 0xFFF6F3EA, 0xFFC4BFB4));
    art.fill(Shape.round(2, -50, -61, 50, 6), Ink.of(0xFFB8452F));
    for (int i = 0; i < 3; i++) {
      art.fill(
          Shape.round(1.5, -42 + i * 13, -50, 9, 10), Ink.down(-50, -40, 0xFF9CC4DC, 0xFF365468));
    }
    art.stroke(Shape.line(20, -18, 20, -98), 2.4, Ink.of(0xFF5A4630));
    art.stroke(
        Shape.line(20, -92, 66, -50).move(20, -98).to(-62, -22).move(20, -98).to(86, -30),
        1,
        Ink.of(0xFF4A4036));
    art.fill(Shape.blob("-80,-26 -66,-40 -52,-30 -56,-22"), Ink.of(0xCC6A7A5A));
    for (double x : new double[] {34, 46, 58}) {
      art.fill(Shape.circle(x, -24, 4), Ink.glow(x - 1, -25, 5, 0xFFFFA860, 0xFFC85A1E));
    }
    side(art, Shape.svg("M-92,-26 L92,-36 Q84,-10 66,0 L-78,0 Q-90,-8 -92,-26 Z"), colour, -36);
    art.stroke(Shape.line(-92, -25, 92, -35), 3, Ink.of(0xFFF2EEE4));
  }

  private static void ferry(Art art, int colour) {
    for (int deck = 0; deck < 3; deck++) {
      double y = -44 - deck * 18;
      double l = -100 + deck * 14;
      double w = 186 - deck * 34;
      art.fill(Shape.round(4, l, y, w, 18), Ink.down(y, y + 18, 0xFFFBFAF5, 0xFFCFCBC2));
      for (double x = l + 8; x < l + w - 8; x += 10) {
        art.fill(Shape.round(1.5, x, y + 5, 6.5, 7), Ink.of(0xFF3E5A70));
      }
    }
    art.fill(
        Shape.polygon(-30, -80, -26, -108, -4, -108, 0, -80),
        Ink.across(-30, 0, colour, Tone.dark(colour, 0.3)));
    art.fill(Shape.box(-28, -100, 26, 5), Ink.of(0xFFF6F3EA));
    art.stroke(Shape.line(50, -80, 50, -104), 1.6, Ink.of(0xFF6A6A6A));
    side(
        art, Shape.svg("M-112,-28 L118,-30 Q110,-8 94,0 L-100,0 Q-110,-8 -112,-28 Z"), colour, -30);
    art.stroke(Shape.line(-112, -26, 117, -28), 2.4, Ink.of(0xFFF6F3EA));
  }

  private static void rowing(Art art, int colour) {
    art.fill(
        Shape.svg("M-80,-24 Q0,-14 80,-26 Q60,-30 0,-26 Q-60,-28 -80,-24 Z"), Ink.of(0xFF5A3E26));
    for (double x : new double[] {-36, 4, 40}) {
      art.fill(Shape.box(x, -24, 10, 5), Ink.of(0xFFA87A4C));
    }
    art.stroke(Shape.line(-20, -30, 62, 4), 2.6, Ink.of(0xFFB88A56));
    art.fill(Shape.oval(70, 6, 13, 3.4), Ink.of(0xFFB88A56));
    side(
        art, Shape.svg("M-80,-24 Q0,-10 80,-26 Q72,-2 50,2 L-52,2 Q-74,-2 -80,-24 Z"), colour, -24);
    art.stroke(Shape.path().move(-80, -24).bend(0, -10, 80, -26), 3, Ink.of(0xFFC8A070));
  }

  private static void container(Art art, int colour) {
    int[] boxes = {0xFFC0392B, 0xFF2E6DA8, 0xFF3E8E5A, 0xFFE0A030, 0xFF7A5A8A, 0xFFB8BCC0};
    for (int col = 0; col < 9; col++) {
      int high = art.dice().whole(2, 4);
      for (int row = 0; row < high; row++) {
        int k = art.dice().pick(boxes[0], boxes[1], boxes[2], boxes[3], boxes[4], boxes[5]);
        double x = -66 + col * 17.5;
        double y = -40 - row * 10.5;
        art.fill(
            Shape.box(x, y, 16.5, 10), Ink.down(y, y + 10, Tone.light(k, 0.12), Tone.dark(k, 0.2)));
      }
    }
    art.fill(Shape.box(-104, -82, 26, 52), Ink.down(-82, -30, 0xFFFBFAF5, 0xFFC8C4BA));
    art.fill(Shape.box(-108, -88, 34, 8), Ink.of(0xFFE6E2D8));
    art.fill(
        Shape.box(-102, -80, 22, 5).addBox(-102, -68, 22, 3).addBox(-102, -58, 22, 3),
        Ink.of(0xFF44586A));
    side(
        art,
        Shape.svg("M-118,-30 L128,-36 Q116,-10 104,0 L-108,0 Q-118,-8 -118,-30 Z"),
        colour,
        -36);
  }

  private static void foam(Art art, Air air, double x, double y, double s) {
    Dice dice = art.dice();
    for (int i = 0; i < 34; i++) {
      double fx = x + s * dice.near(0, 108);
      art.fill(
          Shape.oval(
              fx,
              y + s * dice.between(-0.5, 3),
              s * dice.between(3, 11),
              s * dice.between(0.6, 1.7)),
          Ink.of(Tone.alpha(air.lit(0xFFFFFFFF), 0.45)).blur(1.2));
    }
  }
}
