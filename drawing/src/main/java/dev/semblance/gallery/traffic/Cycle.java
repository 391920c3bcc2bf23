package dev.semblance.gallery.traffic;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Tone;

/// Two-wheelers in side view, in the units of [Car].
public final class Cycle {
  private Cycle() {}

  /// A bicycle that looks to the right, wheels on y 0, about 170 long.
  public static void bicycle(Art art, int colour) {
    spokes(art, -52, -36, 36);
    spokes(art, 54, -36, 36);
    Shape frame =
        Shape.line(-52, -36, -6, -34, 34, -86, -16, -82, -52, -36).move(-16, -82).to(-6, -34);
    art.stroke(frame, 6, Ink.of(Tone.dark(colour, 0.45)));
    art.stroke(frame, 4, Ink.down(-90, -30, Tone.light(colour, 0.3), colour));
    art.stroke(Shape.svg("M54,-36 Q46,-58 32,-90 L29,-100"), 4, Ink.of(colour));
    art.stroke(Shape.svg("M29,-100 Q40,-104 48,-98 M29,-100 L16,-104"), 3.2, Ink.of(0xFF2A2A2E));
    art.stroke(Shape.line(-16, -82, -20, -96), 3.4, Ink.of(0xFF8A8E94));
    art.fill(Shape.blob("-38,-97 -22,-101 -4,-98 -8,-94 -24,-94 -34,-92"), Ink.of(0xFF2C2420));
    art.fill(Shape.circle(-6, -34, 9), Ink.of(0xFF55585E));
    art.stroke(Shape.circle(-6, -34, 9), 1.2, Ink.of(0xFFB8BCC2));
    art.stroke(
        Shape.line(-6, -34, 6, -18)
            .move(0, -17)
            .to(12, -17)
            .move(-6, -34)
            .to(-16, -50)
            .move(-22, -50)
            .to(-10, -50),
        2.6,
        Ink.of(0xFF3A3C40));
    art.stroke(Shape.line(-6, -43, -52, -40).move(-6, -25).to(-52, -32), 1, Ink.of(0xFF4A4C50));
    art.stroke(Shape.arc(185, 150, -52, -36, 41, 41), 3, Ink.of(Tone.dark(colour, 0.2)));
  }

  private static void spokes(Art art, double x, double y, double r) {
    Shape spokes = Shape.path();
    for (int i = 0; i < 18; i++) {
      double a = i * Math.PI / 9 + 0.1;
      spokes.move(x, y).to(x + Math.cos(a) * r, y + Math.sin(a) * r);
    }
    art.stroke(spokes, 0.6, Ink.of(0xB0B8BCC2));
    art.stroke(Shape.circle(x, y, r), 4.4, Ink.of(0xFF1E1E22));
    art.stroke(Shape.circle(x, y, r - 3.4), 1.5, Ink.of(0xFFC2C6CC));
    art.fill(Shape.circle(x, y, 3.4), Ink.of(0xFF6A6E74));
  }

  /// A motorcycle that looks to the right.
  public static void motorcycle(Art art, int colour) {
    tyre(art, -64, -32, 32);
    tyre(art, 70, -32, 32);
    art.stroke(Shape.line(70, -32, 44, -92), 6, Ink.of(0xFFB4B8BE));
    art.stroke(Shape.line(-64, -32, -14, -40), 7, Ink.of(0xFF4A4D52));
    art.fill(
        Shape.blob("-28,-60 0,-66 26,-60 30,-34 10,-24 -18,-26 -30,-40"),
        Ink.down(-66, -24, 0xFF8A8E94, 0xFF35373C));
    for (int i = 0; i < 5; i++) {
      art.stroke(Shape.line(-12, -58 + i * 4.6, 18, -58 + i * 4.6), 1.4, Ink.of(0xFFC4C8CE));
    }
    art.stroke(Shape.svg("M22,-34 Q6,-18 -30,-20 L-92,-26"), 7, Ink.of(0xFF7C8086));
    art.stroke(Shape.svg("M22,-35 Q6,-19 -30,-21 L-92,-27"), 2.4, Ink.of(0xFFE4E8EC));
    Shape tank = Shape.blob("-14,-70 -2,-88 24,-92 44,-82 40,-70 14,-66");
    art.fill(tank, Ink.down(-92, -66, Tone.light(colour, 0.45), colour, Tone.dark(colour, 0.4)));
    art.fill(
        Shape.blob("-78,-78 -54,-82 -20,-72 -8,-72 -14,-64 -50,-66 -72,-70"),
        Ink.down(-82, -64, 0xFF4A4444, 0xFF1A1718));
    art.fill(Shape.svg("M-98,-44 Q-92,-72 -58,-70 L-40,-62 Q-80,-62 -90,-42 Z"), Ink.of(colour));
    art.fill(Shape.svg("M38,-58 Q60,-76 92,-60 L98,-50 Q66,-66 42,-50 Z"), Ink.of(colour));
    art.stroke(Shape.svg("M44,-92 L38,-104 L22,-108"), 4, Ink.of(0xFF2A2A2E));
    art.fill(Shape.circle(54, -92, 8), Ink.glow(56, -93, 9, 0xFFFFFFF0, 0xFF9AA0A6));
  }

  private static void tyre(Art art, double x, double y, double r) {
    art.stroke(Shape.circle(x, y, r - 4), 9, Ink.of(0xFF1C1C20));
    art.stroke(Shape.circle(x, y, r - 9), 1.6, Ink.of(0xFFB8BCC2));
    Shape spokes = Shape.path();
    for (int i = 0; i < 10; i++) {
      double a = i * Math.PI / 5;
      spokes.move(x, y).to(x + Math.cos(a) * (r - 9), y + Math.sin(a) * (r - 9));
    }
    art.stroke(spokes, 1.4, Ink.of(0xFF8E9298));
    art.fill(Shape.circle(x, y, 6), Ink.of(0xFF6A6E74));
  }
}
