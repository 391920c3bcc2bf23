package dev.semblance.gallery.room;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Frame;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Tone;
import java.util.List;

/// Bookshelves.
final class Books {
  private static final List<Integer> BINDINGS =
      List.of(
          0xFF8A2E2A,
          0xFF2E4E7A,
          0xFF3E6A48,
          0xFF6E4A2C,
          0xFFB88A3C,
          0xFF5A3A5E,
          0xFF2E2A2C,
          0xFFC8B898,
          0xFF9A4A2E,
          0xFF4A7A80);

  private Books() {}

  /// A bay of shelves from the floor upwards.
  static void shelf(Art art, double x, double y, double wide, double bottom) {
    art.fill(Shape.box(x, y, wide, bottom - y), Ink.across(x, x + wide, 0xFF3E2614, 0xFF2A180C));
    int rows = (int) ((bottom - y) / 42);
    double step = (bottom - y - 6) / rows;
    for (int i = 0; i < rows; i++) {
      row(art, x + 7, y + 6 + i * step, wide - 14, step - 6);
      double py = y + (i + 1) * step;
      art.fill(Shape.box(x, py, wide, 6), Ink.down(py, py + 6, 0xFF9A6A3C, 0xFF543418));
    }
    for (double px : new double[] {x, x + wide - 7}) {
      art.fill(Shape.box(px, y, 7, bottom - y), Ink.across(px, px + 7, 0xFF8E6036, 0xFF5E3C1E));
    }
    art.fill(Shape.box(x - 2, y - 6, wide + 4, 9), Ink.down(y - 6, y + 3, 0xFFA87444, 0xFF5E3C1E));
  }

  private static void row(Art art, double x, double y, double wide, double high) {
    Dice dice = art.dice();
    double at = x;
    while (at < x + wide - 3) {
      double thick = Math.min(dice.between(3.5, 9), x + wide - at);
      double tall = high * dice.between(0.68, 0.95);
      if (dice.chance(0.06)) {
        at += dice.between(4, 12);
        continue;
      }
      int binding = Tone.vary(dice.pick(BINDINGS), dice, 0.05);
      book(art, binding, new Frame(at, y + high - tall, thick, tall));
      at += thick + 0.4;
    }
    art.fill(Shape.box(x, y, wide, 9), Ink.down(y, y + 9, 0x90000000, 0x00000000));
  }

  private static void book(Art art, int k, Frame spine) {
    double x = spine.x();
    double y = spine.y();
    double thick = spine.wide();
    double tall = spine.high();
    art.fill(
        Shape.round(1, x, y, thick, tall),
        Ink.across(x, x + thick, Tone.dark(k, 0.25), Tone.light(k, 0.16), Tone.dark(k, 0.35)));
    if (thick > 5) {
      art.fill(
          Shape.box(x + 0.6, y + tall * 0.14, thick - 1.2, 1.2)
              .addBox(x + 0.6, y + tall * 0.8, thick - 1.2, 1.2),
          Ink.of(0xAAE0C070));
      art.fill(
          Shape.box(x + thick * 0.3, y + tall * 0.28, thick * 0.4, tall * 0.3), Ink.of(0x70F4E4B4));
    }
  }
}
