package dev.semblance.gallery.animal;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Frame;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;
import java.util.Arrays;

/// A dog that stands and looks to the right. Own units: the ground is y 0, a retriever is 84 high
/// at the shoulder, from x 0 (rump) to 148 (nose).
final class Dog {
  private static final String OUTLINE =
      "8,-72 14,-81 34,-84 60,-82 84,-87 96,-100 104,-112 118,-106 116,-92 110,-76 106,-60 96,-48"
          + " 80,-42 56,-42 34,-48 20,-46 8,-56";
  private static final double BLEND = 26;

  private final Breed breed;
  private final Coat coat;
  private final Coat far;
  private final double lift;
  private final double longer;

  Dog(Breed breed) {
    this.breed = breed;
    double hair = 2.5 + 5 * breed.hair();
    this.coat = new Coat(breed.coat(), breed.deep(), breed.pale(), hair, 14 - 4 * breed.hair());
    this.far =
        new Coat(
            Tone.dark(breed.coat(), 0.28),
            Tone.dark(breed.deep(), 0.25),
            Tone.dark(breed.pale(), 0.32),
            hair,
            6);
    this.lift = 44 * (1 - breed.legs());
    this.longer = 60 * (breed.body() - 1);
  }

  /// Paints it at a spot that is the ground under its belly.
  void paint(Art art, Spot spot) {
    art.at(
        spot,
        () -> {
          double shift = -72 - longer / 2;
          art.at(Spot.at(shift, 0), () -> parts(art));
        });
  }

  private void parts(Art art) {
    tail(art);
    art.at(Spot.at(14, -2), () -> hindLeg(art, far));
    art.at(Spot.at(longer - 11, -2), () -> foreLeg(art, far));
    art.at(Spot.at(0, lift), () -> trunk(art));
    blended(art, () -> hindLeg(art, coat));
    art.at(Spot.at(longer, 0), () -> blended(art, () -> foreLeg(art, coat)));
    art.at(Spot.at(longer, lift), () -> new DogHead(breed, coat).paint(art));
  }

  /// A leg that grows out of the trunk without an edge.
  private void blended(Art art, Runnable leg) {
    double top = -72 + lift;
    art.layer(
        Ink.of(Tone.BLACK),
        () -> {
          leg.run();
          Ink fade = Ink.down(top, top + BLEND, Tone.BLACK, Tone.CLEAR).erase();
          art.fill(Shape.box(-40, top - 40, 240, 40 + BLEND), fade);
        });
  }

  private void trunk(Art art) {
    double e = longer;
    Shape trunk = stretched(OUTLINE, 50);
    coat.paint(art, trunk, 168, 6, -112, 112 + e, 72);
    marks(art, trunk);
    art.inside(trunk, () -> shading(art));
    if (breed.hair() > 0.5) {
      coat.fringe(art, 9 * breed.hair(), 100, 40, -45, 62 + e / 2, -41, 84 + e, -42);
      coat.fringe(art, 12 * breed.hair(), 105, 98 + e, -50, 107 + e, -62, 112 + e, -80);
    }
  }

  /// The outline with all that lies right of `from` moved by the breed's extra length.
  private Shape stretched(String points, double from) {
    double[] p = Arrays.stream(points.split("[ ,]+")).mapToDouble(Double::parseDouble).toArray();
    for (int i = 0; i < p.length; i += 2) {
      p[i] += p[i] > from ? longer : 0;
    }
    return Shape.blob(p);
  }

  private void shading(Art art) {
    double e = longer;
    art.fill(Shape.oval(88 + e, -58, 13, 20), Ink.of(Tone.alpha(breed.pale(), 0.28)).blur(14));
    Ink belly = Ink.of(Tone.alpha(breed.deep(), 0.7)).blur(10);
    art.fill(Shape.oval(56 + e / 2, -40, 44, 8), belly);
    art.fill(Shape.oval(22, -66, 15, 17), Ink.of(Tone.alpha(breed.pale(), 0.3)).blur(14));
  }

  private void marks(Art art, Shape trunk) {
    switch (breed.marks()) {
      case SPOTS -> art.inside(trunk, () -> spots(art, new Frame(6, -112, 112 + longer, 72)));
      case TAN -> art.inside(trunk, () -> saddle(art));
      case PATCHES -> art.inside(trunk, () -> patches(art));
      case NONE -> {}
    }
  }

  private static void spots(Art art, Frame area) {
    Dice dice = art.dice();
    int across = (int) (area.wide() / 11);
    int down = (int) (area.high() / 11);
    for (int i = 0; i < across * down; i++) {
      double cx = area.x() + (i % across + dice.between(0.1, 0.9)) * 11;
      double cy = area.y() + (Math.floorDiv(i, across) + dice.between(0.1, 0.9)) * 11;
      double r = dice.between(1.6, 3.8);
      art.fill(Shape.oval(cx, cy, r, r * dice.between(0.75, 1.2)), Ink.of(0xFF221F1E).blur(0.6));
    }
  }

  private void saddle(Art art) {
    Shape saddle =
        Shape.blob(
            6,
            -90,
            60,
            -92,
            100 + longer,
            -118,
            112 + longer,
            -100,
            96 + longer,
            -72,
            60,
            -58,
            26,
            -62,
            4,
            -70);
    art.fill(saddle, Ink.of(0xE6231D1A).blur(6));
    new Coat(0xFF2B2421, 0xFF110E0D, 0xFF5A4C40, 6, 8)
        .hairs(art, saddle, 168, 4, -118, 108 + longer, 60);
  }

  private void patches(Art art) {
    Coat brown = new Coat(0xFF8A5328, 0xFF4D2A10, 0xFFBC8452, 4, 12);
    for (Shape patch :
        new Shape[] {Shape.oval(26, -76, 24, 20), Shape.oval(80 + longer, -84, 17, 22)}) {
      art.fill(patch, Ink.of(0xFF8A5328).blur(3));
      brown.hairs(art, patch, 168, 0, -106, 110 + longer, 60);
    }
  }

  private void hindLeg(Art art, Coat coat) {
    double k = breed.legs();
    double top = -70 + lift;
    Shape leg =
        Shape.blob(
            8, top + 2, 24, top - 2, 38, top + 12, 38, -44 * k, 30, -33 * k, 22, -25 * k, 17,
            -10 * k, 18, -5, 27, -3.5, 28, 0, 8, 0, 7, -8 * k, 10, -22 * k, 12, -32 * k, 5, -46 * k,
            4, top + 14);
    coat.paint(art, leg, 100, 2, top, 38, -top);
    if (breed.marks() == Breed.Marks.SPOTS) {
      art.inside(leg, () -> spots(art, new Frame(2, top, 38, -top)));
    }
    art.inside(
        leg,
        () ->
            art.fill(
                Shape.oval(34, -44 * k, 6, 16 * k),
                Ink.of(Tone.alpha(breed.deep(), 0.55)).blur(8)));
    if (breed.hair() > 0.5) {
      coat.fringe(art, 7 * breed.hair() * k, 115, 4, -52 * k, 8, -40 * k, 11, -28 * k);
    }
    toes(art, 26);
  }

  private void foreLeg(Art art, Coat coat) {
    double k = breed.legs();
    double top = -66 + lift;
    Shape leg =
        Shape.blob(
            82, top, 98, top, 102, top + 14, 96, -36 * k, 93, -18 * k, 94, -5, 102, -3.5, 103, 0,
            85, 0, 84, -8 * k, 84, -22 * k, 83, -38 * k, 78, top + 16);
    coat.paint(art, leg, 95, 76, top, 28, -top);
    if (breed.marks() == Breed.Marks.SPOTS) {
      art.inside(leg, () -> spots(art, new Frame(76, top, 28, -top)));
    }
    if (breed.hair() > 0.5) {
      coat.fringe(art, 8 * breed.hair() * k, 112, 80, -42 * k, 83, -28 * k, 84, -14 * k);
    }
    toes(art, 101);
  }

  private void toes(Art art, double x) {
    Shape toes = Shape.path();
    for (int i = 0; i < 3; i++) {
      toes.move(x - 2.5 * i, -3).to(x - 2.5 * i - 0.3, -0.4);
    }
    art.stroke(toes, 0.7, Ink.of(Tone.alpha(Tone.dark(breed.deep(), 0.3), 0.8)));
  }

  private void tail(Art art) {
    double y = lift;
    if (breed.hair() > 0.5) {
      Shape tail =
          Shape.blob(
              14, -78 + y, 0, -82 + y, -18, -84 + y, -34, -76 + y, -30, -70 + y, -14, -74 + y, 8,
              -68 + y);
      coat.paint(art, tail, 185, -34, -84 + y, 48, 18);
      coat.fringe(
          art, 20 * breed.hair(), 128, 4, -72 + y, -12, -77 + y, -26, -78 + y, -36, -75 + y);
    } else {
      Shape tail = Shape.curve(14, -77 + y, -4, -76 + y, -20, -86 + y, -28, -102 + y);
      art.stroke(tail, 6.5, Ink.of(breed.deep()));
      art.stroke(tail, 5, Ink.of(breed.coat()));
    }
  }
}
