package dev.semblance.gallery.city;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.world.Air;

/// A tall building seen from far off, its windows in rows.
final class Tower {
  private final Air air;
  private final double away;
  private final Dice dice;
  private final int wall;
  private final int style;

  Tower(Air air, double away, Dice dice) {
    this.air = air;
    this.away = away;
    this.dice = dice;
    int stone = dice.pick(0xFF7D8894, 0xFF9A8D7E, 0xFF5F7384, 0xFFA9A49A, 0xFF6C6470, 0xFF8C7466);
    this.wall = air.far(Tone.vary(stone, dice, 0.05), away);
    this.style = dice.whole(0, 4);
  }

  void paint(Art art, double x, double y, double wide, double high) {
    crown(art, x, y, wide);
    double split = wide * 0.68;
    boolean left = air.side() < 0;
    int bright = Tone.light(wall, 0.1);
    int dim = Tone.dark(wall, 0.3);
    art.fill(
        Shape.box(x, y, wide, high),
        Ink.down(y, y + high, bright, Tone.mix(bright, air.far(air.haze(), 0.5), 0.25)));
    double shade = left ? x + split : x;
    art.fill(Shape.box(shade, y, wide - split, high), Ink.of(Tone.alpha(dim, 0.8)));
    windows(art, x, y, wide, high);
  }

  private void crown(Art art, double x, double y, double wide) {
    Ink ink = Ink.of(wall);
    double m = x + wide / 2;
    switch (style) {
      case 0 -> art.fill(Shape.box(x + wide * 0.2, y - 9, wide * 0.6, 10), ink);
      case 1 -> {
        art.fill(
            Shape.box(x + wide * 0.15, y - 10, wide * 0.7, 11)
                .add(Shape.box(x + wide * 0.32, y - 18, wide * 0.36, 9)),
            ink);
        art.stroke(Shape.line(m, y - 18, m, y - 40), 1.1, ink);
        if (air.dark()) {
          art.fill(Shape.circle(m, y - 40, 1.4), Ink.of(0xFFFF5040));
        }
      }
      case 2 -> art.fill(Shape.polygon(x, y + 0.5, m, y - wide * 0.8, x + wide, y + 0.5), ink);
      case 3 ->
          art.fill(Shape.polygon(x, y + 0.5, x + wide, y - wide * 0.4, x + wide, y + 0.5), ink);
      default -> {}
    }
  }

  private void windows(Art art, double x, double y, double wide, double high) {
    double stepX = dice.between(3.4, 5);
    double stepY = dice.between(5, 7);
    double share = air.dark() ? dice.between(0.3, 0.65) : 0;
    Shape glass = Shape.path();
    Shape warm = Shape.path();
    Shape cool = Shape.path();
    for (double wy = y + 4; wy < y + high - 4; wy += stepY) {
      for (double wx = x + 2; wx < x + wide - 2.5; wx += stepX) {
        Shape to = !dice.chance(share) ? glass : dice.chance(0.78) ? warm : cool;
        to.addBox(wx, wy, stepX * 0.56, stepY * 0.55);
      }
    }
    int pane = Tone.mix(Tone.dark(wall, 0.35), air.top(), 0.3);
    art.fill(glass, Ink.of(Tone.alpha(pane, air.dark() ? 0.7 : 0.8)));
    double shine = 1 - away * 0.6;
    art.fill(warm, Ink.of(Tone.alpha(dice.pick(0xFFFFD27A, 0xFFFFC25E, 0xFFFFE2A6), shine)));
    art.fill(cool, Ink.of(Tone.alpha(0xFFCFE4FF, shine * 0.9)));
  }
}
