package dev.semblance.gallery.people;

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
import dev.semblance.gallery.world.Place;
import dev.semblance.gallery.world.Shade;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// A child with a kite, a crowd, a person on a bench, a skier.
public final class PeopleScenes {
  private PeopleScenes() {}

  public static Scene kite(Dice dice) {
    String colour = dice.pick("red", "yellow", "blue", "rainbow");
    Place place = dice.pick(Place.MEADOW, Place.BEACH);
    Air air = Air.day(dice);
    Figure child = Figure.cast(dice);
    Caption caption =
        Caption.of("kite", "a child with a " + colour + " kite " + place.phrase())
            .or("a child flying a kite " + place.phrase())
            .or("a " + colour + " kite in the sky")
            .or("a small child holding the string of a " + colour + " kite, " + place.detail())
            .or("a child with a kite");
    int k =
        switch (colour) {
          case "red" -> 0xFFD8342E;
          case "yellow" -> 0xFFF4C62C;
          case "blue" -> 0xFF2F6CC0;
          default -> 0;
        };
    return new Scene(caption, art -> paintKite(art, place, air, child, k));
  }

  private static void paintKite(Art art, Place place, Air air, Figure child, int colour) {
    Dice dice = art.dice();
    place.paint(art, air);
    double x = art.width() * dice.between(0.26, 0.36);
    double y = art.height() * 0.9;
    double kx = art.width() * dice.between(0.66, 0.8);
    double ky = art.height() * dice.between(0.18, 0.26);
    Shade.under(art, air, x, y, 46);
    double s = 1.15;
    air.over(
        art,
        0,
        () ->
            art.at(
                Spot.at(x, y, s),
                () -> {
                  Figure.limb(art, child.legs(), 8, "-4,-44 -6,-24 -7,-3");
                  Figure.limb(art, child.legs(), 8, "4,-44 8,-24 9,-3");
                  child.torso(art);
                  Figure.limb(art, Tone.dark(child.top(), 0.1), 6.4, "10,-72 20,-76 28,-86");
                  Figure.limb(art, Tone.dark(child.top(), 0.1), 6.4, "-8,-72 8,-74 22,-80");
                  art.fill(Shape.circle(29, -88, 3.2), Ink.of(child.skin()));
                  child.head(art, 2, -88, 2);
                }));
    Shape string =
        Shape.path()
            .move(x + 29 * s, y - 88 * s)
            .bend((x + kx) / 2 + 20, (y - 88 * s + ky) / 2 + 46, kx, ky + 20);
    art.stroke(string, 0.8, Ink.of(0xC0FFFFFF));
    art.at(Spot.at(kx, ky, 1.1).turned(24), () -> kite(art, colour));
    place.front(art, air, y);
    art.finish(0.4, 0.35);
  }

  private static void kite(Art art, int colour) {
    int[] quarters =
        colour == 0
            ? new int[] {0xFFD8342E, 0xFFF4C62C, 0xFF3A9A5A, 0xFF2F6CC0}
            : new int[] {
              colour, Tone.light(colour, 0.35), Tone.dark(colour, 0.2), Tone.light(colour, 0.15)
            };
    art.fill(Shape.polygon(0, -44, -30, -8, 0, -8), Ink.of(quarters[0]));
    art.fill(Shape.polygon(0, -44, 30, -8, 0, -8), Ink.of(quarters[1]));
    art.fill(Shape.polygon(0, 50, -30, -8, 0, -8), Ink.of(quarters[2]));
    art.fill(Shape.polygon(0, 50, 30, -8, 0, -8), Ink.of(quarters[3]));
    art.stroke(Shape.line(0, -44, 0, 50).move(-30, -8).to(30, -8), 1.2, Ink.of(0xFF5A4630));
    Shape tail = Shape.curve("0,50 10,66 -4,82 10,98 -2,116");
    art.stroke(tail, 1.3, Ink.of(0xFF6A5A4A));
    for (int i = 0; i < 4; i++) {
      double y = 60 + i * 16;
      double x = i % 2 == 0 ? 8 : -2;
      art.fill(
          Shape.polygon(x - 8, y - 4, x, y, x - 8, y + 4)
              .addPolygon(x + 8, y - 4, x, y, x + 8, y + 4),
          Ink.of(quarters[i % 4]));
    }
  }

  public static Scene crowd(Dice dice) {
    int count = dice.pick(2, 3, 4, 5, 30);
    boolean many = count == 30;
    Air air = Air.of(dice.pick(Hour.DAY, Hour.SUNSET), Weather.CLEAR, dice);
    Caption caption =
        Caption.of(
                "people",
                many ? "a crowd of people in a park" : Words.number(count) + " people in a park")
            .or(
                many
                    ? "many people standing close together"
                    : "a group of " + Words.number(count) + " people")
            .or(
                many
                    ? "a large crowd " + air.phrase()
                    : Words.number(count) + " people standing side by side on the grass")
            .or("people outdoors")
            .or(many ? "a crowd" : Words.number(count) + " people");
    return new Scene(caption, art -> paintCrowd(art, air, count));
  }

  private static void paintCrowd(Art art, Air air, int count) {
    Dice dice = art.dice();
    Place.MEADOW.paint(art, air);
    boolean many = count == 30;
    for (int i = 0; i < (many ? 48 : count); i++) {
      double t = many ? Math.floorDiv(i, 12) / 3.0 : 1;
      double s = many ? 0.75 + 0.55 * t : 1.85;
      double x =
          many
              ? art.width() * ((i % 12) + 0.5 + 0.5 * (Math.floorDiv(i, 12) % 2)) / 12
                  + dice.near(0, 9)
              : art.width() * (i + 0.5) / count;
      double y = art.height() * (many ? 0.66 + 0.32 * t : 0.92);
      Figure figure = Figure.cast(dice);
      double high = dice.between(0.9, 1.06);
      Shade.under(art, air, x, y, 34 * s);
      air.over(
          art, many ? 0.16 * (1 - t) : 0, () -> figure.stand(art, Spot.at(x, y, s * high), false));
    }
    art.finish(0.4, 0.35);
  }

  public static Scene bench(Dice dice) {
    int count = dice.whole(1, 2);
    String season = dice.pick("spring", "autumn", "winter");
    Air air = Air.of(Hour.DAY, season.equals("winter") ? Weather.SNOW : Weather.CLEAR, dice);
    String who = count == 1 ? "a person" : "two people";
    Figure[] figures = {Figure.cast(dice), Figure.cast(dice)};
    Caption caption =
        Caption.of("bench", who + " on a park bench in " + season)
            .or(who + " sitting on a bench under a tree")
            .or(who + " on a bench")
            .or("a park in " + season + " with a bench")
            .or("someone sitting outside");
    return new Scene(caption, art -> paintBench(art, air, figures, count, season));
  }

  private static void paintBench(Art art, Air air, Figure[] figures, int count, String season) {
    double h = art.height();
    double line = h * 0.52;
    boolean winter = season.equals("winter");
    Sky.paint(art, air, line);
    int leaves = season.equals("autumn") ? 0xFFCE7A2C : 0xFF7AA848;
    if (winter) {
      Trees.wood(art, air, line + 4, 0.6);
      Land.snow(art, air, line - 20, Shape.box(0, line, art.width(), h));
    } else {
      Trees.row(art, air, line + 4, leaves);
      Land.grass(art, air, line, season.equals("autumn") ? 0xFF9A9448 : 0xFF78A648);
    }
    double[] tree = {art.width() * 0.2, h * 0.8, 270, 0};
    if (winter) {
      Trees.bare(art, air, tree, 0.7);
    } else {
      Trees.broadleaf(art, air, tree, leaves);
    }
    double x = art.width() * 0.58;
    double y = h * 0.88;
    Shade.under(art, air, x, y, 190);
    air.over(
        art,
        0,
        () ->
            art.at(
                Spot.at(x, y, 1.55),
                () -> {
                  benchBack(art);
                  for (int i = 0; i < count; i++) {
                    figures[i].sit(
                        art, Spot.at(count == 1 ? -6 : -30 + 46 * i, 0).mirrored(i == 1));
                  }
                  benchFront(art);
                }));
    Weathering.over(art, air, line);
    art.finish(0.45, 0.35);
  }

  private static void benchBack(Art art) {
    for (double y : new double[] {-62, -52, -42}) {
      art.fill(Shape.round(1.5, -66, y, 132, 7), Ink.down(y, y + 7, 0xFFB8864E, 0xFF7A5228));
    }
    art.fill(Shape.round(1.5, -68, -33, 136, 6), Ink.down(-33, -27, 0xFFC8965A, 0xFF7A5228));
  }

  private static void benchFront(Art art) {
    Shape iron = Shape.path();
    for (double x : new double[] {-56, 56}) {
      iron.move(x, -64).to(x, 0).move(x, -28).to(x + (x < 0 ? 12 : -12), 0);
    }
    art.stroke(iron, 3.4, Ink.of(0xFF26282C));
  }

  public static Scene skier(Dice dice) {
    String colour = dice.pick("red", "blue", "yellow", "green");
    Air air = Air.of(dice.pick(Hour.DAY, Hour.DAY, Hour.DAWN), Weather.CLEAR, dice);
    Caption caption =
        Caption.of("skier", "a skier in a " + colour + " jacket on a snowy slope")
            .or("a skier going down a mountain " + air.phrase())
            .or("a person skiing in the snow")
            .or("a skier in " + colour + " with snow flying behind")
            .or("skiing");
    int k =
        switch (colour) {
          case "red" -> 0xFFD2332E;
          case "blue" -> 0xFF2F6AB8;
          case "yellow" -> 0xFFF2C230;
          default -> 0xFF3A9A5A;
        };
    return new Scene(caption, art -> paintSkier(art, air, k));
  }

  private static void paintSkier(Art art, Air air, int k) {
    Dice dice = art.dice();
    double w = art.width();
    double h = art.height();
    Sky.paint(art, air, h * 0.5);
    Land.mountains(art, air, h * 0.55, h * 0.42, 0.9);
    Shape slope =
        Shape.path()
            .move(-5, h * 0.42)
            .bend(w * 0.5, h * 0.56, w + 5, h * 0.88)
            .to(w + 5, h + 5, -5, h + 5)
            .close();
    Land.snow(art, air, h * 0.3, slope);
    for (int i = 0; i < 6; i++) {
      double x = w * dice.between(0.6, 1);
      Trees.conifer(
          art, air, new double[] {x, h * (0.5 + 0.34 * x / w), dice.between(46, 90), 0.2}, 0.8);
    }
    double x = w * 0.46;
    double y = h * 0.7;
    for (int i = 0; i < 60; i++) {
      double t = dice.between(0, 1);
      art.fill(
          Shape.circle(
              x - 20 - t * 150, y - 10 - t * 62 - dice.between(0, 46) * t, dice.between(2, 9)),
          Ink.of(Tone.alpha(air.lit(0xFFFFFFFF), 0.5 * (1 - t))).blur(6));
    }
    art.fill(Shape.oval(x - air.side() * 30, y + 20, 62, 8), Ink.of(0x50304868).blur(9));
    air.over(art, 0, () -> art.at(Spot.at(x, y, 1.5).turned(24), () -> skier(art, k)));
    art.finish(0.4, 0.35);
  }

  private static void skier(Art art, int k) {
    art.stroke(
        Shape.svg("M-52,6 L50,6 Q60,5 64,-2 M-48,1 L54,1 Q62,0 66,-6"), 3, Ink.of(0xFF2A2C34));
    Figure.limb(art, 0xFF2A3040, 10, "-6,-38 16,-26 2,0");
    Figure.limb(art, 0xFF343C50, 10, "-4,-38 20,-28 8,0");
    art.fill(
        Shape.blob("-14,-36 -8,-56 6,-68 18,-66 20,-54 10,-36 -2,-30"),
        Ink.across(-14, 20, Tone.dark(k, 0.35), k, Tone.light(k, 0.2)));
    Figure.limb(art, Tone.dark(k, 0.1), 7, "12,-60 24,-46 34,-44");
    art.stroke(Shape.line(34, -46, -8, 4), 1.8, Ink.of(0xFFC8CCD2));
    art.fill(Shape.circle(34, -45, 4), Ink.of(0xFF26282C));
    art.fill(Shape.circle(22, -74, 9.4), Ink.of(0xFFF0C8A4));
    art.fill(Shape.svg("M12,-76 Q12,-86 22,-86 Q32,-86 32,-76 Z"), Ink.of(Tone.dark(k, 0.15)));
    art.fill(Shape.round(2, 20, -78, 13, 6), Ink.of(0xFF1E2A3A));
  }
}
