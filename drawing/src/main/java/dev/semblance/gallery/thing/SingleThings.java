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
import dev.semblance.gallery.world.Place;
import dev.semblance.gallery.world.Shade;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// A clock, an umbrella, a ball, a chair, a lit candle.
public final class SingleThings {
  private SingleThings() {}

  public static Scene clock(Dice dice) {
    int hour = dice.whole(1, 12);
    int minute = dice.pick(0, 15, 30, 45);
    String rim = dice.pick("red", "black", "blue", "wooden");
    String time =
        switch (minute) {
          case 0 -> Words.number(hour) + " o'clock";
          case 15 -> "a quarter past " + Words.number(hour);
          case 30 -> "half past " + Words.number(hour);
          default -> "a quarter to " + Words.number(hour % 12 + 1);
        };
    String shown = time.replace("eleven", "11").replace("twelve", "12");
    Caption caption =
        Caption.of("clock", "a round clock with a " + rim + " rim that shows " + shown)
            .or("a wall clock")
            .or("a clock at " + shown)
            .or("a round clock with a white face and black hands")
            .or("a " + rim + " clock");
    int k = rim.equals("wooden") ? 0xFF8A5A30 : Swatch.of(rim);
    return new Scene(caption, art -> paintClock(art, k, hour, minute));
  }

  private static void paintClock(Art art, int rim, int hour, int minute) {
    Dice dice = art.dice();
    int wall = Backdrop.hue(dice);
    art.wash(Texture.mottle(Tone.dark(wall, 0.07), wall).scale(2.5, 2.5).relief(0.5).ink(dice));
    art.wash(
        Ink.glow(art.width() * 0.3, art.height() * 0.2, 460, 0x60FFF6E0, 0x00000000, 0x60100C10));
    art.at(
        Spot.at(art.width() / 2, art.height() / 2, 1.25),
        () -> {
          art.fill(Shape.circle(6, 10, 108), Ink.of(0x70000000).blur(18));
          art.fill(
              Shape.circle(0, 0, 108),
              Ink.along(
                  new double[] {-80, -80, 80, 80}, Tone.light(rim, 0.4), rim, Tone.dark(rim, 0.5)));
          art.fill(
              Shape.circle(0, 0, 94),
              Ink.along(new double[] {-70, -70, 70, 70}, 0xFFE4E0D8, 0xFFFFFFFF));
          for (int i = 0; i < 60; i++) {
            double a = i * Math.PI / 30;
            double in = i % 5 == 0 ? 80 : 86;
            art.stroke(
                Shape.line(
                    Math.sin(a) * in, -Math.cos(a) * in, Math.sin(a) * 90, -Math.cos(a) * 90),
                i % 5 == 0 ? 2.4 : 1,
                Ink.of(0xFF26262A));
          }
          for (int i = 1; i <= 12; i++) {
            double a = i * Math.PI / 6;
            art.text(
                Integer.toString(i),
                Math.sin(a) * 66,
                -Math.cos(a) * 66 + 7,
                Lettering.of(Fonts.SANS_BOLD, 20).centred(),
                Ink.of(0xFF26262A));
          }
          hand(art, (hour % 12 + minute / 60.0) * 30, 46, 6);
          hand(art, minute * 6, 72, 4);
          art.fill(Shape.circle(0, 0, 5), Ink.of(0xFFC8302A));
          art.fill(Shape.polygon(-94, -94, 0, -110, -60, 94, -110, 60), Ink.of(0x14FFFFFF));
        });
    art.finish(0.45, 0.3);
  }

  private static void hand(Art art, double degrees, double length, double wide) {
    art.at(
        Spot.at(3, 4).turned(degrees),
        () ->
            art.fill(
                Shape.polygon(-wide / 2, 12, wide / 2, 12, wide / 3, -length, -wide / 3, -length),
                Ink.of(0x40000000).blur(3)));
    art.at(
        Spot.at(0, 0).turned(degrees),
        () ->
            art.fill(
                Shape.polygon(-wide / 2, 12, wide / 2, 12, wide / 3, -length, -wide / 3, -length),
                Ink.of(0xFF1C1C20)));
  }

  public static Scene umbrella(Dice dice) {
    String colour = dice.pick("red", "blue", "yellow", "green", "black", "purple");
    Air air = Air.of(Hour.DAY, Weather.RAIN, dice);
    Caption caption =
        Caption.of("umbrella", Words.a(colour + " umbrella") + " in the rain")
            .or("an open " + colour + " umbrella on a wet street")
            .or(Words.a(colour + " umbrella"))
            .or("an umbrella standing in the rain with puddles")
            .or("an umbrella");
    return new Scene(caption, art -> paintUmbrella(art, air, Swatch.of(colour)));
  }

  private static void paintUmbrella(Art art, Air air, int k) {
    double w = art.width();
    double h = art.height();
    art.wash(Ink.down(0, h * 0.62, 0xFF6E7C88, 0xFFA4AEB6));
    Dice dice = art.dice();
    for (int i = 0; i < 22; i++) {
      art.fill(
          Shape.circle(dice.between(0, w), dice.between(20, h * 0.6), dice.between(10, 30)),
          Ink.of(Tone.alpha(dice.pick(0xFFFFE0A0, 0xFFFFFFFF, 0xFFE88A6A, 0xFF9AC4E8), 0.2))
              .blur(5));
    }
    double y = h * 0.62;
    art.fill(
        Shape.box(-5, y, w + 10, h),
        Texture.ground(y - 40, 0xFF4A5058, 0xFF747C84, 0xFF8A929A)
            .scale(3, 2)
            .contrast(3)
            .relief(1)
            .set("middle", w / 2)
            .ink(dice));
    art.fill(Shape.box(-5, y, w + 10, h), Ink.down(y, h, 0x80B8C4CE, 0x30506070));
    double x = w * dice.between(0.44, 0.56);
    art.at(
        Spot.at(x, h * 0.86),
        () ->
            art.stretched(
                1,
                -0.5,
                () ->
                    art.layer(
                        Ink.of(Tone.BLACK).alpha(0.35),
                        () -> art.blurred(6, () -> canopy(art, k)))));
    art.fill(Shape.oval(x, h * 0.87, 110, 13), Ink.of(0x60101418).blur(14));
    art.at(Spot.at(x, h * 0.85, 1.25).turned(dice.near(0, 8)), () -> canopy(art, k));
    Weathering.over(art, air, y);
    for (int i = 0; i < 24; i++) {
      art.stroke(
          Shape.oval(
              dice.between(0, w),
              dice.between(y + 20, h),
              dice.between(4, 13),
              dice.between(1, 3.4)),
          0.8,
          Ink.of(0x66FFFFFF));
    }
    art.finish(0.5, 0.35);
  }

  private static void canopy(Art art, int k) {
    art.stroke(
        Shape.svg("M0,-150 L0,-20 Q0,0 -14,-2 Q-24,-6 -20,-16"),
        4,
        Ink.across(-20, 4, 0xFF5A4030, 0xFF2E2018));
    Shape dome =
        Shape.svg(
            "M-118,-92 Q-100,-196 0,-200 Q100,-196 118,-92 Q104,-106 88,-104 Q70,-106 58,-92 Q44,-106 29,-104 Q14,-106 0,-92 Q-14,-106 -29,-104 Q-44,-106 -58,-92 Q-70,-106 -88,-104 Q-104,-106 -118,-92 Z");
    art.fill(dome, Ink.glow(-40, -170, 190, Tone.light(k, 0.4), k, Tone.dark(k, 0.5)));
    art.stroke(
        Shape.svg("M0,-200 Q-50,-170 -58,-92 M0,-200 L0,-92 M0,-200 Q50,-170 58,-92"),
        1.4,
        Ink.of(Tone.alpha(Tone.dark(k, 0.6), 0.6)));
    art.stroke(Shape.line(0, -199, 0, -212), 3, Ink.of(0xFF2E2018));
  }

  public static Scene ball(Dice dice) {
    String kind = dice.pick("football", "basketball", "tennis ball", "red ball");
    Place place =
        kind.equals("football") || kind.equals("tennis ball")
            ? Place.MEADOW
            : dice.pick(Place.MEADOW, Place.BEACH);
    Air air = Air.day(dice);
    String where =
        kind.equals("basketball") && place == Place.MEADOW ? "on the grass" : place.phrase();
    Caption caption =
        Caption.of("ball", Words.a(kind) + " " + where)
            .or(Words.a(kind.equals("football") ? "black and white football" : kind))
            .or(kind.equals("football") ? "a soccer ball " + where : "a ball " + where)
            .or(Words.a(kind) + " lying " + where + " " + air.phrase())
            .or("a ball");
    return new Scene(caption, art -> paintBall(art, kind, place, air));
  }

  private static void paintBall(Art art, String kind, Place place, Air air) {
    place.paint(art, air);
    double x = art.width() * art.dice().between(0.4, 0.6);
    double r = 64;
    double y = art.height() * 0.9 - r;
    Shade.under(art, air, x, y + r - 3, r * 1.9);
    double turn = art.dice().between(0, 360);
    air.over(art, 0, () -> art.at(Spot.at(x, y, r), () -> sphere(art, kind, turn)));
    place.front(art, air, y + r);
    art.finish(0.45, 0.35);
  }

  private static void sphere(Art art, String kind, double turn) {
    Shape ball = Shape.circle(0, 0, 1);
    int k =
        switch (kind) {
          case "football" -> 0xFFF6F4EE;
          case "basketball" -> 0xFFD8742A;
          case "tennis ball" -> 0xFFCFE04A;
          default -> 0xFFD02E2E;
        };
    art.fill(ball, Ink.of(k));
    art.inside(
        ball,
        () -> {
          art.at(Spot.at(0, 0).turned(turn), () -> pattern(art, kind));
          art.fill(
              Shape.box(-1, -1, 2, 2),
              Ink.glow(-0.35, -0.4, 1.7, 0x66FFFFFF, 0x00FFFFFF, 0x50101018, 0xB0080810));
        });
  }

  private static void pattern(Art art, String kind) {
    switch (kind) {
      case "football" -> pentagons(art);
      case "basketball" ->
          art.stroke(
              Shape.svg("M-1,0 L1,0 M0,-1 L0,1 M-.72,-.72 Q-.2,0 -.72,.72 M.72,-.72 Q.2,0 .72,.72"),
              0.05,
              Ink.of(0xFF2A1A10));
      case "tennis ball" ->
          art.stroke(
              Shape.svg("M-.8,-.6 Q0,-.1 -.8,.6 M.8,-.6 Q0,-.1 .8,.6"), 0.07, Ink.of(0xFFF8F8F0));
      default ->
          art.fill(
              Shape.slice(0, 60, 0, 0, 1)
                  .add(Shape.slice(120, 60, 0, 0, 1))
                  .add(Shape.slice(240, 60, 0, 0, 1)),
              Ink.of(0xFFF8F4EC));
    }
  }

  private static void pentagons(Art art) {
    Shape black = Shape.path();
    Shape seams = Shape.path();
    double[] centre = pentagon(0, 0, 0.34, 0);
    black.addPolygon(centre);
    for (int i = 0; i < 5; i++) {
      double a = -Math.PI / 2 + i * 2 * Math.PI / 5;
      black.addPolygon(pentagon(Math.cos(a) * 0.98, Math.sin(a) * 0.98, 0.27, Math.PI));
      seams.move(centre[2 * i], centre[2 * i + 1]).to(Math.cos(a) * 0.72, Math.sin(a) * 0.72);
      double b = a + Math.PI / 5;
      seams.move(Math.cos(a) * 0.72, Math.sin(a) * 0.72).to(Math.cos(b) * 0.72, Math.sin(b) * 0.72);
      double c = a + 2 * Math.PI / 5;
      seams.to(Math.cos(c) * 0.72, Math.sin(c) * 0.72);
    }
    art.fill(black, Ink.of(0xFF1C1C20));
    art.stroke(seams, 0.025, Ink.of(0xFF6A6A6E));
  }

  private static double[] pentagon(double x, double y, double r, double turn) {
    double[] p = new double[10];
    for (int i = 0; i < 5; i++) {
      double a = turn - Math.PI / 2 + i * 2 * Math.PI / 5;
      p[2 * i] = x + Math.cos(a) * r;
      p[2 * i + 1] = y + Math.sin(a) * r;
    }
    return p;
  }

  public static Scene candle(Dice dice) {
    int count = dice.whole(1, 4);
    String colour = dice.pick("white", "red", "yellow");
    String what = Words.count(count, "burning " + colour + " candle");
    Caption caption =
        Caption.of("candle", what + " in the dark")
            .or(what)
            .or(count == 1 ? "a candle flame in a dark room" : "candles glowing in a dark room")
            .or("warm candlelight")
            .or(Words.count(count, "candle"));
    return new Scene(
        caption,
        art -> paintCandles(art, count, colour.equals("white") ? 0xFFF4EBDA : Swatch.of(colour)));
  }

  private static void paintCandles(Art art, int count, int wax) {
    Dice dice = art.dice();
    double w = art.width();
    double h = art.height();
    double y = h * 0.86;
    art.wash(Ink.down(0, h, 0xFF140C0A, 0xFF22140E, 0xFF3A2212));
    art.fill(
        Shape.box(-5, y - 16, w + 10, h),
        Texture.ground(y - 80, 0xFF2A160A, 0xFF5A3418, 0xFF3A200E)
            .scale(0.3, 2.5)
            .contrast(3)
            .set("middle", w / 2)
            .ink(dice));
    for (int i = 0; i < count; i++) {
      double x = w * (count == 1 ? 0.5 : 0.5 + (i - (count - 1) / 2.0) * 0.2);
      double high = dice.between(90, 170);
      double half = 17;
      art.fill(Shape.oval(x, y + 2, half * 2.4, 8), Ink.of(0xA0000000).blur(10));
      art.fill(
          Shape.round(4, x - half, y - high, 2 * half, high + 4),
          Ink.across(x - half, x + half, Tone.dark(wax, 0.35), wax, Tone.dark(wax, 0.5)));
      art.fill(
          Shape.round(4, x - half, y - high, 2 * half, high + 4),
          Ink.down(y - high, y, Tone.alpha(0xFFFFC060, 0.65), 0x00000000, 0x90100804));
      art.fill(Shape.oval(x, y - high, half, 5), Ink.of(Tone.light(wax, 0.4)));
      art.stroke(Shape.line(x, y - high, x + 1, y - high - 9), 1.6, Ink.of(0xFF2A1A10));
      art.at(
          Spot.at(x, y - high - 14),
          () -> {
            art.fill(
                Shape.svg("M0,-34 C12,-14 11,6 0,8 C-11,6 -12,-14 0,-34 Z"),
                Ink.down(-34, 8, 0xFFFFF2A8, 0xFFFFC040, 0xFFFF8A20).blur(1.5));
            art.fill(
                Shape.svg("M0,-20 C6,-8 6,4 0,6 C-6,4 -6,-8 0,-20 Z"),
                Ink.of(0xFFFFFBE4).blur(1.5));
          });
      art.wash(Ink.glow(x, y - high - 22, 190, 0x66FFC870, 0x1CFF9A30, 0x00FF8A20).screen());
    }
    art.finish(0.6, 0.4);
  }
}
