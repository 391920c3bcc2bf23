package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;

/// Trees, near and far.
public final class Trees {
  private Trees() {}

  /// A distant line of round trees standing on `y`.
  public static void row(Art art, Air air, double y, int colour) {
    Dice dice = art.dice();
    for (int depth = 0; depth < 2; depth++) {
      for (int i = 0; i < 46; i++) {
        double x = dice.between(-10, art.width() + 10);
        double r = dice.between(4, 11) * (1 + 0.4 * depth);
        int k = air.far(Tone.vary(colour, dice, 0.05), 0.42 - 0.14 * depth);
        Shape crown = Shape.oval(x, y - r * 0.7, r, r * dice.between(0.8, 1.1));
        art.fill(
            crown,
            Ink.glow(
                x + air.side() * r * 0.4,
                y - r * 1.3,
                r * 1.7,
                Tone.light(k, 0.2),
                Tone.dark(k, 0.3)));
      }
    }
  }

  /// Rows of snowy or plain conifers that fade backwards; `snow` 0 to 1.
  public static void wood(Art art, Air air, double y, double snow) {
    Dice dice = art.dice();
    for (int depth = 0; depth < 3; depth++) {
      double away = 0.6 - 0.2 * depth;
      for (double x = -8; x < art.width() + 10; x += dice.between(7, 14) * (1 + 0.4 * depth)) {
        double high = dice.between(30, 52) * (1 + 0.45 * depth);
        conifer(art, air, new double[] {x, y + 2 * depth, high, away}, snow);
      }
    }
  }

  /// One conifer: `tree` is x, foot y, height, distance 0 to 1.
  public static void conifer(Art art, Air air, double[] tree, double snow) {
    Dice dice = art.dice();
    double x = tree[0];
    double y = tree[1];
    double high = tree[2];
    int green = air.far(Tone.vary(0xFF2E4A38, dice, 0.04), tree[3]);
    int white = air.far(0xFFF2F6FC, tree[3] * 0.8);
    art.fill(
        Shape.box(x - high * 0.025, y - high * 0.15, high * 0.05, high * 0.15),
        Ink.of(air.far(0xFF4A3626, tree[3])));
    int tiers = Math.max(4, (int) (high / 11));
    for (int i = 0; i < tiers; i++) {
      double t = (double) i / tiers;
      double foot = y - high * (0.08 + 0.8 * t);
      double half = high * 0.24 * (1 - t) + high * 0.025;
      double up = high * 0.9 / tiers * 1.7;
      tier(
          art,
          new double[] {x, foot, half, up},
          Tone.dark(green, 0.25 * (1 - t)),
          Tone.alpha(white, snow),
          air.side());
    }
  }

  private static void tier(Art art, double[] t, int green, int white, int side) {
    double x = t[0];
    double y = t[1];
    double half = t[2];
    double up = t[3];
    Dice dice = art.dice();
    Shape skirt = Shape.path().move(x, y - up);
    skirt.bend(x + half * 0.35, y - up * 0.35, x + half * dice.between(0.9, 1.1), y);
    for (int i = 1; i < 6; i++) {
      double px = x + half * (1 - i / 3.0);
      skirt.bend(px + half * 0.16, y - up * 0.12, px, y + dice.near(up * 0.05, up * 0.05));
    }
    skirt.bend(x - half * 0.35, y - up * 0.35, x, y - up).close();
    art.fill(
        skirt,
        Ink.across(
            x - half,
            x + half,
            Tone.dark(green, side < 0 ? 0 : 0.35),
            green,
            Tone.dark(green, side < 0 ? 0.35 : 0)));
    if (Tone.channelAlpha(white) > 0) {
      Shape cap =
          Shape.path()
              .move(x, y - up)
              .bend(x + half * 0.3, y - up * 0.35, x + half * 0.8, y - up * 0.1);
      cap.bend(x + half * 0.3, y - up * 0.34, x, y - up * 0.4)
          .bend(x - half * 0.3, y - up * 0.34, x - half * 0.8, y - up * 0.1);
      cap.bend(x - half * 0.3, y - up * 0.35, x, y - up).close();
      art.fill(cap, Ink.of(white));
    }
  }

  /// A broad-leaved tree: `tree` is x, foot y, height, distance; leaves in clumps lit from the
  /// sun's side.
  public static void broadleaf(Art art, Air air, double[] tree, int leaves) {
    Dice dice = art.dice();
    double x = tree[0];
    double y = tree[1];
    double high = tree[2];
    trunk(art, air, tree);
    double cy = y - high * 0.66;
    for (int i = 0; i < 7; i++) {
      double angle = i * 0.9 + dice.between(0, 0.5);
      double reach = i == 6 ? 0 : high * 0.19;
      double rx = high * dice.between(0.13, 0.2);
      double bx = x + Math.cos(angle) * reach * 1.15;
      double by = cy + Math.sin(angle) * reach * 0.8;
      int k = Tone.dark(Tone.vary(leaves, dice, 0.03), by > cy ? 0.18 : 0);
      new Foliage(bx, by, rx, rx * 0.85, k, tree[3]).paint(art, air);
    }
  }

  /// A bush: `bush` is x, foot y, half width, distance.
  public static void bush(Art art, Air air, double[] bush, int leaves) {
    double r = bush[2];
    for (int i = -1; i <= 1; i++) {
      double side = i * r * 0.5;
      double high = r * (i == 0 ? 0.72 : 0.5);
      new Foliage(bush[0] + side, bush[1] - high * 0.75, r * 0.6, high, leaves, bush[3])
          .paint(art, air);
    }
  }

  private static void trunk(Art art, Air air, double[] tree) {
    double x = tree[0];
    double y = tree[1];
    double high = tree[2];
    int bark = air.far(0xFF5B4634, tree[3]);
    double w = high * 0.03;
    Shape trunk =
        Shape.path()
            .move(x - w * 1.5, y)
            .bend(x - w * 0.6, y - high * 0.15, x - w * 0.7, y - high * 0.45);
    trunk
        .to(x + w * 0.7, y - high * 0.45)
        .bend(x + w * 0.6, y - high * 0.15, x + w * 1.5, y)
        .close();
    int lit = Tone.light(bark, 0.18);
    int dim = Tone.dark(bark, 0.4);
    art.fill(
        trunk,
        air.side() < 0
            ? Ink.across(x - w, x + w, lit, bark, dim)
            : Ink.across(x - w, x + w, dim, bark, lit));
    Shape boughs = Shape.path().move(x, y - high * 0.4).to(x - high * 0.14, y - high * 0.62);
    boughs
        .move(x, y - high * 0.42)
        .to(x + high * 0.13, y - high * 0.66)
        .move(x, y - high * 0.4)
        .to(x, y - high * 0.75);
    art.stroke(boughs, w * 0.7, Ink.of(bark));
  }

  /// A tree without leaves: `tree` is x, foot y, height, distance; `snow` 0 to 1 lies on its
  /// boughs.
  public static void bare(Art art, Air air, double[] tree, double snow) {
    Shape[] boughs = {Shape.path(), Shape.path(), Shape.path()};
    grow(art.dice(), boughs, new double[] {tree[0], tree[1], tree[2] * 0.34, -90}, 0);
    int bark = air.far(0xFF4E443C, tree[3]);
    double[] widths = {0.042, 0.02, 0.009};
    for (int i = 0; i < 3; i++) {
      art.stroke(boughs[i], Math.max(0.5, tree[2] * widths[i]), Ink.of(bark));
    }
    if (snow > 0) {
      art.at(
          Spot.at(0, -tree[2] * 0.008),
          () ->
              art.stroke(
                  boughs[1],
                  tree[2] * 0.009,
                  Ink.of(Tone.alpha(air.far(0xFFF8FAFF, tree[3]), snow))));
    }
  }

  private static void grow(Dice dice, Shape[] boughs, double[] bough, int depth) {
    double a = Math.toRadians(bough[3]);
    double x = bough[0] + Math.cos(a) * bough[2];
    double y = bough[1] + Math.sin(a) * bough[2];
    boughs[Math.min(2, depth / 2)].move(bough[0], bough[1]).to(x, y);
    if (depth >= 5) {
      return;
    }
    int forks = depth == 0 ? 3 : 2;
    for (int i = 0; i < forks; i++) {
      double turn = (i - (forks - 1) / 2.0) * dice.between(36, 58) + dice.near(0, 10);
      grow(
          dice,
          boughs,
          new double[] {x, y, bough[2] * dice.between(0.62, 0.8), bough[3] + turn},
          depth + 1);
    }
  }

  /// A palm: `tree` is x, foot y, height, distance.
  public static void palm(Art art, Air air, double[] tree) {
    Dice dice = art.dice();
    double high = tree[2];
    double lean = dice.near(0, high * 0.22);
    double tx = tree[0] + lean;
    double ty = tree[1] - high;
    int bark = air.far(0xFF8A6A48, tree[3]);
    Shape trunk =
        Shape.path()
            .move(tree[0], tree[1])
            .bend(tree[0] + lean * 0.2, tree[1] - high * 0.6, tx, ty);
    art.stroke(trunk, high * 0.055, Ink.of(Tone.dark(bark, 0.35)));
    art.stroke(trunk, high * 0.034, Ink.of(bark));
    art.stroke(
        trunk,
        high * 0.05,
        Ink.of(Tone.alpha(Tone.dark(bark, 0.5), 0.45))
            .dashed((float) (high * 0.008), (float) (high * 0.026)));
    for (int i = 0; i < 11; i++) {
      double angle = -205 + i * 23 + dice.near(0, 8);
      frond(art, air, new double[] {tx, ty, high * dice.between(0.42, 0.54), angle}, tree[3]);
    }
    for (int i = 0; i < 3; i++) {
      double r = high * 0.024;
      art.fill(
          Shape.circle(tx + (i - 1) * r * 1.5, ty + r * 1.2, r),
          Ink.glow(tx, ty, r * 3, air.far(0xFF8A6236, tree[3]), air.far(0xFF4A3018, tree[3])));
    }
  }

  private static void frond(Art art, Air air, double[] f, double away) {
    double a = Math.toRadians(f[3]);
    double length = f[2];
    double[] rib = {
      f[0],
      f[1],
      f[0] + Math.cos(a) * length * 0.6,
      f[1] + Math.sin(a) * length * 0.8 - length * 0.12,
      f[0] + Math.cos(a) * length,
      f[1] + Math.sin(a) * length * 0.55 + length * 0.3
    };
    Shape leaves = Shape.path();
    for (int i = 1; i < 30; i++) {
      double t = i / 30.0;
      double x = along(rib, t, 0);
      double y = along(rib, t, 1);
      double l = length * 0.2 * Math.sin(Math.PI * Math.min(1, t * 0.8 + 0.16));
      double dx = along(rib, Math.min(1, t + 0.05), 0) - x;
      double lean = Math.signum(dx) * l * 0.5;
      leaves.move(x, y).bend(x + lean * 0.5, y + l * 0.5, x + lean, y + l);
      leaves.move(x, y).bend(x + lean * 0.9, y - l * 0.28, x + lean * 1.5, y + l * 0.1);
    }
    int green = air.far(Tone.vary(0xFF3F7A34, art.dice(), 0.07), away);
    art.stroke(leaves, length * 0.013, Ink.of(green));
    art.stroke(
        Shape.path().move(rib[0], rib[1]).bend(rib[2], rib[3], rib[4], rib[5]),
        length * 0.016,
        Ink.of(Tone.light(green, 0.25)));
  }

  private static double along(double[] bend, double t, int axis) {
    double s = 1 - t;
    return s * s * bend[axis] + 2 * s * t * bend[2 + axis] + t * t * bend[4 + axis];
  }
}
