package dev.semblance.gallery.paper;

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

/// A town map, a metro map, a treasure map.
public final class Maps {
  private Maps() {}

  public static Scene town(Dice dice) {
    boolean river = dice.chance(0.7);
    boolean park = dice.chance(0.7);
    Caption caption =
        Caption.of(
                "map",
                "a street map of a town" + (river ? " with a river" : park ? " with a park" : ""))
            .or(
                "a map with streets, blocks"
                    + (park ? ", a green park" : "")
                    + (river ? " and a blue river" : ""))
            .or("a city map")
            .or("a plan of streets seen from above")
            .or("a map");
    return new Scene(caption, art -> paintTown(art, river, park));
  }

  private static void paintTown(Art art, boolean river, boolean park) {
    Dice dice = art.dice();
    double w = art.width();
    double h = art.height();
    art.wash(Texture.mottle(0xFFF0EBDF, 0xFFF6F3EA).scale(2, 2).relief(0.2).ink(dice));
    double turn = dice.near(0, 14);
    art.at(
        Spot.at(w / 2, h / 2).turned(turn),
        () -> {
          blocks(art, dice, w, h);
          if (park) {
            double px = dice.near(0, w * 0.25);
            double py = dice.near(0, h * 0.2);
            art.fill(Shape.round(14, px - 62, py - 44, 124, 88), Ink.of(0xFFB9D8A0));
            for (int i = 0; i < 24; i++) {
              art.fill(
                  Shape.circle(px + dice.near(0, 54), py + dice.near(0, 36), dice.between(3, 6)),
                  Ink.of(0xFF8FBE7A));
            }
            art.fill(Shape.oval(px + 18, py + 10, 20, 12), Ink.of(0xFF9CCBE6));
          }
          main(art, dice, w, h);
        });
    if (river) {
      double a = dice.between(0.2, 0.8);
      Shape bed =
          Shape.curve(
              -20,
              h * a,
              w * 0.25,
              h * (a + dice.near(0, 0.2)),
              w * 0.55,
              h * (a + dice.near(0, 0.25)),
              w + 20,
              h * dice.between(0.2, 0.8));
      art.stroke(bed, 30, Ink.of(0xFF78B0D8));
      art.stroke(bed, 25, Ink.of(0xFF9CCBE6));
    }
    pins(art, dice, w, h);
    art.finish(0.2, 0.15);
  }

  private static void blocks(Art art, Dice dice, double w, double h) {
    for (double x = -w * 0.75; x < w * 0.75; x += 38) {
      for (double y = -h * 0.8; y < h * 0.8; y += 30) {
        if (dice.chance(0.12)) {
          continue;
        }
        int k = Tone.vary(dice.pick(0xFFE2D8C6, 0xFFDDD3C2, 0xFFE8DFCF), dice, 0.015);
        double inset = dice.between(0, 5);
        art.fill(Shape.round(2, x + 3, y + 3, 32 - inset, 24 - inset), Ink.of(k));
        if (dice.chance(0.3)) {
          art.fill(Shape.round(1, x + 6, y + 6, 11, 8), Ink.of(Tone.dark(k, 0.12)));
        }
      }
    }
  }

  private static void main(Art art, Dice dice, double w, double h) {
    for (int i = -1; i <= 1; i++) {
      double y = i * 90 + 1.5;
      Shape road = Shape.line(-w, y, w, y);
      art.stroke(road, 9, Ink.of(0xFFD8A84A));
      art.stroke(road, 7, Ink.of(0xFFFBE08A));
    }
    for (int i = -1; i <= 1; i++) {
      double x = i * 152 + 1.5;
      art.stroke(Shape.line(x, -h, x, h), 7, Ink.of(0xFFC8C0B0));
      art.stroke(Shape.line(x, -h, x, h), 5.4, Ink.of(0xFFFFFFFF));
    }
    for (int i = 0; i < 5; i++) {
      art.text(
          dice.pick(
              "High Street",
              "Station Road",
              "Mill Lane",
              "Park Road",
              "King Street",
              "Bridge Street"),
          dice.near(0, w * 0.3),
          dice.pick(-1, 0, 1) * 90 + 4,
          Lettering.of(Fonts.SANS, 7.5).centred(),
          Ink.of(0xFF5A5448));
    }
  }

  private static void pins(Art art, Dice dice, double w, double h) {
    for (int i = 0; i < dice.whole(1, 3); i++) {
      double x = dice.between(0.2, 0.8) * w;
      double y = dice.between(0.3, 0.8) * h;
      art.fill(Shape.oval(x + 4, y + 1, 9, 3), Ink.of(0x60000000).blur(3));
      art.at(
          Spot.at(x, y),
          () -> {
            art.fill(
                Shape.svg("M0,0 C-4,-12 -13,-16 -13,-27 A13,13 0 1 1 13,-27 C13,-16 4,-12 0,0 Z"),
                Ink.glow(-4, -32, 26, 0xFFFF6A5A, 0xFFC8281E));
            art.fill(Shape.circle(0, -27, 5), Ink.of(0xFFFFFFFF));
          });
    }
  }

  public static Scene metro(Dice dice) {
    int lines = dice.whole(3, 5);
    Caption caption =
        Caption.of("metro map", "a metro map with " + Words.number(lines) + " coloured lines")
            .or("a map of an underground railway")
            .or("coloured lines with stations as white circles")
            .or("a subway plan")
            .or("a transport map");
    return new Scene(caption, art -> paintMetro(art, lines));
  }

  private static void paintMetro(Art art, int lines) {
    Dice dice = art.dice();
    double w = art.width();
    double h = art.height();
    art.wash(Ink.of(0xFFFBFAF6));
    art.stroke(
        Shape.line(-10, h * 0.82, w * 0.3, h * 0.82, w * 0.42, h * 0.7, w + 10, h * 0.7),
        20,
        Ink.of(0xFFCFE6F2));
    int[] tints = {0xFFD8322E, 0xFF2A66B8, 0xFF3A9A4E, 0xFFF0A020, 0xFF7E4AA0};
    for (int i = 0; i < lines; i++) {
      double[] p = route(dice, i, w, h);
      art.stroke(Shape.line(p), 8, Ink.of(tints[i]));
      stations(art, p, dice);
    }
    art.text("Metro", 22, 36, Lettering.of(Fonts.SANS_BOLD, 22), Ink.of(0xFF24262C));
    art.finish(0.15, 0.12);
  }

  /// A line of horizontal, vertical and diagonal pieces through the middle.
  private static double[] route(Dice dice, int i, double w, double h) {
    double m = h * dice.between(0.35, 0.6);
    double k = w * dice.between(0.3, 0.5);
    double d = h * dice.between(0.12, 0.24);
    return switch (i) {
      case 0 -> new double[] {24, m, k, m, k + d, m + d, w - 24, m + d};
      case 1 -> new double[] {k, 56, k, m - d / 2, k + d, m + d / 2, k + d, h - 24};
      case 2 ->
          new double[] {30, h - 40, k, h - 40, k + d * 2, h - 40 - d * 2, w - 30, h - 40 - d * 2};
      case 3 -> new double[] {w - 30, 52, k + d * 2, 52, k, 52 + d * 2, 60, 52 + d * 2, 60, h - 90};
      default ->
          new double[] {w * 0.75, 40, w * 0.75, m + 10, w * 0.75 - d, m + 10 + d, 50, m + 10 + d};
    };
  }

  private static void stations(Art art, double[] p, Dice dice) {
    for (int i = 0; i + 3 < p.length; i += 2) {
      double length = Math.hypot(p[i + 2] - p[i], p[i + 3] - p[i + 1]);
      int n = (int) Math.max(1, length / 52);
      for (int j = 0; j <= n; j++) {
        double t = (double) j / n;
        double x = p[i] + t * (p[i + 2] - p[i]);
        double y = p[i + 1] + t * (p[i + 3] - p[i + 1]);
        art.fill(Shape.circle(x, y, 5.4), Ink.of(0xFF24262C));
        art.fill(Shape.circle(x, y, 3.6), Ink.of(0xFFFFFFFF));
        if (j > 0 && j < n) {
          art.text(
              dice.pick(
                  "Harbour", "Museum", "Mill", "Castle", "Park", "Opera", "North", "Garden",
                  "Hill"),
              x + 7,
              y - 7,
              Lettering.of(Fonts.SANS, 8.5),
              Ink.of(0xFF4A4E56));
        }
      }
    }
  }

  public static Scene island(Dice dice) {
    Caption caption =
        Caption.of("treasure map", "an old treasure map of an island")
            .or("a map on old paper with a red cross and a dotted line")
            .or("an island drawn on yellowed paper with palms and a compass")
            .or("a pirate map")
            .or("an old map");
    return new Scene(caption, Maps::paintIsland);
  }

  private static void paintIsland(Art art) {
    Dice dice = art.dice();
    double w = art.width();
    double h = art.height();
    art.wash(
        Texture.mottle(0xFFD8B880, 0xFFEBD6A8).scale(1.5, 1.5).contrast(3).relief(0.5).ink(dice));
    art.wash(Ink.glowOval(new double[] {w / 2, h / 2}, w * 0.66, h / w, 0, 0x00604018, 0xB05A3A14));
    double[] p = new double[28];
    for (int i = 0; i < 14; i++) {
      double a = i * Math.PI / 7;
      p[2 * i] = w / 2 + Math.cos(a) * w * dice.between(0.26, 0.37);
      p[2 * i + 1] = h / 2 + Math.sin(a) * h * dice.between(0.24, 0.36);
    }
    Shape island = Shape.blob(p);
    for (int i = 3; i > 0; i--) {
      art.stroke(island, i * 11, Ink.of(Tone.alpha(0xFF4A7A84, 0.13)));
    }
    art.fill(island, Ink.of(0xFFE4CB8C));
    art.stroke(island, 2.2, Ink.of(0xFF5A3A1A));
    double[] way = {
      w * 0.3, h * 0.62, w * 0.4, h * 0.48, w * 0.5, h * 0.56, w * 0.6, h * 0.4, w * 0.66, h * 0.46
    };
    art.stroke(Shape.curve(way), 2.6, Ink.of(0xFF7A2A1E).dashed(8, 7));
    double cx = w * 0.66;
    double cy = h * 0.46;
    art.stroke(
        Shape.line(cx - 10, cy - 10, cx + 10, cy + 10).move(cx + 10, cy - 10).to(cx - 10, cy + 10),
        5,
        Ink.of(0xFFB8241C));
    peaks(art, w * 0.42, h * 0.36);
    compass(art, w * 0.13, h * 0.2);
    art.finish(0.6, 0.5);
  }

  private static void peaks(Art art, double x, double y) {
    for (int i = 0; i < 4; i++) {
      double px = x + i * 22;
      art.fill(
          Shape.polygon(px - 15, y + 16, px, y - 12 - (i % 2) * 8, px + 15, y + 16),
          Ink.of(0xFFC8A468));
      art.stroke(
          Shape.line(px - 15, y + 16, px, y - 12 - (i % 2) * 8, px + 15, y + 16),
          1.8,
          Ink.of(0xFF5A3A1A));
    }
  }

  private static void compass(Art art, double x, double y) {
    art.stroke(Shape.circle(x, y, 26), 1.5, Ink.of(0xFF5A3A1A));
    for (int i = 0; i < 4; i++) {
      int turn = 90 * i;
      art.at(
          Spot.at(x, y).turned(turn),
          () -> {
            art.fill(Shape.polygon(0, -34, 6, -6, 0, 0), Ink.of(0xFF5A3A1A));
            art.fill(
                Shape.polygon(0, -34, -6, -6, 0, 0), Ink.of(turn == 0 ? 0xFFB8241C : 0xFFE8D4A0));
          });
    }
    art.text("N", x, y - 38, Lettering.of(Fonts.SERIF_BOLD, 15).centred(), Ink.of(0xFF5A3A1A));
  }
}
