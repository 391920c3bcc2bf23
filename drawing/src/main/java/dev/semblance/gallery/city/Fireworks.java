package dev.semblance.gallery.city;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.brush.Water;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Weather;
import java.util.List;

/// Fireworks over a dark town by the water.
public final class Fireworks {
  private Fireworks() {}

  public static Scene cast(Dice dice) {
    int count = dice.whole(1, 4);
    boolean gold = dice.chance(0.3);
    String look = gold ? "golden fireworks" : "colourful fireworks";
    Caption caption =
        Caption.of(
                "fireworks", Words.count(count, "burst") + " of " + look + " over a town at night")
            .or("fireworks in the night sky")
            .or(look + " mirrored in the water")
            .or("bright bursts of light in a dark sky")
            .or(look);
    Air air = Air.of(Hour.NIGHT, Weather.CLEAR, dice);
    return new Scene(caption, art -> paint(art, air, count, gold));
  }

  private static void paint(Art art, Air air, int count, boolean gold) {
    Dice dice = art.dice();
    double line = art.height() * 0.76;
    art.wash(Ink.down(0, line, 0xFF050816, 0xFF0E1634, 0xFF2A2A4E));
    for (int i = 0; i < count; i++) {
      double x =
          art.width() * (count == 1 ? dice.between(0.4, 0.6) : (i + 0.5) / count)
              + dice.near(0, 20);
      double r = (count == 1 ? 125 : 70 + 34.0 / count) * dice.between(0.85, 1.15);
      int colour =
          gold
              ? 0xFFFFC45A
              : dice.pick(
                  List.of(0xFFFF5A5A, 0xFF5AC8FF, 0xFF7CFF7A, 0xFFFFD85A, 0xFFE27AFF, 0xFFFFFFFF));
      burst(art, x, line * dice.between(0.28, 0.5), r, colour);
    }
    roofs(art, air, line);
    new Water(line + 3, 0xFF0A1426, 1, 0.9, art.width() / 2, 0).paint(art);
    art.finish(0.5, 0.35);
  }

  private static void burst(Art art, double x, double y, double r, int colour) {
    Dice dice = art.dice();
    art.wash(
        Ink.glow(
                x,
                y,
                r * 1.7,
                Tone.alpha(colour, 0.4),
                Tone.alpha(colour, 0.1),
                Tone.alpha(colour, 0))
            .screen());
    Shape rays = Shape.path();
    Shape sparks = Shape.path();
    for (int i = 0; i < 84; i++) {
      double a = i * Math.PI / 42 + dice.near(0, 0.04);
      double reach = r * dice.between(0.55, 1.05);
      double fall = reach * reach / r * 0.16;
      double ex = x + Math.cos(a) * reach;
      double ey = y + Math.sin(a) * reach + fall;
      rays.move(x + Math.cos(a) * reach * 0.2, y + Math.sin(a) * reach * 0.2);
      rays.bend(x + Math.cos(a) * reach * 0.75, y + Math.sin(a) * reach * 0.75, ex, ey);
      sparks.addOval(ex, ey, 1.5, 1.5);
    }
    art.stroke(rays, 2.4, Ink.of(Tone.alpha(colour, 0.35)).blur(3).screen());
    art.stroke(
        rays,
        0.9,
        Ink.glow(x, y, r, 0xFFFFFFFF, Tone.light(colour, 0.4), Tone.alpha(colour, 0.75)));
    art.fill(sparks, Ink.of(Tone.light(colour, 0.6)));
    art.fill(Shape.circle(x, y, r * 0.1), Ink.of(0xAAFFFFFF).blur(r * 0.1).screen());
    Shape trail =
        Shape.path()
            .move(x, y + 6)
            .bend(x + dice.near(0, 12), y + 90, x + dice.near(0, 18), art.height() * 0.76);
    art.stroke(
        trail,
        1.2,
        Ink.down(y, art.height() * 0.7, Tone.alpha(colour, 0.5), Tone.alpha(colour, 0)));
  }

  private static void roofs(Art art, Air air, double line) {
    Dice dice = art.dice();
    for (double x = -10; x < art.width(); ) {
      double wide = dice.between(18, 40);
      double high = dice.between(16, 58);
      new Tower(air, 0.05, dice.fork()).paint(art, x, line + 3 - high, wide, high);
      x += wide * 0.97;
    }
  }
}
