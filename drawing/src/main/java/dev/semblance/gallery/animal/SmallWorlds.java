package dev.semblance.gallery.animal;

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

/// Fish in an aquarium, a butterfly on a flower.
public final class SmallWorlds {
  private SmallWorlds() {}

  public static Scene aquarium(Dice dice) {
    int count = dice.whole(1, 6);
    String colour = dice.pick("orange", "blue", "yellow", "striped");
    String what = Words.count(count, colour + " fish").replace("fishes", "fish");
    Caption caption =
        Caption.of("fish", what + " in an aquarium")
            .or(what + " under water")
            .or(what + " between water plants and bubbles")
            .or("fish in blue water")
            .or(what);
    return new Scene(caption, art -> paintAquarium(art, count, colour));
  }

  private static void paintAquarium(Art art, int count, String colour) {
    Dice dice = art.dice();
    double w = art.width();
    double h = art.height();
    art.wash(Ink.down(0, h, 0xFF6CC8E0, 0xFF2480B0, 0xFF0E4674));
    rays(art);
    floor(art);
    for (int i = 0; i < 9; i++) {
      weed(art, w * (i + 0.5) / 9 + dice.near(0, 16), dice.between(60, 170));
    }
    for (int i = 0; i < count; i++) {
      double s = count == 1 ? 1.7 : count < 4 ? 1.15 : 0.85;
      double x = w * (count == 1 ? 0.5 : (i % 3 + 0.5) / Math.min(3, count)) + dice.near(0, 14);
      double y =
          h
              * (count <= 3
                  ? dice.between(0.32, 0.6)
                  : i < 3 ? dice.between(0.2, 0.34) : dice.between(0.54, 0.68));
      art.at(
          Spot.at(x, y, s).mirrored(dice.chance(0.5)).turned(dice.near(0, 9)),
          () -> fish(art, colour));
    }
    bubbles(art);
    art.finish(0.55, 0.3);
  }

  private static void rays(Art art) {
    Dice dice = art.dice();
    for (int i = 0; i < 8; i++) {
      double x = dice.between(0, art.width());
      double wide = dice.between(10, 34);
      Shape ray =
          Shape.polygon(
              x, -5, x + wide, -5, x + wide * 2.4 + 60, art.height(), x + 40, art.height());
      art.fill(ray, Ink.down(0, art.height() * 0.9, 0x40E8FCFF, 0x00E8FCFF).blur(8).screen());
    }
  }

  private static void floor(Art art) {
    double y = art.height() * 0.86;
    Shape sand =
        Shape.path()
            .move(-5, art.height() + 5)
            .to(-5, y)
            .bend(art.width() * 0.3, y - 18, art.width() * 0.55, y + 2);
    sand.bend(art.width() * 0.8, y + 16, art.width() + 5, y - 8)
        .to(art.width() + 5, art.height() + 5)
        .close();
    art.fill(
        sand,
        Texture.mottle(0xFF9A8A62, 0xFFDCC894).scale(9, 9).contrast(4).relief(1.5).ink(art.dice()));
    art.fill(sand, Ink.down(y, art.height(), 0x300E4674, 0x800A2A50));
    for (int i = 0; i < 8; i++) {
      double x = art.dice().between(0, art.width());
      double r = art.dice().between(8, 26);
      double sy = y + art.dice().between(4, 30);
      art.fill(
          Shape.oval(x, sy, r, r * 0.6),
          Ink.glow(x - r * 0.3, sy - r * 0.4, r * 1.5, 0xFF8A9AA4, 0xFF2C4050));
    }
  }

  private static void weed(Art art, double x, double high) {
    Dice dice = art.dice();
    double foot = art.height() * 0.92;
    int green = dice.pick(0xFF2F8A4A, 0xFF5AA03C, 0xFF1F6E5A, 0xFF8A3C5A);
    for (int k = 0; k < 4; k++) {
      double lean = dice.near(0, 26);
      double base = x + dice.near(0, 9);
      Shape blade =
          Shape.path()
              .move(base - 3, foot)
              .swing(
                  base - 12,
                  foot - high * 0.4,
                  base + lean + 10,
                  foot - high * 0.6,
                  base + lean,
                  foot - high);
      blade
          .swing(base + lean + 14, foot - high * 0.55, base - 4, foot - high * 0.35, base + 3, foot)
          .close();
      art.fill(blade, Ink.down(foot - high, foot, Tone.light(green, 0.3), Tone.dark(green, 0.4)));
    }
  }

  private static void fish(Art art, String colour) {
    int k =
        switch (colour) {
          case "blue" -> 0xFF2C62D0;
          case "yellow" -> 0xFFF6CE2A;
          case "striped" -> 0xFFF3EBD8;
          default -> 0xFFF2842A;
        };
    int fin = Tone.alpha(Tone.mix(k, 0xFFFFE08A, 0.3), 0.92);
    art.fill(
        Shape.svg("M-30,0 Q-52,-26 -66,-24 Q-58,0 -66,24 Q-52,26 -30,0 Z"),
        Ink.across(-66, -30, Tone.light(fin, 0.25), fin));
    art.fill(
        Shape.svg("M-14,-20 Q2,-46 26,-36 Q20,-26 22,-18 Z M-6,20 Q4,38 20,34 Q16,24 16,17 Z"),
        Ink.down(-46, 38, Tone.light(fin, 0.2), fin));
    Shape body = Shape.blob("-36,0 -18,-18 8,-25 34,-18 50,-2 36,14 8,23 -18,16");
    art.fill(body, Ink.down(-25, 23, Tone.dark(k, 0.12), k, Tone.light(k, 0.45)));
    art.inside(
        body,
        () -> {
          if (colour.equals("striped") || colour.equals("orange")) {
            int band = colour.equals("striped") ? 0xFF26262C : 0xFFFBF6EA;
            art.stroke(Shape.svg("M24,-30 Q14,0 24,30 M-4,-32 Q-14,0 -4,32"), 8, Ink.of(band));
          }
          art.wash(Texture.cells(0x1AFFFFFF, 0x26000000).scale(4.5, 4.5).ink(art.dice()));
          art.fill(Shape.oval(10, -14, 30, 5), Ink.of(0x66FFFFFF).blur(5));
        });
    art.fill(
        Shape.svg("M8,2 Q-6,8 -8,18 Q8,16 14,6 Z"), Ink.of(Tone.alpha(Tone.dark(fin, 0.1), 0.9)));
    art.fill(Shape.circle(35, -5, 5), Ink.of(0xFFF8F6EE));
    art.fill(Shape.circle(36, -5, 3), Ink.of(0xFF0E0E12));
    art.fill(Shape.circle(37, -6.2, 1), Ink.of(0xFFFFFFFF));
  }

  private static void bubbles(Art art) {
    Dice dice = art.dice();
    double x = dice.between(0.2, 0.8) * art.width();
    for (int i = 0; i < 34; i++) {
      double r = dice.between(1.5, 6);
      double cx = x + dice.near(0, i % 3 == 0 ? 160 : 16);
      double cy = dice.between(0, art.height() * 0.9);
      art.stroke(Shape.circle(cx, cy, r), 0.8, Ink.of(0x99E8FAFF));
      art.fill(Shape.circle(cx - r * 0.3, cy - r * 0.3, r * 0.3), Ink.of(0xCCFFFFFF));
    }
  }

  public static Scene butterfly(Dice dice) {
    String colour = dice.pick("orange", "blue", "yellow", "white", "red");
    String flower = dice.pick("purple", "pink", "yellow", "white");
    Caption caption =
        Caption.of("butterfly", Words.a(colour + " butterfly") + " on a " + flower + " flower")
            .or(Words.a(colour + " butterfly"))
            .or("a butterfly with open wings on a flower")
            .or("a close-up of " + Words.a(colour + " butterfly") + " in a garden")
            .or("an insect on a " + flower + " flower");
    return new Scene(caption, art -> paintButterfly(art, wing(colour), petal(flower)));
  }

  private static int wing(String colour) {
    return switch (colour) {
      case "blue" -> 0xFF3A7CD8;
      case "yellow" -> 0xFFF4CE3A;
      case "white" -> 0xFFF4F1EA;
      case "red" -> 0xFFC8382E;
      default -> 0xFFEE8426;
    };
  }

  private static int petal(String flower) {
    return switch (flower) {
      case "purple" -> 0xFF9A68C0;
      case "pink" -> 0xFFE88CB0;
      case "yellow" -> 0xFFF2CC3A;
      default -> 0xFFF6F2EA;
    };
  }

  private static void paintButterfly(Art art, int wing, int petal) {
    Dice dice = art.dice();
    int back = dice.pick(0xFF6E9A58, 0xFF88A85C, 0xFF5E8C74);
    art.wash(
        Ink.glow(
            art.width() * 0.7,
            art.height() * 0.15,
            500,
            Tone.light(back, 0.5),
            back,
            Tone.dark(back, 0.5)));
    for (int i = 0; i < 24; i++) {
      int k = dice.chance(0.3) ? Tone.mix(back, petal, 0.6) : Tone.vary(back, dice, 0.15);
      art.fill(
          Shape.circle(
              dice.between(0, art.width()), dice.between(0, art.height()), dice.between(16, 50)),
          Ink.of(Tone.alpha(Tone.light(k, 0.2), 0.25)).blur(7));
    }
    double x = art.width() * dice.between(0.44, 0.56);
    double y = art.height() * 0.62;
    art.stroke(
        Shape.path().move(x, y).bend(x + 14, y + 80, x - 10, art.height() + 10),
        9,
        Ink.across(x - 6, x + 8, 0xFF7CA850, 0xFF3A6428));
    flower(art, x, y, petal);
    art.at(Spot.at(x, y - 32, 1.35).turned(dice.near(0, 16)), () -> butterfly(art, wing));
    art.finish(0.5, 0.3);
  }

  private static void flower(Art art, double x, double y, int petal) {
    for (int ring = 0; ring < 2; ring++) {
      for (int i = 0; i < 16; i++) {
        double angle = i * 22.5 + ring * 11;
        Shape leaf = Shape.svg("M0,-6 Q46,-16 84,0 Q46,16 0,6 Z");
        int k = Tone.vary(petal, art.dice(), 0.04);
        art.at(
            Spot.at(x, y, 1 - ring * 0.22),
            () ->
                art.stretched(
                    1,
                    0.62,
                    () ->
                        art.at(
                            Spot.at(0, 0).turned(angle),
                            () ->
                                art.fill(
                                    leaf,
                                    Ink.across(
                                        0, 84, Tone.dark(k, 0.35), k, Tone.light(k, 0.3))))));
      }
    }
    art.fill(Shape.oval(x, y - 4, 24, 15), Ink.glow(x - 6, y - 10, 30, 0xFFF4D468, 0xFFB07A1E));
    art.fill(
        Shape.oval(x, y - 4, 24, 15),
        Texture.cells(0x40FFF0B0, 0x70603808).scale(5, 5).ink(art.dice()));
  }

  private static void butterfly(Art art, int wing) {
    for (int side = -1; side <= 1; side += 2) {
      art.at(
          Spot.at(0, 0).mirrored(side < 0),
          () -> {
            wing(art, "M4,4 C40,6 62,22 58,44 C50,64 22,54 4,12 Z", wing, 0.1);
            wing(art, "M3,0 C16,-40 60,-78 88,-64 C98,-44 70,-2 4,6 Z", wing, 0);
            Shape dots = Shape.path();
            for (int i = 0; i < 6; i++) {
              dots.addOval(86 - i * 5, -58 + i * 9, 2, 2);
            }
            art.fill(dots, Ink.of(0xFFFFFFFF));
          });
    }
    art.fill(Shape.oval(0, 6, 4, 24), Ink.across(-4, 4, 0xFF4A3A30, 0xFF15100D));
    art.fill(Shape.circle(0, -20, 4.4), Ink.of(0xFF1E1612));
    art.stroke(Shape.svg("M-2,-23 Q-10,-40 -20,-44 M2,-23 Q10,-40 20,-44"), 1, Ink.of(0xFF1E1612));
  }

  private static void wing(Art art, String outline, int colour, double darker) {
    Shape wing = Shape.svg(outline);
    art.fill(
        wing,
        Ink.glow(
            8,
            0,
            96,
            Tone.dark(colour, 0.3 + darker),
            Tone.dark(colour, darker),
            Tone.light(colour, 0.12)));
    art.inside(
        wing,
        () -> {
          art.stroke(wing, 13, Ink.of(0xFF1E1612));
          Shape veins = Shape.path();
          for (int i = 0; i < 7; i++) {
            double a = Math.toRadians(-62 + i * 22);
            veins.move(4, 2).to(Math.cos(a) * 110, Math.sin(a) * 110);
          }
          art.stroke(veins, 1.6, Ink.of(0xC01E1612));
        });
  }
}
