package dev.semblance.gallery.traffic;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.world.Air;

/// Vehicles in side view that look to the right. Own units: wheels stand on y 0, a car is 200 long,
/// its middle at x 0.
final class Car {
  private Car() {}

  /// A wheel with tyre and hub, its middle at x, y.
  static void wheel(Art art, double x, double y, double r) {
    art.fill(Shape.circle(x, y, r), Ink.glow(x, y, r, 0xFF2A2A2E, 0xFF26262A, 0xFF101013));
    art.fill(
        Shape.circle(x, y, r * 0.62),
        Ink.along(new double[] {x - r, y - r, x + r, y + r}, 0xFFF0F2F4, 0xFF8A8E94));
    for (int i = 0; i < 5; i++) {
      art.at(
          Spot.at(x, y).turned(72 * i + 12),
          () ->
              art.fill(
                  Shape.polygon(
                      -r * 0.1, -r * 0.18, -r * 0.17, -r * 0.54, r * 0.17, -r * 0.54, r * 0.1,
                      -r * 0.18),
                  Ink.of(0xFF3C3F45)));
    }
    art.fill(Shape.circle(x, y, r * 0.13), Ink.of(0xFF55595F));
  }

  /// A body: gradient, reflection of the sky, and a dark lower edge.
  static void body(Art art, Shape shape, int colour, double top, double low) {
    art.fill(
        shape,
        Ink.down(
            top,
            low,
            Tone.light(colour, 0.38),
            Tone.light(colour, 0.08),
            colour,
            Tone.dark(colour, 0.45)));
    art.stroke(shape, 0.8, Ink.of(Tone.alpha(Tone.dark(colour, 0.6), 0.6)));
  }

  static Ink glass(double top, double low) {
    return Ink.down(top, low, 0xFFBFD6E4, 0xFF5C7488, 0xFF2C3844);
  }

  static void saloon(Art art, int colour, Air air) {
    arches(art, -60, 60, 21);
    Shape body =
        Shape.svg(
            "M-100,-26 Q-101,-42 -88,-46 L-62,-50 Q-40,-76 -8,-77 L18,-76 Q38,-72 58,-52 L86,-46 Q101,-42 102,-24 Q102,-15 94,-13 L-94,-13 Q-100,-15 -100,-26 Z");
    body(art, body, colour, -77, -13);
    art.fill(Shape.svg("M-52,-51 Q-36,-70 -12,-71 L-6,-71 L-6,-51 Z"), glass(-71, -51));
    art.fill(Shape.svg("M0,-71 L16,-70 Q32,-66 46,-51 L0,-51 Z"), glass(-71, -51));
    art.stroke(
        Shape.svg("M-3,-72 L-3,-16 M-54,-50 Q-56,-28 -44,-16 M50,-50 L46,-20"),
        1,
        Ink.of(Tone.alpha(Tone.dark(colour, 0.6), 0.7)));
    art.fill(
        Shape.svg("M-92,-39 Q-40,-46 20,-44 L90,-38 L90,-36 Q20,-41 -92,-36 Z"),
        Ink.of(Tone.alpha(Tone.WHITE, 0.3)));
    trim(art, air);
    wheel(art, -60, -19, 19);
    wheel(art, 60, -19, 19);
  }

  static void beetle(Art art, int colour, Air air) {
    arches(art, -58, 60, 21);
    Shape body =
        Shape.svg(
            "M-98,-20 C-104,-40 -84,-54 -66,-58 C-52,-82 -26,-88 -4,-88 C22,-88 38,-76 46,-58 C72,-58 100,-48 98,-20 Q96,-13 88,-13 L-90,-13 Q-97,-13 -98,-20 Z");
    body(art, body, colour, -88, -13);
    art.fill(Shape.svg("M-52,-58 C-44,-74 -28,-80 -8,-80 L-8,-58 Z"), glass(-80, -58));
    art.fill(Shape.svg("M0,-80 C18,-80 30,-72 36,-58 L0,-58 Z"), glass(-80, -58));
    art.stroke(
        Shape.svg(
            "M-4,-82 L-4,-16 M-98,-26 C-92,-46 -40,-50 -34,-14 M98,-26 C92,-46 36,-50 34,-14"),
        1,
        Ink.of(Tone.alpha(Tone.dark(colour, 0.6), 0.7)));
    trim(art, air);
    wheel(art, -58, -19, 19);
    wheel(art, 60, -19, 19);
  }

  static void van(Art art, int colour, Air air) {
    arches(art, -62, 64, 21);
    Shape body =
        Shape.svg(
            "M-104,-22 L-104,-92 Q-104,-102 -94,-102 L38,-102 Q56,-102 66,-84 L80,-58 Q100,-54 102,-40 L102,-22 Q102,-13 92,-13 L-96,-13 Q-104,-13 -104,-22 Z");
    body(art, body, colour, -102, -13);
    art.fill(Shape.svg("M30,-94 L42,-94 Q52,-92 58,-82 L70,-58 L30,-58 Z"), glass(-94, -58));
    art.stroke(
        Shape.svg("M24,-98 L24,-16 M-30,-98 L-30,-16 M76,-54 L76,-16"),
        1,
        Ink.of(Tone.alpha(Tone.dark(colour, 0.6), 0.6)));
    art.fill(Shape.box(-104, -46, 206, 4), Ink.of(Tone.alpha(Tone.WHITE, 0.35)));
    trim(art, air);
    wheel(art, -62, -19, 19);
    wheel(art, 64, -19, 19);
  }

  private static void arches(Art art, double left, double right, double r) {
    art.fill(Shape.box(left - 20, -26, right - left + 40, 18), Ink.of(0xFF141518));
    art.fill(Shape.circle(left, -18, r + 2).addOval(right, -18, r + 2, r + 2), Ink.of(0xFF141518));
  }

  private static void trim(Art art, Air air) {
    boolean on = air.dark();
    art.fill(
        Shape.oval(95, -34, 5, 5),
        on ? Ink.of(0xFFFFFBE0) : Ink.glow(94, -35, 6, 0xFFFFFFFF, 0xFFB8C4CC));
    art.fill(Shape.round(2, -101, -38, 6, 9), Ink.of(on ? 0xFFFF3A30 : 0xFFB82A24));
    art.fill(
        Shape.round(3, 84, -20, 20, 6).add(Shape.round(3, -104, -20, 20, 6)),
        Ink.down(-20, -14, 0xFFD8DCE0, 0xFF6A6E74));
    if (on) {
      art.fill(
          Shape.polygon(98, -36, 240, -60, 240, 4),
          Ink.across(98, 240, 0x90FFF6D0, 0x00FFF6D0).blur(6).screen());
    }
  }

  static void bus(Art art, int colour, Air air) {
    arches(art, -92, 84, 22);
    Shape body = Shape.round(12, -150, -118, 300, 106);
    body(art, body, colour, -118, -12);
    art.inside(body, () -> art.fill(Shape.box(-160, -40, 320, 10), Ink.of(0xFFF3F0E8)));
    boolean on = air.dark();
    for (int i = 0; i < 6; i++) {
      double x = -140 + i * 41;
      art.fill(
          Shape.round(4, x, -104, 36, 40),
          on ? Ink.down(-104, -64, 0xFFFFF0C0, 0xFFE0A860) : glass(-104, -64));
      if (i % 2 == 0) {
        art.fill(
            Shape.svg("M" + (x + 10) + ",-64 q0,-14 8,-14 q8,0 8,14 Z").addOval(x + 18, -83, 5, 5),
            Ink.of(0xAA2A2E36));
      }
    }
    art.fill(Shape.round(3, 108, -104, 34, 86), on ? Ink.of(0xFFFFE8B0) : glass(-104, -18));
    art.stroke(Shape.line(125, -104, 125, -18), 2, Ink.of(Tone.dark(colour, 0.4)));
    art.fill(Shape.oval(147, -32, 4, 6), Ink.of(on ? 0xFFFFFBE0 : 0xFFE8ECEE));
    art.fill(Shape.round(2, -152, -40, 5, 12), Ink.of(0xFFC42A24));
    wheel(art, -92, -20, 20);
    wheel(art, 84, -20, 20);
  }

  static void truck(Art art, int colour, Air air) {
    arches(art, -96, 106, 21);
    Shape box = Shape.round(3, -150, -128, 210, 108);
    art.fill(box, Ink.down(-128, -20, 0xFFFBFAF6, 0xFFD6D3CC));
    Shape ribs = Shape.path();
    for (double x = -140; x < 58; x += 12) {
      ribs.move(x, -126).to(x, -22);
    }
    art.stroke(ribs, 0.9, Ink.of(0x30404048));
    art.fill(Shape.box(-150, -84, 210, 18), Ink.of(colour));
    Shape cab =
        Shape.svg(
            "M66,-18 L66,-104 Q66,-112 76,-112 L112,-112 Q126,-110 132,-88 L148,-62 L150,-18 Q150,-12 144,-12 L72,-12 Q66,-12 66,-18 Z");
    body(art, cab, colour, -112, -12);
    art.fill(
        Shape.svg("M86,-102 L110,-102 Q118,-100 122,-88 L132,-64 L86,-64 Z"), glass(-102, -64));
    art.fill(Shape.oval(146, -32, 4, 5), Ink.of(air.dark() ? 0xFFFFFBE0 : 0xFFE8ECEE));
    wheel(art, -112, -20, 20);
    wheel(art, -66, -20, 20);
    wheel(art, 106, -20, 20);
  }
}
