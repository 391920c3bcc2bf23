package dev.semblance.gallery.animal;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Tone;

/// The head of a [Dog], in its units.
final class DogHead {
  private final Breed breed;
  private final Coat coat;

  DogHead(Breed breed, Coat coat) {
    this.breed = breed;
    this.coat = coat;
  }

  void paint(Art art) {
    if (breed.ears() == 1) {
      standing(art, 4, Tone.dark(breed.coat(), 0.35));
    }
    mouth(art);
    Shape head =
        Shape.blob(
            100, -110, 102, -121, 111, -127, 120, -124, 126, -117, 136, -113, 145, -110.5, 147,
            -105, 143, -100, 132, -97, 122, -94, 112, -90, 103, -96);
    coat.paint(art, head, 165, 98, -128, 50, 38);
    art.inside(
        head,
        () -> {
          art.fill(Shape.oval(138, -101, 14, 5), Ink.of(Tone.alpha(breed.deep(), 0.35)).blur(5));
          art.fill(Shape.oval(116, -123, 9, 4), Ink.of(Tone.alpha(breed.pale(), 0.55)).blur(5));
          art.fill(Shape.oval(136, -110, 9, 3), Ink.of(Tone.alpha(breed.pale(), 0.5)).blur(3));
          marks(art);
        });
    face(art);
    ear(art);
    collar(art);
  }

  private void marks(Art art) {
    switch (breed.marks()) {
      case TAN -> art.fill(Shape.oval(140, -105, 14, 9), Ink.of(0xDD2A221E).blur(8));
      case SPOTS -> {
        for (double[] s :
            new double[][] {
              {112, -118, 2}, {128, -106, 1.5}, {119, -101, 2.2}, {106, -104, 2}, {134, -101, 1.2}
            }) {
          art.fill(Shape.circle(s[0], s[1], s[2]), Ink.of(0xFF221F1E).blur(0.5));
        }
      }
      case PATCHES -> art.fill(Shape.oval(110, -116, 14, 13), Ink.of(0xFF8A5328).blur(4));
      case NONE -> {}
    }
  }

  private void mouth(Art art) {
    Shape jaw = Shape.blob(116, -94, 128, -98, 138, -97, 137, -93, 128, -90, 118, -89);
    art.fill(jaw, Ink.down(-98, -89, Tone.dark(breed.coat(), 0.2), breed.deep()));
    Shape tongue = Shape.blob(128, -97, 135, -97, 136, -90, 133.5, -84, 129.5, -85, 128, -91);
    art.fill(tongue, Ink.down(-97, -84, 0xFFB04A58, 0xFFE98A98));
    art.stroke(Shape.line(132, -95, 132, -87), 0.5, Ink.of(0x90A03C4C));
  }

  private void face(Art art) {
    Shape lip = Shape.curve(145, -102, 139, -98.5, 130, -97, 122, -95.5);
    art.stroke(lip, 1, Ink.of(Tone.alpha(Tone.dark(breed.deep(), 0.55), 0.9)));
    Shape nose = Shape.blob(142.5, -112, 147, -111.5, 148.5, -107.5, 145.5, -105, 142.5, -107.5);
    art.fill(nose, Ink.glow(145, -110.5, 6, 0xFF4A4448, 0xFF141114));
    art.fill(Shape.oval(145, -110.3, 1.4, 0.6), Ink.of(0xAAFFFFFF));
    art.fill(
        Shape.oval(124.5, -114.3, 3.5, 3),
        Ink.of(Tone.alpha(Tone.dark(breed.deep(), 0.5), 0.7)).blur(1.2));
    art.fill(
        Shape.oval(124.7, -114.3, 2.3, 2.2), Ink.glow(124.5, -114, 2.4, 0xFF5A3416, 0xFF120A06));
    art.fill(Shape.circle(125.5, -115.1, 0.65), Ink.of(0xFFFFFFFF));
  }

  private void ear(Art art) {
    if (breed.ears() == 1) {
      standing(art, 0, breed.coat());
      return;
    }
    Shape ear =
        Shape.blob(
            105, -122, 112, -121, 116, -112, 116, -100, 111, -93, 105, -96, 101, -106, 101, -116);
    int tint =
        breed.marks() == Breed.Marks.SPOTS
            ? 0xFF2A2726
            : breed.marks() == Breed.Marks.PATCHES
                ? 0xFF7A4622
                : Tone.mix(breed.coat(), breed.deep(), 0.45);
    art.fill(
        Shape.blob(107, -121, 114, -119, 119, -110, 118, -98, 113, -92, 106, -96),
        Ink.of(Tone.alpha(Tone.dark(breed.deep(), 0.4), 0.5)).blur(4));
    new Coat(tint, Tone.dark(tint, 0.4), Tone.light(tint, 0.22), coat.hair(), coat.density() * 1.4)
        .paint(art, ear, 100, 100, -123, 17, 31);
  }

  private void standing(Art art, double shift, int colour) {
    Shape ear =
        Shape.blob(
            102 + shift,
            -119,
            103 + shift,
            -130,
            106 + shift,
            -142,
            111 + shift,
            -133,
            115 + shift,
            -122,
            109 + shift,
            -118);
    art.fill(ear, Ink.down(-142, -118, Tone.dark(colour, 0.4), colour));
    art.fill(
        Shape.blob(105.5 + shift, -121, 106.5 + shift, -134, 110.5 + shift, -124),
        Ink.of(Tone.alpha(0xFFB98A78, 0.6)).blur(2));
  }

  private void collar(Art art) {
    int red = art.dice().pick(0xFFB8322C, 0xFF2C5FA8, 0xFF2F7D4A, 0xFF3A3A40);
    art.stroke(
        Shape.curve(94, -103, 100, -96, 109, -90, 116, -89), 3.4, Ink.of(Tone.dark(red, 0.3)));
    art.stroke(Shape.curve(94, -103.6, 100, -96.6, 109, -90.6, 116, -89.6), 2.2, Ink.of(red));
    art.fill(Shape.circle(113, -86.5, 2.2), Ink.glow(112.5, -87, 2.4, 0xFFF6E3A0, 0xFFA8842C));
  }
}
