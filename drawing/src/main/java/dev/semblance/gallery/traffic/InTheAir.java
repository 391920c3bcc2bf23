package dev.semblance.gallery.traffic;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
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

/// Hot-air balloons over land, an aeroplane above the clouds.
public final class InTheAir {
  private InTheAir() {}

  public static Scene balloons(Dice dice) {
    int count = dice.whole(1, 5);
    String colour = dice.pick("red", "blue", "yellow", "rainbow");
    boolean mountains = dice.chance(0.5);
    Air air = Air.of(dice.pick(Hour.DAY, Hour.DAWN, Hour.SUNSET), Weather.CLEAR, dice);
    String what =
        count == 1 ? "a " + colour + " hot-air balloon" : Words.count(count, "hot-air balloon");
    String over = mountains ? "over mountains" : "over green fields";
    Caption caption =
        Caption.of("hot-air balloon", what + " " + over + " " + air.phrase())
            .or(what)
            .or(what + " in the sky " + air.phrase())
            .or(
                count == 1
                    ? "a large " + colour + " balloon with a basket"
                    : "colourful balloons floating " + over)
            .or("ballooning " + over);
    return new Scene(caption, art -> paintBalloons(art, air, count, colour, mountains));
  }

  private static void paintBalloons(Art art, Air air, int count, String colour, boolean mountains) {
    Dice dice = art.dice();
    double line = art.height() * 0.78;
    Sky.paint(art, air, line);
    if (mountains) {
      Land.mountains(art, air, line, line * 0.32, 0.4);
    }
    Land.hills(art, air, line + 14, 40, 0xFF5E8848);
    Trees.row(art, air, line + 16, 0xFF48703A);
    Land.grass(art, air, line + 14, 0xFF78A648);
    int[] tints = {0xFFD8363A, 0xFF2F6CB8, 0xFFF2BE2A, 0xFF3A9A5E, 0xFF8A4AA8, 0xFFEE7A2A};
    int first =
        switch (colour) {
          case "red" -> 0;
          case "blue" -> 1;
          case "yellow" -> 2;
          default -> -1;
        };
    for (int i = 0; i < count; i++) {
      double s = count == 1 ? 1.35 : dice.between(0.42, 0.85);
      double x =
          art.width() * (count == 1 ? dice.between(0.4, 0.6) : (i + 0.5) / count)
              + dice.near(0, 12);
      double y = count == 1 ? line * 0.42 : line * dice.between(0.2, 0.66);
      int[] gores =
          first < 0 && (count == 1 || i == 0)
              ? tints
              : count == 1
                  ? new int[] {tints[first], 0xFFF7F2E6}
                  : new int[] {
                    tints[(Math.max(0, first) + i) % 6], tints[(Math.max(0, first) + i + 2) % 6]
                  };
      air.over(
          art,
          count == 1 ? 0.03 : 0.2 - 0.15 * s,
          () -> art.at(Spot.at(x, y, s), () -> balloon(art, gores, air.side())));
    }
    art.finish(0.4, 0.35);
  }

  private static Shape envelope(double squeeze) {
    double k = squeeze;
    return Shape.path()
        .move(0, -84)
        .swing(56 * k, -84, 80 * k, -40, 72 * k, -6)
        .swing(66 * k, 24, 30 * k, 58, 15 * k, 80)
        .to(-15 * k, 80)
        .swing(-30 * k, 58, -66 * k, 24, -72 * k, -6)
        .swing(-80 * k, -40, -56 * k, -84, 0, -84)
        .close();
  }

  private static void balloon(Art art, int[] tints, int side) {
    double[] widths = {1, 0.8, 0.58, 0.34, 0.11};
    for (int i = 0; i < widths.length; i++) {
      art.fill(envelope(widths[i]), Ink.of(tints[i % tints.length]));
    }
    Shape whole = envelope(1);
    art.fill(whole, Ink.glow(side * 34, -46, 132, 0x50FFFFFF, 0x00FFFFFF, 0x70101020));
    art.inside(whole, () -> art.fill(Shape.box(-90, 2, 180, 13), Ink.of(0x60FFFFFF)));
    art.stroke(
        Shape.line(-14, 80, -10, 102)
            .move(14, 80)
            .to(10, 102)
            .move(-5, 80)
            .to(-4, 102)
            .move(5, 80)
            .to(4, 102),
        0.9,
        Ink.of(0xFF4A3A2A));
    art.fill(Shape.round(3, -12, 101, 24, 18), Ink.down(101, 119, 0xFFB07E48, 0xFF6A4422));
    Shape weave = Shape.path();
    for (int i = 0; i < 4; i++) {
      weave.move(-12, 105 + i * 4).to(12, 105 + i * 4);
    }
    art.stroke(weave, 0.8, Ink.of(0x80402810));
    art.fill(
        Shape.circle(-4, 97, 3).addOval(4, 96.5, 3, 3).addBox(-7, 99, 6, 4).addBox(1, 99, 6, 4),
        Ink.of(0xFF3A3440));
    art.fill(Shape.oval(0, 84, 3, 7), Ink.down(76, 92, 0xFFFFF2B0, 0xFFFF9A30));
  }

  public static Scene aeroplane(Dice dice) {
    boolean propeller = dice.chance(0.35);
    String colour = dice.pick("white", "white", "red", "blue", "yellow");
    Air air =
        Air.of(
            dice.pick(Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DAWN),
            dice.pick(Weather.CLEAR, Weather.CLOUDY),
            dice);
    String what =
        propeller
            ? "a small " + colour + " propeller plane"
            : "a " + colour + " passenger aeroplane";
    Caption caption =
        Caption.of("aeroplane", what + " in the sky " + air.phrase())
            .or("an airplane flying above the clouds")
            .or(what)
            .or(propeller ? "a small aircraft with one propeller" : "a jet plane in flight")
            .or("a plane " + air.phrase());
    int tint =
        switch (colour) {
          case "red" -> 0xFFC8322E;
          case "blue" -> 0xFF2F66B0;
          case "yellow" -> 0xFFF0BE2C;
          default -> 0xFFF3F4F5;
        };
    return new Scene(caption, art -> paintPlane(art, air, propeller, tint));
  }

  private static void paintPlane(Art art, Air air, boolean propeller, int colour) {
    Dice dice = art.dice();
    Sky.paint(art, air, art.height() * 1.15, 0.45);
    cloudSea(art, air);
    double s = propeller ? 1.35 : 1.3;
    boolean left = dice.chance(0.5);
    Spot spot =
        new Spot(
            art.width() * dice.between(0.45, 0.55),
            art.height() * dice.between(0.36, 0.48),
            s,
            left ? dice.between(2, 12) : -dice.between(2, 12),
            left);
    art.graded(
        Tone.light(air.light(), 0.15),
        air.haze(),
        0.03,
        () ->
            art.at(
                spot,
                () -> {
                  if (propeller) {
                    propeller(art, colour);
                  } else {
                    jet(art, colour);
                  }
                }));
    art.finish(0.4, 0.35);
  }

  private static void cloudSea(Art art, Air air) {
    Dice dice = art.dice();
    int white = Tone.light(air.low(), 0.55);
    int shade = Tone.mix(air.top(), air.low(), 0.6);
    for (int row = 0; row < 4; row++) {
      double y = art.height() * (0.78 + 0.09 * row);
      for (int i = 0; i < 16; i++) {
        double r = dice.between(18, 34) * (1 + 0.4 * row);
        double x = dice.between(-20, art.width() + 20);
        art.fill(
            Shape.circle(x, y + r * 0.6 + dice.near(0, 8), r),
            Ink.glow(
                    x + air.side() * r * 0.4,
                    y - r * 0.3,
                    r * 2,
                    Tone.alpha(white, 0.9),
                    Tone.alpha(shade, 0.75))
                .blur(r * 0.35));
      }
    }
  }

  private static void jet(Art art, int colour) {
    art.fill(
        Shape.svg("M20,-6 L-60,-60 L-78,-60 L-28,-4 Z"), Ink.down(-60, -4, 0xFF9AA4AE, 0xFFC4CCD4));
    art.fill(
        Shape.svg("M-104,-14 L-140,-66 L-118,-66 L-72,-16 Z"),
        Ink.down(-66, -12, colour == 0xFFF3F4F5 ? 0xFF2F5FA8 : colour, Tone.dark(colour, 0.2)));
    Shape body =
        Shape.svg(
            "M-144,-18 Q-90,-24 60,-24 Q118,-22 140,-2 Q120,16 60,17 L-60,16 Q-120,6 -144,-18 Z");
    art.fill(body, Ink.down(-24, 17, 0xFFFFFFFF, colour, Tone.dark(colour, 0.38)));
    art.inside(body, () -> art.fill(Shape.box(-160, 2, 320, 3.5), Ink.of(0xFF2F5FA8)));
    Shape panes = Shape.path();
    for (int i = 0; i < 24; i++) {
      panes.addOval(-88 + i * 7.8, -8, 1.7, 2.4);
    }
    art.fill(panes, Ink.of(0xFF3C4A58));
    art.fill(Shape.svg("M112,-15 L126,-9 L116,-6 L106,-7 Z"), Ink.of(0xFF2C3844));
    art.fill(Shape.svg("M-112,-14 L-152,0 L-134,2 L-82,-8 Z"), Ink.of(0xFFB4BCC4));
    art.fill(Shape.svg("M36,4 L-66,66 L-88,66 L-30,6 Z"), Ink.down(4, 66, 0xFFE4E9ED, 0xFF8E98A2));
    engine(art, -18, 30);
    engine(art, -50, 50);
  }

  private static void engine(Art art, double x, double y) {
    art.fill(
        Shape.round(8, x - 16, y - 7, 36, 15),
        Ink.down(y - 7, y + 8, 0xFFF6F8FA, 0xFF98A2AC, 0xFF5A646E));
    art.fill(Shape.oval(x + 19, y + 0.5, 3, 6.5), Ink.of(0xFF2C333A));
  }

  private static void propeller(Art art, int colour) {
    art.fill(Shape.svg("M-92,-8 L-112,-44 L-92,-44 L-66,-10 Z"), Ink.of(Tone.dark(colour, 0.15)));
    Shape body =
        Shape.svg(
            "M-110,-10 Q-40,-22 10,-24 Q24,-44 54,-40 Q66,-24 88,-20 Q104,-14 104,-2 Q98,14 70,16 L0,18 Q-60,10 -110,-2 Z");
    art.fill(body, Ink.down(-42, 18, Tone.light(colour, 0.4), colour, Tone.dark(colour, 0.4)));
    art.fill(Shape.svg("M18,-24 Q28,-38 50,-35 Q58,-26 60,-22 Z"), Car.glass(-38, -22));
    art.inside(
        body,
        () ->
            art.fill(
                Shape.box(-120, -4, 240, 5),
                Ink.of(colour == 0xFFF3F4F5 ? 0xFFC43A34 : 0xFFF7F4EC)));
    art.fill(
        Shape.svg("M44,2 L-14,34 L-32,34 L2,0 Z"),
        Ink.down(0, 34, Tone.light(colour, 0.3), Tone.dark(colour, 0.25)));
    art.fill(Shape.svg("M-84,-8 L-112,4 L-96,6 L-66,-4 Z"), Ink.of(Tone.dark(colour, 0.2)));
    art.fill(Shape.oval(112, -3, 4, 36), Ink.of(0x50606468).blur(2));
    art.stroke(Shape.line(112, -38, 112, 32), 2.6, Ink.of(0xA03A3C42));
    art.fill(Shape.oval(110, -3, 6, 5), Ink.of(0xFF55585E));
    art.stroke(Shape.line(40, 16, 34, 32), 3, Ink.of(0xFF5A5E64));
    art.fill(Shape.circle(33, 35, 7), Ink.of(0xFF26272C));
  }
}
