package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.brush.Water;

/// Where an animal or a person may be.
public enum Place {
  BEACH("on a beach", "with the sea behind it"),
  MEADOW("on the grass", "with trees far behind"),
  SNOW("in the snow", "with a snowy wood behind"),
  ROOM("on a rug in a living room", "with a sofa behind it");

  private final String phrase;
  private final String detail;

  Place(String phrase, String detail) {
    this.phrase = phrase;
    this.detail = detail;
  }

  /// As it stands in a sentence: `on a beach`.
  public String phrase() {
    return phrase;
  }

  /// A longer wording of what is behind.
  public String detail() {
    return detail;
  }

  /// Paints the place, ready for something to stand at nine tenths of the height.
  public void paint(Art art, Air air) {
    switch (this) {
      case BEACH -> beach(art, air);
      case MEADOW -> meadow(art, air);
      case SNOW -> snow(art, air);
      case ROOM -> room(art);
    }
  }

  /// What covers feet a little: grass, snow.
  public void front(Art art, Air air, double ground) {
    Dice dice = art.dice();
    if (this == MEADOW) {
      Land.blades(art, air, ground - 14, 0xFF5E8A3A);
    } else if (this == SNOW) {
      for (int i = 0; i < 14; i++) {
        Shape bank =
            Shape.oval(
                dice.between(0, art.width()),
                ground + dice.between(4, 16),
                dice.between(30, 70),
                5);
        art.fill(bank, Ink.of(Tone.alpha(air.lit(0xFFFAFCFF), 0.5)).blur(7));
      }
    }
  }

  private static void beach(Art art, Air air) {
    double w = art.width();
    double h = art.height();
    double line = h * art.dice().between(0.36, 0.42);
    double shore = h * 0.56;
    Sky.paint(art, air, line);
    new Water(line, air.lit(0xFF2F8A96), 1.5, 0.5, w * air.sunX(), air.sunny() ? air.sun() : 0)
        .paint(art);
    Shape sand = Shape.path().move(-5, h + 5).to(-5, shore + 8);
    double[] edge = new double[26];
    for (int i = 0; i < 13; i++) {
      edge[2 * i] = -5 + (w + 10) * i / 12;
      edge[2 * i + 1] = shore + 6 * Math.sin(i * 0.8 + 1) + art.dice().near(0, 4);
    }
    sand.to(edge[0], edge[1]).through(edge).to(w + 5, h + 5).close();
    surf(art, air, edge);
    Land.sand(art, air, shore - 40, sand);
    art.stroke(Shape.curve(edge), 16, Ink.of(Tone.alpha(air.lit(0xFF8A6E4A), 0.35)).blur(14));
    art.stroke(Shape.curve(edge), 3, Ink.of(Tone.alpha(air.lit(0xFFFFFFFF), 0.85)).blur(1.5));
  }

  private static void surf(Art art, Air air, double[] edge) {
    for (int wave = 0; wave < 3; wave++) {
      double[] line = edge.clone();
      for (int i = 1; i < line.length; i += 2) {
        line[i] += -9 - 13 * wave + art.dice().near(0, 3);
      }
      Ink foam = Ink.of(Tone.alpha(air.lit(0xFFFFFFFF), 0.75 - 0.18 * wave));
      art.stroke(Shape.curve(line), 3.2 - 0.8 * wave, foam.blur(1.5));
    }
  }

  private static void meadow(Art art, Air air) {
    double line = art.height() * art.dice().between(0.40, 0.5);
    Sky.paint(art, air, line);
    Land.hills(art, air, line + 4, 50, 0xFF5C7E4E);
    Trees.row(art, air, line + 6, 0xFF4B7238);
    Land.grass(art, air, line, 0xFF6C9A42);
  }

  private static void snow(Art art, Air air) {
    double line = art.height() * 0.5;
    Sky.paint(art, air, line);
    Trees.wood(art, air, line + 4, 0.55);
    Shape ground = Shape.box(0, line, art.width(), art.height());
    Land.snow(art, air, line - 30, ground);
  }

  private static void room(Art art) {
    double w = art.width();
    double h = art.height();
    int wall = art.dice().pick(0xFFD9CFC0, 0xFFC9D3D2, 0xFFE0D2C4, 0xFFBFC8BC);
    art.wash(Texture.mottle(Tone.dark(wall, 0.05), wall).scale(3, 3).relief(0.3).ink(art.dice()));
    art.wash(Ink.glow(w * 0.2, h * 0.1, 460, 0x40FFF4DC, 0x00FFF4DC, 0x50201810));
    double floor = h * 0.68;
    art.fill(
        Shape.box(0, floor, w, h),
        Texture.ground(floor - 60, 0xFF8A5E38, 0xFFB88656, 0xFF9A6E46)
            .scale(0.4, 3)
            .set("middle", w / 2)
            .relief(0.4)
            .ink(art.dice()));
    art.fill(Shape.box(0, floor - 7, w, 8), Ink.down(floor - 7, floor, 0xFFF4EFE6, 0xFFB8AFA2));
    Furniture.sofa(
        art,
        w * 0.5,
        floor + 16,
        250,
        art.dice().pick(0xFF5A7482, 0xFF7C8A5E, 0xFF94604E, 0xFF6E6A80));
    double y = h * 0.9;
    art.fill(Shape.oval(w / 2, y, w * 0.42, h * 0.1), Ink.of(0x55000000).blur(8));
    int rug = art.dice().pick(0xFFA8483E, 0xFF46627E, 0xFFCFC3AE);
    art.fill(
        Shape.oval(w / 2, y - 2, w * 0.42, h * 0.1),
        Texture.mottle(Tone.dark(rug, 0.15), Tone.light(rug, 0.1)).scale(5, 9).ink(art.dice()));
    art.stroke(
        Shape.oval(w / 2, y - 2, w * 0.38, h * 0.086),
        2,
        Ink.of(Tone.alpha(Tone.light(rug, 0.5), 0.7)));
  }
}
