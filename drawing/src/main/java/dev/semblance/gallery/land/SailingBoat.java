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
import dev.semblance.gallery.scene.Words;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// One or more sailing boats at sea.
public final class SailingBoat {
  private SailingBoat() {}

  public static Scene cast(Dice dice) {
    int count = dice.chance(0.6) ? 1 : dice.whole(2, 4);
    String sail = dice.pick("white", "white", "red", "blue", "yellow");
    Hour hour = dice.pick(Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DAWN);
    Weather weather =
        hour == Hour.DAY ? dice.pick(Weather.CLEAR, Weather.CLOUDY, Weather.STORM) : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    boolean coast = dice.chance(0.4);
    String boats = Words.count(count, "sailing boat");
    String with = count == 1 ? " with a " + sail + " sail " : " with " + sail + " sails ";
    Caption caption =
        Caption.of("sailing boat", boats + " at sea " + air.phrase())
            .or(boats + with + "on the water " + air.phrase())
            .or(Words.count(count, "sailboat") + " on the ocean")
            .or(boats + with + (coast ? "off a hilly coast" : "on the open sea"))
            .or(boats);
    return new Scene(caption, art -> paint(art, air, colour(sail), count, coast));
  }

  private static int colour(String sail) {
    return switch (sail) {
      case "red" -> 0xFFC23A2E;
      case "blue" -> 0xFF3A6AA8;
      case "yellow" -> 0xFFE9C046;
      default -> 0xFFF8F4EA;
    };
  }

  private static void paint(Art art, Air air, int sail, int count, boolean coast) {
    Dice dice = art.dice();
    double line = art.height() * dice.between(0.5, 0.58);
    Sky.paint(art, air, line);
    if (coast) {
      Land.hills(art, air, line + 1, 42, 0xFF55705A);
    }
    art.fill(Shape.box(0, line, art.width(), 400), Ink.of(air.far(0xFF2A5F7A, 0.3)));
    double[][] fleet = fleet(art, line, count);
    boolean storm = air.weather() == Weather.STORM;
    for (double[] boat : fleet) {
      hoist(art, air, boat, sail);
    }
    new Water(
            line,
            air.lit(storm ? 0xFF3A5660 : 0xFF1F6C8C),
            storm ? 3.2 : 1.6,
            0.55,
            art.width() * air.sunX(),
            air.sunny() ? air.sun() : 0)
        .paint(art);
    for (double[] boat : fleet) {
      mirror(art, air, boat, sail);
      hoist(art, air, boat, sail);
      wake(art, air, boat);
    }
    Weathering.over(art, air, line);
    art.finish(0.45, 0.35);
  }

  /// For each boat: x, waterline, size, lean.
  private static double[][] fleet(Art art, double line, int count) {
    Dice dice = art.dice();
    double[][] fleet = new double[count][];
    for (int i = 0; i < count; i++) {
      double size = count == 1 ? dice.between(1.25, 1.7) : dice.between(0.5, 0.85);
      double x =
          art.width() * (count == 1 ? dice.between(0.35, 0.65) : (i + 0.5) / count)
              + dice.near(0, 14);
      fleet[i] =
          new double[] {
            x,
            line + 12 + 26 * size * dice.between(0.6, 1),
            size,
            dice.between(2, 9) * (dice.chance(0.5) ? 1 : -1)
          };
    }
    return fleet;
  }

  private static void hoist(Art art, Air air, double[] boat, int sail) {
    art.at(new Spot(boat[0], boat[1], boat[2], boat[3], boat[3] < 0), () -> boat(art, air, sail));
  }

  private static void boat(Art art, Air air, int sail) {
    int wood = air.lit(0xFF6B4528);
    int cloth = air.lit(sail);
    art.stroke(Shape.line(0, -4, 0, -128), 2.4, Ink.of(wood));
    Shape main =
        Shape.path().move(-3, -124).bend(-34, -70, -52, -16).bend(-24, -12, -3, -14).close();
    art.fill(main, Ink.across(-52, 0, Tone.light(cloth, 0.15), cloth, Tone.dark(cloth, 0.22)));
    Shape jib = Shape.path().move(3, -116).bend(26, -60, 50, -12).bend(24, -14, 4, -18).close();
    art.fill(jib, Ink.across(0, 50, Tone.dark(cloth, 0.16), cloth, Tone.light(cloth, 0.1)));
    Shape seams = Shape.path();
    for (int i = 1; i < 5; i++) {
      seams.move(-3, -124 + i * 22).bend(-20 - i * 4, -112 + i * 21, -8 - i * 9.5, -118 + i * 22);
    }
    art.stroke(seams, 0.6, Ink.of(Tone.alpha(Tone.dark(cloth, 0.45), 0.45)));
    art.stroke(
        Shape.line(0, -14, -52, -14).move(0, -126).to(54, -8).move(0, -126).to(-56, -10),
        0.8,
        Ink.of(Tone.alpha(wood, 0.8)));
    hull(art, air);
    art.fill(
        Shape.path().move(0, -128).bend(8, -131, 15, -126).bend(8, -124, 0, -122).close(),
        Ink.of(air.lit(0xFFC8362C)));
  }

  private static void hull(Art art, Air air) {
    Shape hull =
        Shape.path()
            .move(-60, -9)
            .bend(0, -3, 60, -12)
            .bend(50, 8, 34, 10)
            .to(-44, 10)
            .bend(-56, 6, -60, -9)
            .close();
    int k = air.lit(0xFFEDE8DD);
    art.fill(hull, Ink.down(-12, 10, Tone.light(k, 0.3), k, Tone.dark(k, 0.35)));
    art.inside(hull, () -> art.fill(Shape.box(-70, 3, 140, 10), Ink.of(air.lit(0xFF2C4464))));
    art.stroke(Shape.path().move(-60, -9).bend(0, -3, 60, -12), 1.8, Ink.of(air.lit(0xFF7C5230)));
    Shape cabin = Shape.round(3, -22, -13, 34, 8);
    art.fill(cabin, Ink.of(air.lit(0xFFD8CBB4)));
    art.fill(
        Shape.oval(-12, -9, 2.4, 1.8).add(Shape.oval(-2, -9, 2.4, 1.8)),
        Ink.of(air.lit(0xFF30485C)));
  }

  private static void mirror(Art art, Air air, double[] boat, int sail) {
    Dice dice = art.dice();
    int cloth = air.lit(sail);
    for (int i = 0; i < 22; i++) {
      double t = i / 22.0;
      double half = boat[2] * (46 - 34 * t) * dice.between(0.5, 1);
      double y = boat[1] + boat[2] * (11 + 85 * t);
      Shape dash = Shape.oval(boat[0] + dice.near(0, 6 + 8 * t), y, half, 1.1 + 0.8 * t);
      art.fill(dash, Ink.of(Tone.alpha(cloth, 0.34 * (1 - t))).blur(1.4));
    }
  }

  private static void wake(Art art, Air air, double[] boat) {
    Dice dice = art.dice();
    int foam = air.lit(0xFFFFFFFF);
    for (int i = 0; i < 26; i++) {
      double x = boat[0] + boat[2] * dice.between(-66, 64);
      double y = boat[1] + boat[2] * (9.5 + dice.between(0, 3));
      art.fill(
          Shape.oval(x, y, boat[2] * dice.between(3, 10), boat[2] * dice.between(0.6, 1.6)),
          Ink.of(Tone.alpha(foam, 0.5)).blur(1));
    }
  }
}
