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
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Furniture;
import dev.semblance.gallery.world.Place;
import dev.semblance.gallery.world.Shade;

/// A cat that sits on a sofa, a window sill, grass or snow.
public final class CatScene {
  private CatScene() {}

  public static Scene cast(Dice dice) {
    String colour =
        dice.pick("orange tabby", "black", "white", "grey", "black and white", "brown tabby");
    String where =
        dice.pick("on a sofa", "on a sofa", "on a window sill", "on the grass", "in the snow");
    Air air = Air.day(dice);
    String what = Words.a(colour + " cat");
    Caption caption =
        Caption.of("cat", what + " " + where)
            .or(what + " sitting " + where)
            .or("a cat " + where)
            .or("a photo of " + what + " that looks at the viewer")
            .or(what);
    int cushion = dice.pick(0xFF5A7482, 0xFFA8584A, 0xFF7C8A5E, 0xFF8A7A9A);
    return new Scene(caption, art -> paint(art, colour, where, air, cushion));
  }

  private static void paint(Art art, String colour, String where, Air air, int cushion) {
    double h = art.height();
    double x = art.width() * art.dice().between(0.38, 0.62);
    double y = h * 0.86;
    double s = art.dice().between(1.45, 1.75);
    switch (where) {
      case "on the grass" -> Place.MEADOW.paint(art, air);
      case "in the snow" -> Place.SNOW.paint(art, air);
      case "on a window sill" -> y = sill(art, air);
      default -> y = sofa(art, cushion);
    }
    double ground = y;
    boolean outside = where.startsWith("on the") || where.startsWith("in the");
    if (outside) {
      Shade.under(art, air, x, ground, 100 * s);
    } else {
      art.fill(Shape.oval(x + 8, ground, 58 * s, 9 * s), Ink.of(0x60100C08).blur(14));
    }
    art.graded(
        outside ? air.light() : 0xFFF6ECE0,
        0,
        0,
        () -> Cat.of(colour).paint(art, Spot.at(x, ground, s).mirrored(art.dice().chance(0.5))));
    if (where.equals("on the grass")) {
      Place.MEADOW.front(art, air, ground);
    } else if (where.equals("in the snow")) {
      Place.SNOW.front(art, air, ground);
    }
    art.finish(0.45, 0.35);
  }

  /// A sofa close up; returns where its seat is.
  private static double sofa(Art art, int colour) {
    double w = art.width();
    double h = art.height();
    int wall = art.dice().pick(0xFFD8CEBE, 0xFFC4CECC, 0xFFDCC8B8);
    art.wash(Texture.mottle(Tone.dark(wall, 0.05), wall).scale(3, 3).relief(0.3).ink(art.dice()));
    art.wash(Ink.glow(w * 0.2, 0, 480, 0x40FFF4DC, 0x00FFF4DC, 0x40201810));
    Furniture.sofa(art, w / 2, h * 1.12, w * 1.2, colour);
    return h * 0.83;
  }

  /// A window with a view; returns where its sill is.
  private static double sill(Art art, Air air) {
    double w = art.width();
    double h = art.height();
    double y = h * 0.82;
    art.blurred(4, () -> Place.MEADOW.paint(art, air));
    art.wash(Ink.of(0x22FFFFFF));
    int frame = 0xFFF4F0E8;
    for (double x : new double[] {0, w * 0.48, w - 22}) {
      art.fill(Shape.box(x, 0, 22, y), Ink.across(x, x + 22, frame, Tone.dark(frame, 0.18)));
    }
    art.fill(Shape.box(0, 0, w, 20).addBox(0, h * 0.3, w, 9), Ink.of(frame));
    art.fill(Shape.box(0, y - 14, w, h), Ink.down(y - 14, h, 0xFFFBF8F2, 0xFFD4CDC0, 0xFF9A9184));
    art.stroke(Shape.line(0, y + 26, w, y + 26), 2, Ink.of(0x60504838));
    return y + 12;
  }
}
