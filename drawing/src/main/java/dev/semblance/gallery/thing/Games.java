package dev.semblance.gallery.thing;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;

/// A chessboard, party balloons, a wrapped gift, dice.
public final class Games {
  private Games() {}

  public static Scene chess(Dice dice) {
    boolean pieces = dice.chance(0.7);
    String colour = dice.pick("black and white", "brown and cream", "green and white");
    Caption caption =
        Caption.of(
                "chessboard",
                "a " + colour + " chessboard" + (pieces ? " with pieces" : " without pieces"))
            .or("a chessboard seen from above")
            .or(pieces ? "a game of chess" : "an empty board with sixty-four squares")
            .or("a board with " + colour + " squares")
            .or("a chessboard");
    int[] tints =
        switch (colour) {
          case "brown and cream" -> new int[] {0xFF7A4A28, 0xFFEAD8B4};
          case "green and white" -> new int[] {0xFF4A7A52, 0xFFF0EEE4};
          default -> new int[] {0xFF2A2A2E, 0xFFF2F0EA};
        };
    return new Scene(caption, art -> paintChess(art, tints, pieces));
  }

  private static void paintChess(Art art, int[] tints, boolean pieces) {
    Dice dice = art.dice();
    int wood = dice.pick(0xFF6A4A30, 0xFF4A5A62, 0xFF8A6A4A);
    art.wash(
        Texture.mottle(Tone.dark(wood, 0.25), Tone.light(wood, 0.1))
            .scale(0.6, 6)
            .contrast(3)
            .relief(0.6)
            .ink(dice));
    double s = Math.min(art.width(), art.height()) * 0.11;
    double turn = dice.near(0, 9);
    art.at(
        Spot.at(art.width() / 2, art.height() / 2).turned(turn),
        () -> {
          double b = s * 4;
          art.fill(
              Shape.round(6, -b - 12, -b - 6, 2 * b + 30, 2 * b + 30), Ink.of(0x80000000).blur(16));
          art.fill(
              Shape.round(5, -b - 13, -b - 13, 2 * b + 26, 2 * b + 26),
              Ink.along(new double[] {-b, -b, b, b}, 0xFF8A5A34, 0xFF3E2412));
          for (int i = 0; i < 64; i++) {
            int row = i / 8;
            int col = i % 8;
            int k = Tone.vary(tints[(row + col) % 2 == 0 ? 1 : 0], dice, 0.02);
            art.fill(Shape.box(-b + col * s, -b + row * s, s + 0.3, s + 0.3), Ink.of(k));
          }
          art.fill(
              Shape.box(-b, -b, 2 * b, 2 * b),
              Texture.mottle(0x1A000000, 0x12FFFFFF).scale(2, 9).contrast(3).ink(dice));
          if (pieces) {
            pieces(art, s);
          }
        });
    art.wash(
        Ink.glow(art.width() * 0.25, art.height() * 0.15, 480, 0x30FFF4DC, 0x00000000, 0x60080808));
    art.finish(0.4, 0.3);
  }

  private static void pieces(Art art, double s) {
    for (int i = 0; i < 64; i++) {
      int row = i / 8;
      boolean home = row < 2 || row > 5;
      boolean moved = (row == 2 || row == 3 || row == 4) && art.dice().chance(0.14);
      if ((home && art.dice().chance(0.82)) || moved) {
        boolean dark = moved ? art.dice().chance(0.5) : row < 2;
        Spot square = Spot.at((i % 8 - 3.5) * s, (row - 3.5) * s, s);
        piece(art, square, dark, row == 1 || row == 6 || moved);
      }
    }
  }

  private static void piece(Art art, Spot square, boolean dark, boolean pawn) {
    double x = square.x();
    double y = square.y();
    double s = square.scale();
    int k = dark ? 0xFF3A3234 : 0xFFEFE4CE;
    double r = s * (pawn ? 0.27 : 0.34);
    art.fill(Shape.circle(x + s * 0.1, y + s * 0.13, r), Ink.of(0x90000000).blur(s * 0.18));
    art.fill(
        Shape.circle(x, y, r),
        Ink.glow(x - r * 0.4, y - r * 0.4, r * 1.6, Tone.light(k, 0.35), k, Tone.dark(k, 0.5)));
    art.stroke(Shape.circle(x, y, r * 0.68), s * 0.035, Ink.of(Tone.alpha(Tone.dark(k, 0.5), 0.7)));
    art.fill(
        Shape.circle(x - r * 0.05, y - r * 0.05, r * 0.42),
        Ink.glow(x - r * 0.3, y - r * 0.3, r * 0.8, Tone.light(k, 0.5), k, Tone.dark(k, 0.4)));
    if (!pawn) {
      art.stroke(
          Shape.line(x - r * 0.2, y, x + r * 0.2, y).move(x, y - r * 0.2).to(x, y + r * 0.2),
          s * 0.05,
          Ink.of(Tone.dark(k, 0.55)));
    }
  }

  public static Scene balloons(Dice dice) {
    int count = dice.whole(1, 6);
    String colour = dice.pick("red", "blue", "yellow", "green", "pink", "colourful");
    String what =
        count == 1
            ? Words.a((colour.equals("colourful") ? "red" : colour) + " balloon")
            : Words.number(count) + " " + colour + " balloons";
    Caption caption =
        Caption.of("balloons", what + " in the air")
            .or(what)
            .or(what + " on strings")
            .or("party balloons against a bright sky")
            .or(count == 1 ? "a balloon" : "balloons");
    return new Scene(caption, art -> paintBalloons(art, count, colour));
  }

  private static void paintBalloons(Art art, int count, String colour) {
    Dice dice = art.dice();
    art.wash(Ink.down(0, art.height(), 0xFF8CC4EC, 0xFFD4EBF6, 0xFFF6F4E8));
    for (int i = 0; i < 14; i++) {
      art.fill(
          Shape.circle(
              dice.between(0, art.width()), dice.between(0, art.height()), dice.between(14, 44)),
          Ink.of(0x28FFFFFF).blur(4));
    }
    String[] many = {"red", "blue", "yellow", "green", "purple", "orange"};
    double x = art.width() / 2;
    double knot = art.height() * 1.02;
    for (int i = 0; i < count; i++) {
      double bx = x + (i - (count - 1) / 2.0) * (count > 4 ? 62 : 78);
      double by = art.height() * (count == 1 ? 0.36 : i % 2 == 0 ? 0.32 : 0.46);
      int k = Swatch.of(colour.equals("colourful") ? many[count == 1 ? 0 : i] : colour);
      art.stroke(
          Shape.path().move(bx, by + 54).bend(bx + dice.near(0, 20), by + 110, x, knot),
          1,
          Ink.of(0xA0505058));
      art.at(Spot.at(bx, by, count == 1 ? 1.6 : 1).turned(dice.near(0, 6)), () -> balloon(art, k));
    }
    art.finish(0.35, 0.3);
  }

  private static void balloon(Art art, int k) {
    art.fill(Shape.polygon(0, 46, -6, 56, 6, 56), Ink.of(Tone.dark(k, 0.25)));
    Shape body = Shape.blob("0,-52 24,-46 40,-18 34,14 14,40 0,48 -14,40 -34,14 -40,-18 -24,-46");
    art.fill(body, Ink.glow(-14, -24, 78, Tone.light(k, 0.45), k, Tone.dark(k, 0.4)).alpha(0.94));
    art.fill(Shape.oval(-16, -26, 7, 12), Ink.of(0xB0FFFFFF).blur(4));
    art.fill(Shape.oval(22, 14, 5, 12), Ink.of(0x40FFFFFF).blur(5));
  }

  public static Scene gift(Dice dice) {
    String paper = dice.pick("red", "blue", "green", "white", "purple");
    String ribbon = paper.equals("white") ? "red" : dice.pick("white", "yellow");
    Caption caption =
        Caption.of("gift", Words.a(paper + " gift box") + " with a " + ribbon + " ribbon")
            .or("a wrapped present with a bow")
            .or(Words.a(paper + " box") + " tied with a " + ribbon + " ribbon")
            .or("a birthday present")
            .or("a gift");
    return new Scene(caption, art -> paintGift(art, Swatch.of(paper), Swatch.of(ribbon)));
  }

  private static void paintGift(Art art, int paper, int ribbon) {
    Backdrop.studio(art, Backdrop.hue(art.dice()));
    double x = art.width() / 2;
    double y = art.height() * 0.84;
    Backdrop.shadow(art, x, y, 110);
    art.at(
        Spot.at(x, y, 1.2),
        () -> {
          Shape box = Shape.box(-78, -104, 156, 104);
          art.fill(box, Ink.across(-78, 78, Tone.light(paper, 0.2), paper, Tone.dark(paper, 0.4)));
          art.inside(box, () -> dots(art, paper, -104, 0));
          art.fill(
              Shape.box(-14, -104, 28, 104),
              Ink.across(-14, 14, Tone.light(ribbon, 0.3), ribbon, Tone.dark(ribbon, 0.25)));
          art.fill(Shape.box(-78, -104, 156, 12), Ink.down(-104, -92, 0x60000000, 0x00000000));
          art.fill(
              Shape.round(3, -86, -130, 172, 30),
              Ink.across(
                  -86,
                  86,
                  Tone.light(paper, 0.35),
                  Tone.light(paper, 0.08),
                  Tone.dark(paper, 0.25)));
          art.fill(
              Shape.box(-14, -130, 28, 30),
              Ink.across(-14, 14, Tone.light(ribbon, 0.4), ribbon, Tone.dark(ribbon, 0.2)));
          for (int side = -1; side <= 1; side += 2) {
            art.at(
                Spot.at(0, -130).mirrored(side < 0),
                () -> {
                  art.fill(
                      Shape.svg("M0,0 C20,-50 74,-58 78,-28 C78,-4 34,0 0,0 Z"),
                      Ink.along(
                          new double[] {0, 0, 70, -50},
                          Tone.dark(ribbon, 0.3),
                          ribbon,
                          Tone.light(ribbon, 0.3)));
                  art.fill(
                      Shape.svg("M10,-6 C26,-32 58,-38 60,-24 C58,-10 30,-6 10,-6 Z"),
                      Ink.of(Tone.dark(ribbon, 0.42)));
                });
          }
          art.fill(
              Shape.round(6, -12, -142, 24, 18),
              Ink.glow(-3, -136, 18, Tone.light(ribbon, 0.4), ribbon, Tone.dark(ribbon, 0.3)));
        });
    art.finish(0.4, 0.3);
  }

  private static void dots(Art art, int paper, double top, double low) {
    Shape dots = Shape.path();
    for (int i = 0; i < 60; i++) {
      double px = -72 + (i % 10) * 16 + (Math.floorDiv(i, 10) % 2) * 8;
      dots.addOval(px, top + 10 + Math.floorDiv(i, 10) * 17, 2.4, 2.4);
    }
    art.fill(dots, Ink.of(Tone.alpha(Tone.light(paper, 0.7), low == 0 ? 0.7 : 0.5)));
  }

  public static Scene dice(Dice dice) {
    int count = dice.whole(1, 3);
    int[] faces = {dice.whole(1, 6), dice.whole(1, 6), dice.whole(1, 6)};
    String colour = dice.pick("white", "red", "blue");
    String what =
        count == 1
            ? "a " + colour + " die that shows " + Words.number(faces[0])
            : Words.number(count) + " " + colour + " dice";
    Caption caption =
        Caption.of("dice", what)
            .or(what + " on a green cloth")
            .or(count == 1 ? "a die" : "dice on a table")
            .or("a game with " + (count == 1 ? "a die" : "dice"))
            .or(count == 1 ? "a cube with dots" : "cubes with dots");
    return new Scene(caption, art -> paintDice(art, count, faces, Swatch.of(colour)));
  }

  private static void paintDice(Art art, int count, int[] faces, int k) {
    Dice dice = art.dice();
    art.wash(Texture.mottle(0xFF1E5A3A, 0xFF2E7A50).scale(7, 7).contrast(3).relief(0.8).ink(dice));
    art.wash(
        Ink.glow(art.width() * 0.3, art.height() * 0.2, 460, 0x40FFFFE0, 0x00000000, 0x90001008));
    int pips = k == Swatch.of("white") ? 0xFF1C1C20 : 0xFFF6F4EE;
    for (int i = 0; i < count; i++) {
      double x = art.width() * (count == 1 ? 0.5 : (i + 0.5) / count) + dice.near(0, 8);
      double y = art.height() * 0.52 + dice.near(0, 26);
      int face = faces[i];
      art.at(
          Spot.at(x, y, count == 1 ? 1.5 : 1).turned(dice.near(0, 18)),
          () -> cube(art, k, pips, face));
    }
    art.finish(0.5, 0.35);
  }

  private static void cube(Art art, int k, int pips, int face) {
    art.fill(Shape.round(14, -46, -40, 104, 108), Ink.of(0x80000000).blur(18));
    art.fill(
        Shape.svg(
            "M-44,-48 L-24,-66 Q-18,-72 -10,-72 L56,-72 Q66,-70 66,-60 L66,6 Q66,14 60,20 L44,38 Z"),
        Ink.along(new double[] {-30, -70, 66, 20}, Tone.light(k, 0.25), Tone.dark(k, 0.35)));
    art.fill(
        Shape.round(14, -54, -54, 104, 104),
        Ink.along(new double[] {-50, -50, 50, 50}, Tone.light(k, 0.5), k, Tone.dark(k, 0.15)));
    double[][] at = {{-2, -2}, {-28, -28}, {24, 24}, {24, -28}, {-28, 24}, {-28, -2}, {24, -2}};
    int[][] sets = {{0}, {1, 2}, {0, 1, 2}, {1, 2, 3, 4}, {0, 1, 2, 3, 4}, {1, 2, 3, 4, 5, 6}};
    for (int i : sets[face - 1]) {
      art.fill(
          Shape.circle(at[i][0], at[i][1], 9.5),
          Ink.glow(at[i][0] + 2, at[i][1] + 3, 12, Tone.light(pips, 0.2), Tone.dark(pips, 0.25)));
    }
  }
}
