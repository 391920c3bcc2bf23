package dev.semblance.gallery.animal;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;

/// A cat that sits and looks at the viewer. Own units: the ground is y 0, it is 140 high.
///
/// @param coat main colour, `deep` its shadow, `pale` its light
/// @param striped tabby stripes
/// @param bib white chest, paws and muzzle
/// @param iris colour of the eyes
record Cat(int coat, int deep, int pale, boolean striped, boolean bib, int iris) {
  static Cat of(String colour) {
    return switch (colour) {
      case "orange tabby" -> new Cat(0xFFD98C40, 0xFF8E4A18, 0xFFF6C88C, true, true, 0xFF9AB04A);
      case "black" -> new Cat(0xFF26262C, 0xFF0E0E12, 0xFF5E5E6C, false, false, 0xFFE0C040);
      case "white" -> new Cat(0xFFEFECE6, 0xFFAFA8A0, 0xFFFFFFFF, false, false, 0xFF6AA0D0);
      case "grey" -> new Cat(0xFF8A9098, 0xFF4A4E56, 0xFFC4C8CE, false, false, 0xFFD8A83A);
      case "black and white" ->
          new Cat(0xFF2A2A30, 0xFF101014, 0xFF60606C, false, true, 0xFF9AB04A);
      case "brown tabby" -> new Cat(0xFF9A7A58, 0xFF54402A, 0xFFCBB08C, true, true, 0xFF8AA84A);
      default -> throw new IllegalArgumentException("no cat is called " + colour);
    };
  }

  private Coat fur() {
    return new Coat(coat, deep, pale, 4.5, 14);
  }

  void paint(Art art, Spot spot) {
    art.at(
        spot,
        () -> {
          tail(art);
          body(art);
          legs(art);
          head(art);
        });
  }

  private void tail(Art art) {
    Shape tail = Shape.curve("30,-12 52,-8 66,-20 64,-38 54,-44");
    art.stroke(tail, 13, Ink.of(deep));
    art.stroke(tail, 10, Ink.of(coat));
    if (striped) {
      art.stroke(tail, 10, Ink.of(Tone.alpha(deep, 0.8)).dashed(4, 8));
    }
  }

  private void body(Art art) {
    Shape body =
        Shape.blob(
            "-24,-92 -36,-66 -46,-34 -46,-12 -34,-2 0,0 34,-2 46,-12 46,-34 36,-66 24,-92 0,-98");
    fur().paint(art, body, 95, -48, -98, 96, 98);
    art.inside(
        body,
        () -> {
          if (striped) {
            stripes(art);
          }
          art.fill(Shape.oval(-40, -16, 18, 22), Ink.of(Tone.alpha(pale, 0.25)).blur(12));
          art.fill(Shape.oval(0, -2, 46, 10), Ink.of(Tone.alpha(deep, 0.7)).blur(10));
        });
    if (bib) {
      Shape chest = Shape.blob("-12,-88 -17,-66 -10,-48 0,-42 10,-48 17,-66 12,-88");
      new Coat(0xFFF6F2EA, 0xFFBDB6AA, 0xFFFFFFFF, 5, 14).paint(art, chest, 92, -18, -90, 36, 50);
    }
  }

  private void stripes(Art art) {
    Shape stripes = Shape.path();
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < 6; i++) {
        double y = -80 + i * 13;
        stripes.move(side * 48, y + 2).bend(side * 34, y - 5, side * (18 + i), y + 4);
      }
    }
    art.stroke(stripes, 4.5, Ink.of(Tone.alpha(deep, 0.75)).blur(2));
  }

  private void legs(Art art) {
    int paw = bib ? 0xFFF6F2EA : Tone.light(coat, 0.06);
    for (int side = -1; side <= 1; side += 2) {
      Shape thigh =
          Shape.blob(
              side * 20, -34, side * 40, -36, side * 50, -18, side * 46, -3, side * 26, 0,
              side * 18, -8);
      fur().paint(art, thigh, 100, side < 0 ? -52 : 16, -38, 36, 38);
      Shape leg =
          Shape.blob(
              side * 3, -62, side * 17, -60, side * 16, -30, side * 17, -6, side * 16, 0, side * 4,
              0, side * 3, -8, side * 3, -36);
      fur().paint(art, leg, 92, side < 0 ? -18 : 2, -62, 16, 62);
      art.fill(
          Shape.oval(side * 11, -3.5, 9, 5),
          Ink.down(-8, 1, Tone.light(paw, 0.3), Tone.dark(paw, 0.25)));
      art.stroke(
          Shape.line(side * 8, -4, side * 8, 0).move(side * 13, -4).to(side * 13, 0),
          0.7,
          Ink.of(Tone.alpha(Tone.dark(deep, 0.4), 0.7)));
      art.fill(
          Shape.oval(side * 38, -3, 11, 5),
          Ink.down(-8, 1, Tone.light(paw, 0.2), Tone.dark(paw, 0.3)));
    }
    art.stroke(
        Shape.line(0, -50, 0, -4), 1.4, Ink.of(Tone.alpha(Tone.dark(deep, 0.3), 0.6)).blur(1.5));
  }

  private void head(Art art) {
    for (int side = -1; side <= 1; side += 2) {
      art.fill(
          Shape.blob(
              side * 11, -128, side * 27, -146, side * 32, -144, side * 33, -116, side * 22, -112),
          Ink.down(-146, -112, Tone.dark(coat, 0.1), coat));
      art.fill(
          Shape.blob(side * 17, -127, side * 27, -140, side * 29, -120),
          Ink.of(Tone.mix(0xFFE0A0A0, deep, 0.3)).blur(2));
    }
    Shape face =
        Shape.blob(
            "-32,-112 -26,-128 -12,-133 0,-134 12,-133 26,-128 32,-112 30,-98 16,-86 0,-83 -16,-86 -30,-98");
    fur().paint(art, face, 90, -34, -134, 68, 52);
    if (striped) {
      art.inside(
          face,
          () ->
              art.stroke(
                  Shape.svg(
                      "M0,-134 L0,-120 M-7,-133 L-6,-121 M7,-133 L6,-121 M-32,-106 L-20,-104 M-31,-100 L-21,-99 M32,-106 L20,-104 M31,-100 L21,-99"),
                  2.6,
                  Ink.of(Tone.alpha(deep, 0.85)).blur(1)));
    }
    muzzle(art);
    for (int side = -1; side <= 1; side += 2) {
      eye(art, side * 13.5, -111);
    }
  }

  private void muzzle(Art art) {
    int white = bib ? 0xFFFAF7F0 : Tone.light(coat, 0.22);
    art.fill(
        Shape.oval(-6, -95, 8.5, 7).addOval(6, -95, 8.5, 7).addOval(0, -90, 7, 5),
        Ink.of(Tone.alpha(white, bib ? 0.95 : 0.6)).blur(2));
    art.fill(
        Shape.blob("-4,-102 0,-103 4,-102 1.5,-98 0,-97 -1.5,-98"),
        Ink.down(-103, -97, 0xFFE8A0A0, 0xFFB86A6E));
    art.stroke(
        Shape.svg("M0,-97 L0,-93.5 Q-5,-89.5 -9,-92 M0,-93.5 Q5,-89.5 9,-92"),
        1,
        Ink.of(Tone.alpha(Tone.dark(deep, 0.5), 0.85)));
    art.stroke(
        Shape.svg(
            "M-11,-96 L-38,-101 M-11,-94 L-38,-94 M-11,-92 L-36,-87 M11,-96 L38,-101 M11,-94 L38,-94 M11,-92 L36,-87"),
        0.5,
        Ink.of(0xCCFFFFFF));
  }

  private void eye(Art art, double x, double y) {
    art.fill(Shape.oval(x, y, 7.8, 6.8), Ink.of(Tone.alpha(Tone.dark(deep, 0.6), 0.85)).blur(1));
    art.fill(
        Shape.oval(x, y, 6.6, 5.8),
        Ink.glow(x, y + 1, 7, Tone.light(iris, 0.45), iris, Tone.dark(iris, 0.45)));
    art.fill(Shape.oval(x, y, 2, 5), Ink.of(0xFF0A0A0C));
    art.fill(Shape.circle(x - 2.2, y - 2.2, 1.5), Ink.of(0xFFFFFFFF));
  }
}
