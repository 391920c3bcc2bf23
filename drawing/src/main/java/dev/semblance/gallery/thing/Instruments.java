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

/// A guitar, a piano.
public final class Instruments {
  private Instruments() {}

  public static Scene guitar(Dice dice) {
    boolean electric = dice.chance(0.45);
    String colour = electric ? dice.pick("red", "blue", "black", "white") : "brown";
    String what = electric ? Words.a(colour + " electric guitar") : "an acoustic guitar";
    Caption caption =
        Caption.of("guitar", what + " against a wall")
            .or(what)
            .or(
                electric
                    ? "a guitar with a " + colour + " body"
                    : "a wooden guitar with a round sound hole")
            .or("a guitar")
            .or("a musical instrument with six strings");
    int k = electric ? Swatch.of(colour) : 0xFFC8843C;
    return new Scene(caption, art -> paintGuitar(art, electric, k));
  }

  private static void paintGuitar(Art art, boolean electric, int k) {
    Dice dice = art.dice();
    Backdrop.wallAndFloor(art, dice.pick(0xFF8A6A54, 0xFF6A7A84, 0xFFB8A48C, 0xFF5A6A5E));
    double lean = dice.near(0, 12);
    Spot spot = Spot.at(art.width() / 2, art.height() * 0.7, 0.98).turned(lean);
    art.at(
        Spot.at(art.width() / 2 + 12, art.height() * 0.7 + 10, 0.98).turned(lean),
        () -> art.fill(electric ? solid() : body(), Ink.of(0x70000000).blur(18)));
    art.at(
        spot,
        () -> {
          if (electric) {
            art.fill(solid(), Ink.glow(-30, -20, 130, Tone.light(k, 0.3), k, Tone.dark(k, 0.5)));
            art.fill(
                Shape.svg("M-24,-34 Q-40,10 -26,52 Q4,66 22,30 Q12,-4 22,-38 Z"),
                Ink.of(0xFFF2EEE4));
            for (double y : new double[] {-22, 6, 34}) {
              art.fill(Shape.round(3, -24, y, 48, 10), Ink.of(0xFF24242A));
            }
          } else {
            Ink grain =
                Texture.mottle(Tone.dark(k, 0.22), Tone.light(k, 0.16))
                    .scale(9, 0.5)
                    .contrast(3)
                    .ink(dice);
            art.fill(body(), grain);
            art.fill(body(), Ink.glow(-30, -20, 130, 0x40FFF0C0, 0x00000000, 0x70301000));
            art.stroke(body(), 4, Ink.of(0xFF5A3216));
            art.fill(Shape.circle(0, -8, 23), Ink.glow(0, -4, 23, 0xFF140A04, 0xFF3A2010));
            art.stroke(Shape.circle(0, -8, 26), 3, Ink.of(0xFF4A2810).dashed(3, 2));
            art.fill(Shape.round(2, -26, 46, 52, 9), Ink.of(0xFF3A2010));
          }
          neck(art);
        });
    art.finish(0.55, 0.35);
  }

  private static Shape body() {
    return Shape.blob(
        "0,-62 -26,-62 -50,-46 -48,-20 -40,0 -56,24 -66,52 -48,84 0,94 48,84 66,52 56,24 40,0 48,-20 50,-46 26,-62");
  }

  private static Shape solid() {
    return Shape.blob(
        "-14,-40 -34,-66 -56,-62 -54,-30 -44,-6 -56,24 -60,56 -36,84 6,88 44,76 60,44 48,14 44,-10 52,-44 38,-56 18,-38");
  }

  private static void neck(Art art) {
    art.fill(
        Shape.polygon(-8, -214, 8, -214, 10, -30, -10, -30),
        Ink.across(-10, 10, 0xFF4A2E18, 0xFF2E1A0C));
    Shape frets = Shape.path();
    for (int i = 0; i < 15; i++) {
      double y = -210 + 180 * (1 - Math.pow(0.93, i)) * 1.45;
      frets.move(-9, y).to(9, y);
    }
    art.stroke(frets, 1, Ink.of(0xFFD8D4C8));
    Shape head = Shape.svg("M-9,-212 L-14,-224 L-12,-258 Q0,-266 12,-258 L14,-224 L9,-212 Z");
    art.fill(head, Ink.down(-262, -212, 0xFF8A5A30, 0xFF5A3618));
    for (int i = 0; i < 3; i++) {
      for (int side = -1; side <= 1; side += 2) {
        art.fill(Shape.oval(side * 17, -250 + i * 11, 5, 3.4), Ink.of(0xFFE8E4DA));
      }
    }
    Shape strings = Shape.path();
    for (int i = 0; i < 6; i++) {
      double x = -6.5 + i * 2.6;
      strings.move(x * 0.8, -214).to(x * 1.5, 50);
    }
    art.stroke(strings, 0.6, Ink.of(0xE0F4F0E4));
  }

  public static Scene piano(Dice dice) {
    boolean keys = dice.chance(0.4);
    String colour = keys ? "" : dice.pick("black", "white", "brown");
    String what = keys ? "piano keys" : Words.a(colour + " grand piano");
    Caption caption =
        Caption.of("piano", keys ? "black and white piano keys seen close up" : what + " in a room")
            .or(what)
            .or(keys ? "the keyboard of a piano" : "a grand piano with an open lid and a stool")
            .or("a piano")
            .or("a musical instrument with black and white keys");
    return new Scene(
        caption,
        art -> {
          if (keys) {
            paintKeys(art);
          } else {
            paintGrand(art, colour.equals("brown") ? 0xFF6A3C1E : Swatch.of(colour));
          }
        });
  }

  private static void paintKeys(Art art) {
    double w = art.width();
    double h = art.height();
    art.wash(Ink.down(0, h, 0xFF1A1618, 0xFF3A3030));
    double top = h * 0.22;
    int n = 11;
    double wide = w / n;
    for (int i = 0; i < n; i++) {
      art.fill(
          Shape.round(4, i * wide + 1, top, wide - 2, h * 0.7),
          Ink.down(top, h, 0xFFD8D4CC, 0xFFFBF9F4, 0xFFF2EFE8));
      art.fill(Shape.box(i * wide + wide - 2.5, top, 2, h * 0.7), Ink.of(0x60000000));
    }
    int octave = art.dice().whole(0, 6);
    for (int i = 0; i < n; i++) {
      int k = (i + octave) % 7;
      if (k == 2 || k == 6) {
        continue;
      }
      double x = (i + 1) * wide - wide * 0.3;
      art.fill(Shape.round(3, x + 5, top, wide * 0.6, h * 0.44), Ink.of(0x60000000).blur(6));
      art.fill(
          Shape.round(3, x, top, wide * 0.6, h * 0.43),
          Ink.across(x, x + wide * 0.6, 0xFF4A484C, 0xFF201E22, 0xFF0E0C10));
      art.fill(
          Shape.round(3, x + wide * 0.08, top, wide * 0.44, h * 0.38),
          Ink.down(top, top + h * 0.38, 0xFF2A282C, 0xFF565458));
    }
    art.fill(Shape.box(0, 0, w, top), Ink.down(0, top, 0xFF2A2226, 0xFF120E10));
    art.fill(Shape.box(0, top - 7, w, 7), Ink.of(0xFF8A2430));
    art.wash(Ink.glow(w * 0.3, h * 0.4, 400, 0x30FFF4D8, 0x00000000, 0x80000000));
    art.finish(0.5, 0.35);
  }

  private static void paintGrand(Art art, int k) {
    double w = art.width();
    Backdrop.wallAndFloor(art, art.dice().pick(0xFFB8A48C, 0xFF8A9AA4, 0xFFC8B8A8, 0xFF9A6A5A));
    double y = art.height() * 0.86;
    art.fill(Shape.oval(w / 2, y, 170, 17), Ink.of(0x70000000).blur(16));
    art.at(
        Spot.at(w / 2, y, 1.15),
        () -> {
          for (double x : new double[] {-120, 0, 118}) {
            art.fill(
                Shape.polygon(x - 6, -64, x + 6, -64, x + 3, 0, x - 3, 0),
                Ink.across(x - 6, x + 6, Tone.light(k, 0.25), Tone.dark(k, 0.4)));
          }
          art.fill(
              Shape.svg("M-118,-96 L-96,-190 Q40,-210 132,-128 L140,-96 Z"),
              Ink.along(
                  new double[] {-100, -200, 80, -90}, Tone.light(k, 0.35), k, Tone.dark(k, 0.4)));
          art.stroke(Shape.line(40, -96, 66, -160), 2.4, Ink.of(Tone.dark(k, 0.3)));
          art.fill(Shape.svg("M-112,-100 L140,-100 L136,-92 L-116,-92 Z"), Ink.of(0xFFC8983C));
          art.fill(
              Shape.round(5, -142, -94, 290, 36),
              Ink.down(-94, -58, Tone.light(k, 0.3), k, Tone.dark(k, 0.45)));
          art.fill(Shape.box(-140, -88, 120, 12), Ink.of(0xFFFBF9F4));
          Shape black = Shape.path();
          Shape gaps = Shape.path();
          for (int i = 0; i < 24; i++) {
            gaps.move(-140 + i * 5, -88).to(-140 + i * 5, -76);
            if (i % 7 != 2 && i % 7 != 6) {
              black.addBox(-137 + i * 5, -88, 3, 7);
            }
          }
          art.stroke(gaps, 0.5, Ink.of(0x90000000));
          art.fill(black, Ink.of(0xFF141216));
          art.fill(Shape.polygon(-120, -98, -52, -98, -58, -132, -114, -132), Ink.of(0xFFF8F4E8));
          stool(art);
        });
    art.finish(0.5, 0.35);
  }

  private static void stool(Art art) {
    for (double x : new double[] {-106, -64}) {
      art.fill(Shape.box(x, -36, 5, 36), Ink.of(0xFF2A2224));
    }
    art.fill(Shape.round(5, -114, -46, 64, 14), Ink.down(-46, -32, 0xFF8A2E34, 0xFF4A1418));
  }
}
