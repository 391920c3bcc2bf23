package dev.semblance.gallery.land;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Foliage;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// A path through a forest in one of the four seasons.
public final class Forest {
  private final Season season;
  private final Air air;

  private Forest(Season season, Air air) {
    this.season = season;
    this.air = air;
  }

  private enum Season {
    SPRING("spring", "fresh green leaves and flowers", 0xFF9BC24A, 0xFF7FA648),
    SUMMER("summer", "dense green leaves", 0xFF4E8636, 0xFF5F8A3C),
    AUTUMN("autumn", "orange and red leaves", 0xFFD9802C, 0xFFB4703A),
    WINTER("winter", "bare trees and snow", 0xFF8A8078, 0xFFF2F5FA);

    private final String word;
    private final String look;
    private final int leaves;
    private final int ground;

    Season(String word, String look, int leaves, int ground) {
      this.word = word;
      this.look = look;
      this.leaves = leaves;
      this.ground = ground;
    }
  }

  public static Scene cast(Dice dice) {
    Season season = dice.pick(Season.values());
    boolean fog = dice.chance(0.3);
    Air air =
        Air.of(
            fog ? Hour.DAY : dice.pick(Hour.DAY, Hour.DAY, Hour.SUNSET),
            fog ? Weather.FOG : Weather.CLEAR,
            dice);
    String mist = fog ? "misty " : "";
    Caption caption =
        Caption.of(
                "forest",
                "a "
                    + mist
                    + "forest in "
                    + season.word
                    + (air.hour() == Hour.SUNSET ? " at sunset" : ""))
            .or("a path through a forest with " + season.look)
            .or(season.word + " woods with " + season.look)
            .or("trees in " + season.word)
            .or("a " + mist + "forest path");
    Forest forest = new Forest(season, air);
    return new Scene(caption, forest::paint);
  }

  private void paint(Art art) {
    double h = art.height();
    double line = h * 0.56;
    backdrop(art, line);
    for (int depth = 0; depth < 3; depth++) {
      row(art, line, depth);
    }
    ground(art, line);
    rays(art);
    for (int side = -1; side <= 1; side += 2) {
      nearTree(art, side);
    }
    litter(art, line);
    if (season == Season.WINTER && art.dice().chance(0.5)) {
      Weathering.snowfall(art, 160);
    }
    art.finish(0.6, 0.35);
  }

  private void backdrop(Art art, double line) {
    int far = air.far(season.leaves, 0.6);
    art.wash(
        Ink.down(
            0,
            line,
            Tone.mix(air.top(), far, 0.5),
            Tone.mix(air.low(), far, 0.25),
            Tone.light(air.low(), 0.4)));
    double x = art.width() * (0.42 + 0.16 * air.sunX());
    art.wash(
        Ink.glow(
            x,
            line * 0.55,
            230,
            Tone.alpha(Tone.light(air.sun(), 0.4), 0.85),
            Tone.alpha(air.sun(), 0.3),
            Tone.alpha(air.sun(), 0)));
  }

  private void row(Art art, double line, int depth) {
    Dice dice = art.dice();
    double away = 0.62 - 0.2 * depth;
    double step = 26 + 22 * depth;
    for (double x = dice.between(-20, 0);
        x < art.width() + 30;
        x += step * dice.between(0.6, 1.3)) {
      double centre = Math.abs(x - art.width() / 2) / art.width();
      if (centre < 0.05 + 0.055 * depth) {
        continue;
      }
      double high = (110 + 75 * depth) * dice.between(0.9, 1.3) * (0.8 + 0.6 * centre);
      double[] tree = {x, line + 6 * depth + 6, high, away};
      if (season == Season.WINTER) {
        Trees.bare(art, air, tree, 0.6);
      } else {
        Trees.broadleaf(
            art, air, tree, Tone.vary(season.leaves, dice, season == Season.AUTUMN ? 0.13 : 0.06));
      }
    }
  }

  private void ground(Art art, double line) {
    double w = art.width();
    double h = art.height();
    Shape floor = Land.skyline(art, line + 16, 14, 140, 3);
    if (season == Season.WINTER) {
      Land.snow(art, air, line - 10, floor);
    } else {
      int base = air.lit(season.ground);
      Texture moss =
          Texture.ground(
              line - 20, Tone.dark(base, 0.3), Tone.light(base, 0.12), air.far(season.ground, 0.4));
      art.fill(floor, moss.scale(3, 3).relief(1.6).set("middle", w / 2).ink(art.dice()));
    }
    Shape path =
        Shape.path()
            .move(w * 0.485, line + 10)
            .swing(w * 0.53, line + 40, w * 0.36, line + 80, w * 0.28, h + 5);
    path.to(w * 0.68, h + 5)
        .swing(w * 0.6, line + 80, w * 0.56, line + 40, w * 0.515, line + 10)
        .close();
    int earth =
        season == Season.WINTER ? 0xFFDDE4EE : season == Season.AUTUMN ? 0xFFA0764E : 0xFFA98C66;
    int k = air.lit(earth);
    art.fill(
        path,
        Texture.ground(line - 10, Tone.dark(k, 0.16), Tone.light(k, 0.14), k)
            .scale(4, 4)
            .relief(1.2)
            .ink(art.dice()));
    art.stroke(path, 5, Ink.of(Tone.alpha(Tone.dark(k, 0.5), 0.3)).blur(6));
  }

  private void rays(Art art) {
    if (!air.sunny()) {
      return;
    }
    Dice dice = art.dice();
    double x = art.width() * (0.42 + 0.16 * air.sunX());
    for (int i = 0; i < 7; i++) {
      double to = x + dice.near(0, 300);
      double wide = dice.between(14, 46);
      Shape ray =
          Shape.polygon(x - 5, -10, x + 5, -10, to + wide, art.height(), to - wide, art.height());
      int k = Tone.alpha(air.sun(), 0.13);
      art.fill(ray, Ink.down(0, art.height() * 0.95, k, Tone.alpha(k, 0)).blur(10).screen());
    }
  }

  private void nearTree(Art art, int side) {
    Dice dice = art.dice();
    double x = art.width() * (0.5 + side * dice.between(0.38, 0.46));
    double wide = dice.between(24, 36);
    double h = art.height();
    Shape trunk =
        Shape.path()
            .move(x - wide * 1.1, h + 5)
            .bend(x - wide * 0.5, h * 0.85, x - wide * 0.45, h * 0.4)
            .to(x - wide * 0.4, -5);
    trunk
        .to(x + wide * 0.4, -5, x + wide * 0.45, h * 0.4)
        .bend(x + wide * 0.5, h * 0.85, x + wide * 1.1, h + 5)
        .close();
    int bark = air.lit(season == Season.WINTER ? 0xFF5A5048 : 0xFF4A3A2C);
    art.fill(
        trunk,
        Texture.mottle(Tone.dark(bark, 0.45), Tone.light(bark, 0.22))
            .scale(7, 0.9)
            .contrast(3)
            .relief(2.2)
            .set("sun", -4.0 * side, 0)
            .ink(dice));
    art.fill(
        trunk,
        Ink.across(
            x - wide * 0.6,
            x + wide * 0.6,
            side > 0 ? 0x00000000 : 0x90000000,
            0x00000000,
            side > 0 ? 0x90000000 : 0x00000000));
    if (season != Season.WINTER) {
      canopy(art, x, side);
    }
  }

  private void canopy(Art art, double x, int side) {
    Dice dice = art.dice();
    for (int i = 0; i < 7; i++) {
      double cx = x - side * dice.between(-60, 90);
      double r = dice.between(24, 44);
      int k = Tone.vary(season.leaves, dice, 0.05);
      new Foliage(cx, dice.between(-12, 14), r, r * 0.7, k, 0).paint(art, air);
    }
  }

  private void litter(Art art, double line) {
    if (season == Season.WINTER || season == Season.SUMMER) {
      return;
    }
    Dice dice = art.dice();
    for (int i = 0; i < 260; i++) {
      double t = Math.pow(dice.between(0.02, 1), 0.8);
      double y = line + 16 + t * (art.height() - line - 16);
      double x = dice.between(0, art.width());
      boolean spring = season == Season.SPRING;
      int k =
          spring
              ? dice.pick(0xFFFFFFFF, 0xFFF4D24A, 0xFFC88ED8)
              : dice.pick(0xFFD9802C, 0xFFB8442A, 0xFFE8B23C, 0xFF8A4A22);
      double r = (spring ? 1.7 : 2.6) * (0.3 + t);
      art.fill(Shape.oval(x, y, r, r * 0.6), Ink.of(Tone.alpha(air.lit(k), 0.85)));
    }
  }
}
