package dev.semblance.gallery.animal;

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
import dev.semblance.gallery.world.Foliage;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;

/// Songbirds on a branch, flocks in the sky, ducks on a pond.
public final class Birds {
  private Birds() {}

  public static Scene perched(Dice dice) {
    String kind = dice.pick("robin", "blue bird", "yellow bird", "sparrow");
    int count = dice.chance(0.7) ? 1 : 2;
    boolean snow = dice.chance(0.3);
    boolean blossom = !snow && dice.chance(0.5);
    String what = Words.count(count, kind);
    String branch = snow ? "a snowy branch" : blossom ? "a branch with pink blossoms" : "a branch";
    Caption caption =
        Caption.of("bird", what + " on " + branch)
            .or(what + " sitting on a branch")
            .or(count == 1 ? "a small bird on a branch" : "two small birds on a branch")
            .or(what)
            .or("a close-up of " + what + " with a blurred background");
    return new Scene(caption, art -> paintPerched(art, kind, count, snow, blossom));
  }

  private static void paintPerched(Art art, String kind, int count, boolean snow, boolean blossom) {
    Dice dice = art.dice();
    int back = snow ? 0xFFB4C4D4 : dice.pick(0xFF8FAE6A, 0xFF9CB8A0, 0xFFB8C890);
    art.wash(
        Ink.glow(
            art.width() * 0.3,
            art.height() * 0.2,
            480,
            Tone.light(back, 0.5),
            back,
            Tone.dark(back, 0.45)));
    for (int i = 0; i < 26; i++) {
      double r = dice.between(14, 46);
      art.fill(
          Shape.circle(dice.between(0, art.width()), dice.between(0, art.height()), r),
          Ink.of(Tone.alpha(Tone.light(Tone.vary(back, dice, 0.15), 0.3), 0.22)).blur(5));
    }
    branch(art, snow, blossom);
    for (int i = 0; i < count; i++) {
      double x = art.width() * (count == 1 ? 0.5 : 0.33 + 0.34 * i);
      double y = branchY(art, x) - 5;
      art.at(
          Spot.at(x, y, count == 1 ? 1.5 : 1.15)
              .mirrored(i == 1 || (count == 1 && dice.chance(0.5))),
          () -> songbird(art, kind));
    }
    art.finish(0.45, 0.35);
  }

  private static double branchY(Art art, double x) {
    double t = x / art.width();
    return art.height() * (0.76 - 0.1 * t + 0.05 * Math.sin(t * 5));
  }

  private static void branch(Art art, boolean snow, boolean blossom) {
    Dice dice = art.dice();
    double w = art.width();
    double[] p = new double[26];
    for (int i = 0; i < 13; i++) {
      p[2 * i] = -20 + (w + 40) * i / 12;
      p[2 * i + 1] = branchY(art, p[2 * i]);
    }
    art.stroke(Shape.curve(p), 15, Ink.of(0xFF3A2A1E));
    art.at(Spot.at(0, -2.5), () -> art.stroke(Shape.curve(p), 9, Ink.of(0xFF5E4632)));
    art.at(Spot.at(0, -4.5), () -> art.stroke(Shape.curve(p), 3, Ink.of(0xFF8A6C50).blur(2)));
    if (snow) {
      art.at(Spot.at(0, -7), () -> art.stroke(Shape.curve(p), 8, Ink.of(0xFFF6F9FF).blur(2)));
      return;
    }
    for (int i = 0; i < 12; i++) {
      double x = w * (i + 0.5) / 12 + dice.near(0, 12);
      double y = branchY(art, x) + dice.pick(-1, 1) * dice.between(8, 18);
      if (blossom) {
        blossom(art, x, y, dice.between(6, 10));
      } else {
        Shape leaf = Shape.svg("M0,0 Q6,-9 18,-6 Q12,4 0,0 Z");
        art.at(
            Spot.at(x, y, dice.between(1, 1.6)).turned(dice.between(0, 360)),
            () -> art.fill(leaf, Ink.across(0, 18, 0xFF4A7A30, 0xFF8CB850)));
      }
    }
  }

  private static void blossom(Art art, double x, double y, double r) {
    for (int i = 0; i < 5; i++) {
      double a = i * Math.PI * 0.4;
      art.fill(
          Shape.circle(x + Math.cos(a) * r * 0.6, y + Math.sin(a) * r * 0.6, r * 0.52),
          Ink.glow(x, y, r * 1.1, 0xFFE890B0, 0xFFFBDCE6));
    }
    art.fill(Shape.circle(x, y, r * 0.2), Ink.of(0xFFF4D060));
  }

  private static void songbird(Art art, String kind) {
    int[] tones =
        switch (kind) {
          case "robin" -> new int[] {0xFF7A6248, 0xFFE0682C, 0xFFF0EAE0};
          case "blue bird" -> new int[] {0xFF2F6FB4, 0xFF5C9CD8, 0xFFE8EEF2};
          case "yellow bird" -> new int[] {0xFFC89A1E, 0xFFF4D23C, 0xFFFAF0C0};
          default -> new int[] {0xFF7A5A3C, 0xFFB09070, 0xFFE4D8C8};
        };
    art.stroke(Shape.line(-4, -6, -6, 4).move(8, -6).to(8, 4), 2, Ink.of(0xFF4A3424));
    art.fill(
        Shape.blob("-36,-16 -62,-4 -78,10 -70,12 -50,2 -30,-4"),
        Ink.across(-78, -30, Tone.dark(tones[0], 0.45), tones[0]));
    Shape body =
        Shape.blob(
            "-40,-20 -28,-44 -8,-58 6,-74 24,-82 40,-74 44,-60 38,-44 34,-24 18,-6 -8,-2 -28,-6");
    new Coat(tones[0], Tone.dark(tones[0], 0.4), Tone.light(tones[0], 0.25), 5, 18)
        .paint(art, body, 150, -42, -82, 88, 82);
    art.inside(
        body,
        () -> {
          art.fill(Shape.oval(12, -8, 30, 22), Ink.of(tones[2]).blur(9));
          art.fill(
              Shape.blob("18,-74 46,-70 46,-44 34,-20 14,-30 10,-54"), Ink.of(tones[1]).blur(6));
          new Coat(tones[1], Tone.dark(tones[1], 0.25), Tone.light(tones[1], 0.3), 4, 12)
              .hairs(art, Shape.oval(28, -44, 22, 30), 110, 6, -74, 44, 60);
        });
    Shape wing = Shape.blob("-14,-50 6,-48 12,-34 -4,-20 -30,-10 -52,0 -40,-22 -28,-38");
    new Coat(Tone.dark(tones[0], 0.15), Tone.dark(tones[0], 0.55), Tone.light(tones[0], 0.2), 8, 14)
        .paint(art, wing, 155, -52, -50, 64, 50);
    art.fill(Shape.polygon(42, -70, 56, -64, 42, -61), Ink.down(-70, -60, 0xFF5A4A3A, 0xFF2A221C));
    art.fill(Shape.circle(31, -68, 3.6), Ink.of(0xFF0E0C0A));
    art.fill(Shape.circle(32.2, -69.2, 1.1), Ink.of(0xFFFFFFFF));
  }

  public static Scene flock(Dice dice) {
    Air air = Air.of(dice.pick(Hour.SUNSET, Hour.DAY, Hour.DAWN), Weather.CLEAR, dice);
    boolean gulls = dice.chance(0.5);
    String what = gulls ? "seagulls over the sea" : "a flock of birds over fields";
    Caption caption =
        Caption.of("birds", what + " " + air.phrase())
            .or("birds in the sky " + air.phrase())
            .or(
                gulls
                    ? "white gulls flying above the water"
                    : "many small birds in the evening sky")
            .or("flying birds")
            .or(what);
    return new Scene(caption, art -> paintFlock(art, air, gulls));
  }

  private static void paintFlock(Art art, Air air, boolean gulls) {
    Dice dice = art.dice();
    double line = art.height() * 0.74;
    Sky.paint(art, air, line);
    if (gulls) {
      new Water(line, air.lit(0xFF24647E), 1.6, 0.6, art.width() * air.sunX(), air.sun())
          .paint(art);
    } else {
      Land.hills(art, air, line + 4, 44, 0xFF4A6040);
      Land.grass(art, air, line, 0xFF6A8C42);
    }
    int birds = gulls ? 9 : 46;
    int k = gulls ? air.far(0xFFF6F6F4, 0.05) : Tone.alpha(air.lit(0xFF2A2A30), 0.9);
    for (int i = 0; i < birds; i++) {
      double s = gulls ? dice.between(0.5, 1.5) : dice.between(0.2, 0.5);
      double x =
          gulls ? dice.between(0.1, 0.9) * art.width() : art.width() * 0.5 + dice.bell() * 90;
      double y = gulls ? dice.between(0.1, 0.75) * line : line * 0.42 + dice.bell() * 38;
      art.at(
          Spot.at(x, y, s).turned(dice.near(0, 14)),
          () -> flier(art, k, dice.between(-6, 14), gulls));
    }
    art.finish(0.45, 0.35);
  }

  private static void flier(Art art, int colour, double lift, boolean gull) {
    Shape wings =
        Shape.path()
            .move(-44, -14 - lift)
            .bend(-22, -20 - lift * 0.4, 0, -2)
            .bend(22, -20 - lift * 0.4, 44, -14 - lift);
    wings.bend(20, -12, 5, 5).bend(0, 9, -5, 5).bend(-20, -12, -44, -14 - lift).close();
    art.fill(wings, Ink.down(-24, 8, colour, Tone.dark(colour, 0.3)));
    art.fill(Shape.oval(2, 2, 13, 4.6), Ink.of(colour));
    if (gull) {
      art.fill(Shape.polygon(14, 0, 20, 2, 14, 4), Ink.of(0xFFE8A030));
      art.fill(
          Shape.polygon(-44, -14 - lift, -34, -17 - lift, -34, -12 - lift), Ink.of(0xFF2A2A2E));
      art.fill(Shape.polygon(44, -14 - lift, 34, -17 - lift, 34, -12 - lift), Ink.of(0xFF2A2A2E));
    }
  }

  public static Scene ducks(Dice dice) {
    int count = dice.whole(1, 4);
    String kind = dice.pick("duck", "swan");
    Air air = Air.of(dice.pick(Hour.DAY, Hour.DAWN, Hour.SUNSET), Weather.CLEAR, dice);
    String what = Words.count(count, kind.equals("swan") ? "white swan" : "duck");
    Caption caption =
        Caption.of(kind, what + " on a pond " + air.phrase())
            .or(what + " swimming on calm water")
            .or(what)
            .or("water birds on a lake with reeds and trees")
            .or(what + " on a lake");
    return new Scene(caption, art -> paintPond(art, air, count, kind.equals("swan")));
  }

  private static void paintPond(Art art, Air air, int count, boolean swan) {
    Dice dice = art.dice();
    double line = art.height() * 0.36;
    Sky.paint(art, air, line);
    Trees.row(art, air, line, 0xFF4F7A3C);
    for (int i = 0; i < 9; i++) {
      new Foliage(
              art.width() * (i + 0.5) / 9,
              line - 8,
              dice.between(24, 44),
              dice.between(18, 32),
              Tone.vary(0xFF4F7A3C, dice, 0.06),
              0.3)
          .paint(art, air);
    }
    new Water(
            line + 4,
            air.lit(0xFF33604E),
            0.6,
            0.85,
            art.width() * air.sunX(),
            air.sunny() && air.hour() != Hour.DAY ? air.sun() : 0)
        .paint(art);
    for (int i = 0; i < count; i++) {
      double x = art.width() * (count == 1 ? 0.5 : (i + 0.5) / count) + dice.near(0, 14);
      double y = art.height() * (count == 1 ? 0.72 : dice.between(0.58, 0.84));
      double s = count == 1 ? 1.35 : 0.55 + 0.5 * (y / art.height() - 0.4);
      Spot spot = Spot.at(x, y, s).mirrored(dice.chance(0.5));
      art.at(
          spot,
          () ->
              art.stretched(
                  1,
                  -0.8,
                  () ->
                      art.layer(
                          Ink.of(Tone.BLACK).alpha(0.35),
                          () -> art.blurred(3, () -> air.over(art, 0, () -> swimmer(art, swan))))));
      art.at(spot, () -> air.over(art, 0, () -> swimmer(art, swan)));
      art.stroke(Shape.oval(x, y + 2, 74 * s, 5 * s), 1.2, Ink.of(Tone.alpha(0xFFFFFFFF, 0.35)));
    }
    reeds(art, air);
    art.finish(0.45, 0.35);
  }

  private static void reeds(Art art, Air air) {
    Dice dice = art.dice();
    Shape blades = Shape.path();
    double foot = art.height() + 4;
    double from = dice.chance(0.5) ? 0 : art.width() * 0.72;
    for (int i = 0; i < 40; i++) {
      double x = from + dice.between(0, art.width() * 0.28);
      double high = dice.between(40, 110);
      double lean = dice.near(0, 16);
      blades
          .move(x - 1.5, foot)
          .bend(x, foot - high * 0.6, x + lean, foot - high)
          .bend(x + 2, foot - high * 0.5, x + 2, foot)
          .close();
    }
    art.fill(blades, Ink.down(foot - 110, foot, air.lit(0xFF9AAE58), air.lit(0xFF3E5A2C)));
  }

  private static void swimmer(Art art, boolean swan) {
    if (swan) {
      art.stroke(
          Shape.curve("40,-16 50,-40 40,-62 48,-80 60,-80"),
          10,
          Ink.across(30, 64, 0xFFFFFFFF, 0xFFD8DCE0));
      Shape body =
          Shape.blob("-58,-14 -70,-34 -48,-30 -20,-40 14,-38 44,-22 48,-8 30,0 -30,0 -50,-4");
      new Coat(0xFFF6F6F4, 0xFFB8BEC6, 0xFFFFFFFF, 8, 8).paint(art, body, 170, -70, -40, 120, 40);
      art.fill(Shape.polygon(62, -84, 78, -77, 62, -75), Ink.of(0xFFE8882C));
      art.fill(Shape.blob("56,-85 64,-84 64,-78 58,-78"), Ink.of(0xFF1E1C1C));
      return;
    }
    Shape body =
        Shape.blob("-50,-12 -64,-28 -46,-30 -24,-40 6,-42 32,-30 44,-14 38,-2 16,2 -24,2 -44,-2");
    new Coat(0xFFB4A894, 0xFF6A5C4A, 0xFFE0D6C6, 7, 10).paint(art, body, 172, -64, -42, 108, 44);
    art.inside(body, () -> art.fill(Shape.oval(38, -14, 16, 22), Ink.of(0xFF6A3E26).blur(8)));
    Shape wing = Shape.blob("-40,-24 -16,-34 10,-32 16,-22 0,-12 -26,-12");
    new Coat(0xFF8C7E6C, 0xFF4A4036, 0xFFC4B8A4, 8, 12).paint(art, wing, 175, -42, -34, 60, 24);
    art.fill(Shape.blob("-28,-18 -10,-22 2,-18 -10,-13"), Ink.of(0xFF2C5A9A).blur(1));
    art.fill(Shape.polygon(-50, -14, -68, -32, -52, -26), Ink.of(0xFF2E2822));
    art.fill(
        Shape.blob("30,-20 28,-38 36,-52 50,-52 58,-42 54,-32 46,-20"),
        Ink.glow(42, -48, 26, 0xFF4AA078, 0xFF14503C));
    art.stroke(Shape.curve("28,-21 38,-19 48,-21"), 2.6, Ink.of(0xFFF2F0EA));
    art.fill(Shape.blob("55,-44 66,-40 72,-36 60,-35 54,-37"), Ink.of(0xFFE8B83A));
    art.fill(Shape.circle(48, -45, 1.9), Ink.of(0xFF0C0A0A));
  }
}
