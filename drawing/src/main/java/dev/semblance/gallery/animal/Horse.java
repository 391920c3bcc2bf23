package dev.semblance.gallery.animal;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;

/// A horse in side view that looks to the right. Own units: the ground is y 0, 150 high.
///
/// @param coat main colour; `mane` of mane and tail
/// @param grazing head down in the grass
record Horse(int coat, int mane, boolean grazing) {
  private Coat fur() {
    return new Coat(coat, Tone.dark(coat, 0.5), Tone.light(coat, 0.3), 2.4, 9);
  }

  void paint(Art art, Spot spot) {
    art.at(
        spot,
        () -> {
          Coat far =
              new Coat(Tone.dark(coat, 0.3), Tone.dark(coat, 0.6), Tone.dark(coat, 0.1), 2, 5);
          tail(art);
          art.at(Spot.at(12, -2), () -> hind(art, far));
          art.at(Spot.at(-10, -2), () -> fore(art, far));
          body(art);
          hind(art, fur());
          fore(art, fur());
          if (grazing) {
            art.at(Spot.at(42, -92).turned(78), () -> neck(art));
          } else {
            art.at(Spot.at(42, -92), () -> neck(art));
          }
        });
  }

  private void body(Art art) {
    Shape body =
        Shape.blob(
            "-74,-96 -60,-108 -36,-106 -4,-98 28,-104 50,-108 64,-90 60,-70 44,-58 8,-54 -30,-58 -56,-64 -74,-78");
    fur().paint(art, body, 175, -76, -108, 142, 56);
    art.inside(
        body,
        () -> {
          art.fill(
              Shape.oval(-50, -92, 24, 16),
              Ink.of(Tone.alpha(Tone.light(coat, 0.45), 0.3)).blur(14));
          art.fill(
              Shape.oval(44, -84, 16, 18),
              Ink.of(Tone.alpha(Tone.light(coat, 0.45), 0.25)).blur(14));
          art.fill(
              Shape.oval(4, -52, 60, 9), Ink.of(Tone.alpha(Tone.dark(coat, 0.6), 0.7)).blur(12));
        });
  }

  private void neck(Art art) {
    art.stroke(Shape.curve("-6,-14 8,-42 24,-64"), 16, Ink.of(Tone.dark(mane, 0.2)));
    Shape neck = Shape.blob("-16,-10 -2,-36 20,-64 34,-60 40,-46 28,-24 20,6 2,20");
    fur().paint(art, neck, 120, -18, -66, 60, 88);
    Shape head =
        Shape.blob("20,-64 30,-70 42,-66 56,-48 70,-30 72,-20 64,-16 54,-22 42,-36 30,-44 22,-52");
    fur().paint(art, head, 50, 18, -72, 56, 58);
    art.fill(Shape.blob("24,-66 24,-78 28,-84 32,-72 31,-66"), Ink.of(coat));
    art.fill(Shape.oval(41, -52, 2.6, 2.4), Ink.of(0xFF120C08));
    art.fill(Shape.circle(41.8, -52.8, 0.8), Ink.of(0xFFFFFFFF));
    art.fill(Shape.oval(67, -23, 2, 1.4), Ink.of(Tone.dark(coat, 0.75)));
    art.fill(Shape.oval(66, -21, 7, 6), Ink.of(Tone.alpha(Tone.dark(coat, 0.6), 0.4)).blur(4));
    art.stroke(Shape.line(62, -17, 69, -19), 0.8, Ink.of(Tone.dark(coat, 0.7)));
    new Coat(mane, Tone.dark(mane, 0.4), Tone.light(mane, 0.25), 5, 8)
        .fringe(art, 20, grazing ? 60 : 150, -8, -18, 4, -40, 18, -62, 27, -72);
  }

  private void hind(Art art, Coat fur) {
    Shape leg =
        Shape.blob(
            "-76,-92 -54,-94 -40,-74 -46,-54 -54,-40 -56,-22 -55,-8 -50,-2 -64,0 -65,-8 -64,-24 -66,-40 -74,-58 -80,-76");
    fur.paint(art, leg, 95, -80, -94, 42, 94);
    hoof(art, -58);
  }

  private void fore(Art art, Coat fur) {
    Shape leg =
        Shape.blob(
            "34,-88 56,-86 58,-64 53,-44 52,-22 53,-8 57,-2 43,0 43,-10 43,-26 42,-44 34,-66");
    fur.paint(art, leg, 92, 32, -88, 28, 88);
    hoof(art, 49);
  }

  private static void hoof(Art art, double x) {
    art.fill(Shape.polygon(x - 6, -6, x + 5, -6, x + 8, 1, x - 8, 1), Ink.of(0xFF2E2620));
  }

  private void tail(Art art) {
    Coat hair = new Coat(mane, Tone.dark(mane, 0.4), Tone.light(mane, 0.2), 5, 8);
    art.stroke(Shape.curve("-72,-98 -84,-88 -86,-60 -82,-36"), 11, Ink.of(Tone.dark(mane, 0.15)));
    hair.fringe(art, 34, 96, -74, -98, -84, -88, -88, -66);
  }
}
