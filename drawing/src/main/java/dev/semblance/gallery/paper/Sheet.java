package dev.semblance.gallery.paper;

import dev.semblance.drawing.Fonts;
import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Lettering;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import java.util.List;

/// A sheet of paper that lies on a desk, and simple typesetting on it. Own units: the sheet is 300
/// wide, its upper left corner is the origin.
final class Sheet {
  static final double WIDE = 300;
  static final int INK = 0xFF2B2D33;

  private final Art art;

  Sheet(Art art) {
    this.art = art;
  }

  /// Paints a desk and a sheet `high` units tall, then what is on it.
  static void onDesk(Art art, double high, int paper, java.util.function.Consumer<Sheet> content) {
    Dice dice = art.dice();
    int desk = dice.pick(0xFF7A5638, 0xFF4A3C34, 0xFF8C8F92, 0xFF3F5566, 0xFFA98862);
    art.wash(
        Texture.mottle(Tone.dark(desk, 0.2), Tone.light(desk, 0.1))
            .scale(0.6, 6)
            .turn(dice.near(0, 0.12))
            .contrast(3)
            .relief(0.6)
            .ink(dice));
    art.wash(
        Ink.glow(art.width() * 0.25, art.height() * 0.1, 560, 0x40FFFFFF, 0x00FFFFFF, 0x70000000));
    double fit = Math.min(art.width() * 0.92 / WIDE, art.height() * 0.95 / high);
    double scale = fit * dice.between(0.96, 1.04);
    double tilt = dice.near(0, 3.2);
    Spot corner =
        new Spot(
            art.width() / 2 - WIDE / 2 * scale + dice.near(0, 8),
            art.height() / 2 - high / 2 * scale + dice.near(0, 3),
            scale,
            tilt,
            false);
    art.at(
        corner,
        () -> {
          art.fill(Shape.box(5, 7, WIDE, high), Ink.of(0x70000000).blur(12));
          art.fill(Shape.box(1, 2, WIDE, high), Ink.of(0x50000000).blur(3));
          Shape sheet = Shape.box(0, 0, WIDE, high);
          art.fill(
              sheet,
              Texture.mottle(Tone.dark(paper, 0.03), Tone.light(paper, 0.3))
                  .scale(4, 4)
                  .relief(0.35)
                  .ink(dice));
          art.inside(sheet, () -> content.accept(new Sheet(art)));
          art.fill(
              sheet,
              Ink.along(new double[] {0, 0, WIDE, high}, 0x18FFFFFF, 0x00FFFFFF, 0x22000010));
        });
    art.finish(0.35, 0.3);
  }

  Art art() {
    return art;
  }

  void text(String text, double x, double y, double size) {
    art.text(text, x, y, Lettering.of(Fonts.SANS, size), Ink.of(INK));
  }

  void text(String text, double x, double y, Lettering how, int colour) {
    art.text(text, x, y, how, Ink.of(colour));
  }

  void bold(String text, double x, double y, double size) {
    art.text(text, x, y, Lettering.of(Fonts.SANS_BOLD, size), Ink.of(INK));
  }

  /// Right-aligned text that ends at `x`.
  void ending(String text, double x, double y, double size) {
    art.text(text, x, y, Lettering.of(Fonts.SANS, size).ending(), Ink.of(INK));
  }

  void rule(double x0, double y, double x1, double width) {
    art.stroke(Shape.line(x0, y, x1, y), width, Ink.of(Tone.alpha(INK, 0.7)));
  }

  void band(int colour, double x, double y, double w, double h) {
    art.fill(Shape.box(x, y, w, h), Ink.of(colour));
  }

  /// Lines of made-up prose in a column; returns the y after the last line.
  double prose(Lettering how, double step, double[] column, int lines) {
    double y = column[1];
    for (int i = 0; i < lines; i++) {
      boolean last = i == lines - 1;
      art.text(
          Prose.line(art, how, column[2] * (last ? 0.6 : 1)),
          column[0],
          y,
          how,
          Ink.of(Tone.alpha(INK, 0.92)));
      y += step;
    }
    return y;
  }

  /// A rubber stamp with a double frame, worn.
  void stamp(String text, int colour, double x, double y, double size) {
    Lettering how = Lettering.of(Fonts.SANS_BOLD, size).centred();
    double half = art.measure(text, how) / 2 + size * 0.45;
    art.at(
        Spot.at(x, y).turned(art.dice().between(-22, -10)),
        () ->
            art.layer(
                Ink.of(Tone.BLACK).alpha(0.88).multiply(),
                () -> {
                  art.stroke(
                      Shape.round(size * 0.2, -half, -size * 0.78, 2 * half, size * 1.5),
                      size * 0.11,
                      Ink.of(colour));
                  art.stroke(
                      Shape.round(
                          size * 0.14,
                          -half + size * 0.16,
                          -size * 0.62,
                          2 * half - size * 0.32,
                          size * 1.18),
                      size * 0.04,
                      Ink.of(colour));
                  art.text(text, 0, size * 0.33, how, Ink.of(colour));
                  art.fill(
                      Shape.box(-half * 1.2, -size, half * 2.4, size * 2),
                      Texture.mottle(0x00000000, 0xFF000000)
                          .scale(5, 5)
                          .contrast(3)
                          .set("from", 0, 0, 0, -5)
                          .ink(art.dice())
                          .erase());
                }));
  }

  /// The longest of a list of words that fits, for tests of wit only in code that draws.
  static String name(Dice dice) {
    return dice.pick(
        List.of(
            "Harbour & Sons",
            "Northwind Ltd",
            "Alder Office Supply",
            "Kestrel Tools",
            "Blue Door Bakery",
            "Mill Lane Garage",
            "Fenwick Printers",
            "Larch & Holm"));
  }
}
