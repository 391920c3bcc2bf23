package dev.semblance.gallery.world;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
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
    for (int pass = 0; pass < 3; pass++) {
      for (int i = 0; i < 34; i++) {
        double a = dice.between(0, 2 * Math.PI);
        double r = Math.sqrt(dice.between(0, 1)) * high * 0.3;
        double cx = x + Math.cos(a) * r * 1.1 + pass * air.side() * high * 0.035;
        double cy = y - high * 0.66 + Math.sin(a) * r * 0.9 - pass * high * 0.035;
        double size = high * dice.between(0.05, 0.1) * (1.15 - 0.25 * pass);
        double shade = 0.35 - 0.2 * pass + 0.35 * (cy - (y - high * 0.66)) / high;
        int k = air.far(Tone.vary(leaves, dice, 0.04), tree[3]);
        int tone = shade > 0 ? Tone.dark(k, shade) : Tone.light(k, -shade * 0.8);
        art.fill(clump(dice, cx, cy, size), Ink.of(Tone.alpha(tone, 0.92)));
      }
    }
  }

  private static Shape clump(Dice dice, double x, double y, double r) {
    double[] p = new double[16];
    for (int i = 0; i < 8; i++) {
      double a = i * Math.PI / 4;
      double q = r * dice.between(0.7, 1.25);
      p[2 * i] = x + Math.cos(a) * q;
      p[2 * i + 1] = y + Math.sin(a) * q;
    }
    return Shape.blob(p);
  }

  private static void trunk(Art art, Air air, double[] tree) {
    double x = tree[0];
    double y = tree[1];
    double high = tree[2];
    int bark = air.far(0xFF5B4634, tree[3]);
    double w = high * 0.045;
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
}
