package dev.semblance.gallery.city;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;
import java.util.List;

/// A row of old town houses along a cobbled street.
public final class Houses {
  private static final List<Integer> PLASTER =
      List.of(
          0xFFE0B45A,
          0xFFC8684C,
          0xFF8FB09A,
          0xFF7FA0C0,
          0xFFE6D6BC,
          0xFFD68A7A,
          0xFFB8A4C0,
          0xFFE8E2D6);

  private Houses() {}

  public static Scene cast(Dice dice) {
    Hour hour = dice.pick(Hour.DAY, Hour.DAY, Hour.DUSK, Hour.NIGHT);
    Weather weather = dice.pick(Weather.CLEAR, Weather.RAIN, Weather.SNOW, Weather.CLEAR);
    Air air = Air.of(hour, weather, dice);
    Caption caption =
        Caption.of("street", "a street of colourful houses " + air.phrase())
            .or("a row of old town houses " + air.phrase())
            .or(
                "houses with pointed roofs"
                    + (air.dark() ? " and lit windows" : "")
                    + " along a cobbled street")
            .or("an old town street")
            .or("colourful houses side by side");
    return new Scene(caption, art -> paint(art, air));
  }

  private static void paint(Art art, Air air) {
    Dice dice = art.dice();
    double ground = art.height() * 0.8;
    Sky.paint(art, air, ground);
    double x = -12;
    int last = -1;
    while (x < art.width()) {
      double wide = dice.between(64, 96);
      int k = dice.whole(0, PLASTER.size() - 1);
      k = k == last ? (k + 3) % PLASTER.size() : k;
      last = k;
      house(art, air, new double[] {x, ground, wide, dice.between(150, 200)}, PLASTER.get(k));
      x += wide;
    }
    pavement(art, air, ground);
    if (air.dark()) {
      lamp(art, air, art.width() * dice.between(0.2, 0.8), ground + 20);
    }
    Weathering.over(art, air, ground);
    art.finish(0.5, 0.35);
  }

  private static void house(Art art, Air air, double[] h, int plaster) {
    Dice dice = art.dice();
    double x = h[0];
    double top = h[1] - h[3];
    int wall = air.lit(Tone.vary(plaster, dice, 0.03));
    Shape front = Shape.box(x, top, h[2], h[3]);
    boolean gable = dice.chance(0.6);
    roof(art, air, h, gable, wall);
    art.fill(
        front,
        Texture.mottle(Tone.dark(wall, 0.07), Tone.light(wall, 0.05))
            .scale(3, 3)
            .contrast(2)
            .relief(0.5)
            .ink(dice));
    art.fill(front, Ink.down(top, h[1], 0x00000000, 0x00000000, 0x38101018));
    int columns = h[2] > 80 ? 3 : 2;
    int floors = 3;
    for (int f = 0; f < floors; f++) {
      for (int c = 0; c < columns; c++) {
        double cx = x + h[2] * (c + 0.5) / columns;
        double cy = top + 16 + f * (h[3] - 30) / 3;
        if (f == floors - 1 && c == columns / 2) {
          door(art, air, cx, h[1]);
        } else {
          window(art, air, cx, cy, dice);
        }
      }
    }
    art.fill(Shape.box(x - 1, top, 2, h[3]), Ink.of(0x40000000).blur(2));
    art.fill(Shape.box(x, top - 2, h[2], 5), Ink.of(Tone.light(wall, 0.35)));
  }

  private static void roof(Art art, Air air, double[] h, boolean gable, int wall) {
    double x = h[0];
    double top = h[1] - h[3];
    int tile = air.lit(Tone.vary(0xFFA04E34, art.dice(), 0.06));
    Ink tiles =
        Texture.mottle(Tone.dark(tile, 0.25), Tone.light(tile, 0.1))
            .scale(4, 12)
            .contrast(4)
            .relief(1)
            .ink(art.dice());
    if (gable) {
      Shape peak = Shape.polygon(x, top + 2, x + h[2] / 2, top - h[2] * 0.55, x + h[2], top + 2);
      art.fill(peak, Ink.of(wall));
      art.stroke(
          Shape.line(x - 3, top + 3, x + h[2] / 2, top - h[2] * 0.57, x + h[2] + 3, top + 3),
          6,
          tiles);
      art.fill(
          Shape.circle(x + h[2] / 2, top - h[2] * 0.18, 6),
          Ink.of(air.dark() ? 0xFFFFD27A : air.lit(0xFF4A5866)));
    } else {
      art.fill(
          Shape.polygon(
              x - 2, top + 2, x + 9, top - 44, x + h[2] - 9, top - 44, x + h[2] + 2, top + 2),
          tiles);
      art.fill(Shape.box(x + h[2] * 0.7, top - 62, 11, 26), Ink.of(air.lit(0xFF8C5A48)));
    }
    if (air.weather() == Weather.SNOW) {
      Shape snow =
          gable
              ? Shape.line(x - 2, top - 1, x + h[2] / 2, top - h[2] * 0.6, x + h[2] + 2, top - 1)
              : Shape.line(x + 8, top - 45, x + h[2] - 8, top - 45);
      art.stroke(snow, 6, Ink.of(air.lit(0xFFF6F9FF)));
    }
  }

  private static void window(Art art, Air air, double x, double y, Dice dice) {
    boolean lit = air.dark() && dice.chance(0.7);
    art.fill(Shape.box(x - 9.5, y - 1.5, 19, 29), Ink.of(air.lit(0xFFF6F2E8)));
    Ink glass =
        lit
            ? Ink.down(y, y + 26, 0xFFFFE6A4, 0xFFFFB650)
            : Ink.down(y, y + 26, air.lit(0xFF9FB8C8), air.lit(0xFF3E4E5C));
    art.fill(Shape.box(x - 7.5, y, 15, 26), glass);
    art.stroke(
        Shape.line(x, y, x, y + 26).move(x - 7.5, y + 10).to(x + 7.5, y + 10),
        1.4,
        Ink.of(air.lit(0xFFF6F2E8)));
    if (lit) {
      art.fill(
          Shape.circle(x, y + 13, 30), Ink.glow(x, y + 13, 30, 0x50FFB850, 0x00FFB850).screen());
    } else if (dice.chance(0.4)) {
      for (int i = -3; i <= 3; i++) {
        art.fill(
            Shape.circle(x + i * 2.8, y + 26, 2.2),
            Ink.of(air.lit(dice.pick(0xFFD84A4A, 0xFFE8A0B8, 0xFF5A9048))));
      }
    }
  }

  private static void door(Art art, Air air, double x, double ground) {
    int wood = air.lit(art.dice().pick(0xFF5A3A24, 0xFF2F5A48, 0xFF7A2E2A, 0xFF2E4468));
    art.fill(
        Shape.path()
            .move(x - 12, ground)
            .to(x - 12, ground - 34)
            .bend(x, ground - 48, x + 12, ground - 34)
            .to(x + 12, ground)
            .close(),
        Ink.of(air.lit(0xFFD8D0C0)));
    art.fill(
        Shape.path()
            .move(x - 9.5, ground)
            .to(x - 9.5, ground - 32)
            .bend(x, ground - 43, x + 9.5, ground - 32)
            .to(x + 9.5, ground)
            .close(),
        Ink.across(x - 9, x + 9, Tone.light(wood, 0.15), wood, Tone.dark(wood, 0.3)));
    art.fill(Shape.circle(x + 6, ground - 18, 1.3), Ink.of(0xFFE0C070));
  }

  private static void pavement(Art art, Air air, double ground) {
    boolean snow = air.weather() == Weather.SNOW;
    int stone = air.lit(snow ? 0xFFE4EAF2 : 0xFF8C8780);
    Shape street = Shape.box(-5, ground, art.width() + 10, art.height());
    art.fill(
        street,
        Texture.ground(ground - 70, Tone.dark(stone, 0.3), Tone.light(stone, 0.12), stone)
            .scale(5, 5)
            .contrast(3)
            .relief(1.2)
            .set("middle", art.width() / 2)
            .ink(art.dice()));
    art.fill(
        street,
        Texture.cells(
                Tone.alpha(Tone.light(stone, 0.2), 0.35), Tone.alpha(Tone.dark(stone, 0.6), 0.5))
            .scale(1.1, 2)
            .ink(art.dice()));
    art.fill(
        Shape.box(-5, ground, art.width() + 10, 9),
        Ink.down(ground, ground + 9, air.lit(0xFFB8B2A8), air.lit(0xFF77726A)));
    if (air.weather() == Weather.RAIN) {
      art.fill(
          street,
          Ink.down(ground, art.height(), Tone.alpha(air.low(), 0.3), Tone.alpha(air.top(), 0.25)));
    }
  }

  private static void lamp(Art art, Air air, double x, double y) {
    art.stroke(Shape.line(x, y, x, y - 120), 4, Ink.of(air.lit(0xFF2A2C30)));
    art.fill(
        Shape.polygon(x - 6, y - 120, x - 9, y - 138, x + 9, y - 138, x + 6, y - 120),
        Ink.of(0xFFFFE8A8));
    art.fill(
        Shape.polygon(x - 11, y - 138, x, y - 150, x + 11, y - 138), Ink.of(air.lit(0xFF2A2C30)));
    art.wash(Ink.glow(x, y - 130, 110, 0x99FFD880, 0x33FFC060, 0x00FFB050).screen());
  }
}
