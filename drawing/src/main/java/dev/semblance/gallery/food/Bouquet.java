package dev.semblance.gallery.food;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;

/// Cut flowers in a vase, and one flower close up.
public final class Bouquet {
  private Bouquet() {}

  public static Scene vase(Dice dice) {
    String kind = dice.pick("tulips", "roses", "sunflowers", "daisies");
    String colour =
        kind.equals("sunflowers")
            ? "yellow"
            : kind.equals("daisies")
                ? "white"
                : dice.pick("red", "pink", "yellow", "white", "purple");
    String vase = dice.pick("white", "blue", "green", "glass");
    Table table = Table.pick(dice);
    boolean named = kind.equals("sunflowers");
    String what = (named ? "" : colour + " ") + kind;
    Caption caption =
        Caption.of("flowers", what + " in " + Words.a(vase + " vase"))
            .or(what + " in a vase on " + Words.a(table.name()))
            .or("a bouquet of " + what)
            .or("flowers in a vase")
            .or("a still life with " + what + " and " + Words.a(vase + " vase"));
    return new Scene(caption, art -> paintVase(art, table, new String[] {kind, colour, vase}));
  }

  private static int tint(String colour) {
    return switch (colour) {
      case "red" -> 0xFFC8222E;
      case "pink" -> 0xFFEE8CAE;
      case "yellow" -> 0xFFF5CB2E;
      case "purple" -> 0xFF8A55B0;
      default -> 0xFFF9F6EE;
    };
  }

  private static void paintVase(Art art, Table table, String[] how) {
    table.paint(art);
    Dice dice = art.dice();
    double x = art.width() / 2 + dice.near(0, 24);
    double y = art.height() * 0.86;
    Table.shadow(art, x, y, 54);
    double mouth = y - 128;
    double[][] heads = new double[11][];
    for (int i = 0; i < heads.length; i++) {
      double t = i / (heads.length - 1.0) - 0.5;
      double reach = i % 2 == 0 ? 118 : 78;
      heads[i] =
          new double[] {
            x + t * 250 + dice.near(0, 9), mouth - reach * Math.cos(t * 2.3) + dice.near(0, 8)
          };
      stem(art, x + t * 34, mouth + 30, heads[i]);
    }
    for (double[] head : heads) {
      double s = dice.between(25, 31);
      double lean = (head[0] - x) * 0.22;
      art.at(Spot.at(head[0], head[1], s).turned(lean), () -> head(art, how[0], tint(how[1])));
    }
    vase(art, x, y, how[2]);
    art.finish(0.5, 0.35);
  }

  private static void stem(Art art, double x, double y, double[] to) {
    Shape stem =
        Shape.path().move(x, y).bend(x + (to[0] - x) * 0.3, y - (y - to[1]) * 0.6, to[0], to[1]);
    art.stroke(stem, 4.4, Ink.of(0xFF36602A));
    art.stroke(stem, 2, Ink.of(0xFF6E9C48));
    double lx = x + (to[0] - x) * 0.45;
    double ly = y - (y - to[1]) * 0.5;
    double turn = art.dice().near(-90, 60);
    art.at(
        Spot.at(lx, ly, 1.1).turned(turn),
        () ->
            art.fill(
                Shape.svg("M0,0 Q18,-15 50,-4 Q22,12 0,0 Z"),
                Ink.across(0, 50, 0xFF3E6E2C, 0xFF84B050)));
  }

  private static void head(Art art, String kind, int k) {
    int tone = Tone.vary(k, art.dice(), 0.04);
    switch (kind) {
      case "tulips" -> tulip(art, tone);
      case "roses" -> rose(art, tone);
      case "sunflowers" -> rays(art, tone, 18, 0xFF4A2A12, 0.46);
      default -> rays(art, tone, 11, 0xFFE8B42A, 0.3);
    }
  }

  private static void tulip(Art art, int k) {
    art.fill(
        Shape.svg(
            "M0,.75 C-.85,.7 -.85,-.2 -.62,-.85 Q-.2,-.5 0,-.95 Q.2,-.5 .62,-.85 C.85,-.2 .85,.7 0,.75 Z"),
        Ink.across(-0.8, 0.8, Tone.light(k, 0.15), k, Tone.dark(k, 0.35)));
    art.fill(
        Shape.svg("M0,.75 C-.5,.6 -.5,-.3 0,-.9 C.5,-.3 .5,.6 0,.75 Z"),
        Ink.down(-0.9, 0.75, Tone.light(k, 0.3), k, Tone.dark(k, 0.15)));
    art.stroke(
        Shape.svg("M0,.7 Q-.04,-.1 0,-.8"), 0.03, Ink.of(Tone.alpha(Tone.dark(k, 0.5), 0.4)));
  }

  private static void rose(Art art, int k) {
    art.fill(
        Shape.circle(0, 0, 0.86),
        Ink.glow(-0.2, -0.3, 1.3, k, Tone.dark(k, 0.1), Tone.dark(k, 0.38)));
    for (int ring = 0; ring < 4; ring++) {
      double r = 0.84 - ring * 0.21;
      int petals = 6 - ring;
      for (int i = 0; i < petals; i++) {
        double a = i * 360.0 / petals + ring * 31;
        Shape petal = Shape.svg("M-.34,.1 C-.4,-.35 .4,-.35 .34,.1 C.2,.28 -.2,.28 -.34,.1 Z");
        double tone = 0.04 + ring * 0.03;
        art.at(
            Spot.at(
                    Math.cos(Math.toRadians(a)) * r * 0.66,
                    Math.sin(Math.toRadians(a)) * r * 0.66,
                    0.35 + r * 0.75)
                .turned(a + 90),
            () ->
                art.fill(
                    petal,
                    Ink.down(-0.3, 0.25, Tone.light(k, 0.28), k, Tone.dark(k, 0.42 - tone))));
      }
    }
    art.stroke(
        Shape.svg("M-.08,.02 Q0,-.14 .1,0 Q.04,.12 -.06,.08"), 0.06, Ink.of(Tone.dark(k, 0.5)));
  }

  private static void rays(Art art, int k, int petals, int heart, double size) {
    for (int ring = 0; ring < 2; ring++) {
      for (int i = 0; i < petals; i++) {
        double turn = i * 360.0 / petals + ring * 180.0 / petals;
        double length = ring == 0 ? 1.08 : 0.94;
        double shade = ring == 0 ? 0.16 : 0.02 * (i % 3);
        Shape petal = Shape.svg("M.2,-.1 Q.62,-.22 1,0 Q.62,.22 .2,.1 Z");
        art.at(
            Spot.at(0, 0, length).turned(turn),
            () ->
                art.fill(
                    petal,
                    Ink.across(
                        0.2,
                        1,
                        Tone.dark(k, 0.3 + shade),
                        Tone.dark(k, shade),
                        Tone.light(k, 0.1))));
      }
    }
    art.fill(
        Shape.circle(0, 0, size),
        Ink.glow(
            -size * 0.3,
            -size * 0.3,
            size * 1.3,
            Tone.light(heart, 0.25),
            heart,
            Tone.dark(heart, 0.45)));
    Shape seeds = Shape.path();
    for (int i = 0; i < 50; i++) {
      double a = i * 2.39996;
      double r = size * 0.94 * Math.sqrt(i / 50.0);
      seeds.addOval(Math.cos(a) * r, Math.sin(a) * r, 0.022, 0.022);
    }
    art.fill(seeds, Ink.of(Tone.alpha(Tone.dark(heart, 0.6), 0.7)));
  }

  private static void vase(Art art, double x, double y, String kind) {
    int k =
        switch (kind) {
          case "blue" -> 0xFF3A6AA4;
          case "green" -> 0xFF4C8A6A;
          case "glass" -> 0xFFB4D0D8;
          default -> 0xFFF1EEE8;
        };
    double see = kind.equals("glass") ? 0.45 : 1;
    art.at(
        Spot.at(x, y),
        () -> {
          Shape body =
              Shape.svg(
                  "M-26,-132 C-30,-112 -20,-100 -36,-80 C-62,-50 -52,-10 -34,0 Q0,9 34,0 C52,-10 62,-50 36,-80 C20,-100 30,-112 26,-132 Q0,-124 -26,-132 Z");
          art.fill(
              body,
              Ink.across(
                      -52,
                      52,
                      Tone.light(k, 0.1),
                      Tone.light(k, 0.5),
                      k,
                      Tone.dark(k, 0.35),
                      Tone.dark(k, 0.5))
                  .alpha(see));
          art.inside(
              body,
              () -> {
                art.fill(Shape.oval(-24, -48, 7, 26), Ink.of(0x90FFFFFF).blur(8));
                if (see < 1) {
                  art.fill(Shape.box(-60, -74, 120, 80), Ink.of(0x5088B4C4));
                }
              });
          art.stroke(Shape.svg("M-26,-132 Q0,-124 26,-132"), 2.4, Ink.of(Tone.light(k, 0.5)));
        });
  }

  public static Scene closeUp(Dice dice) {
    String kind = dice.pick("rose", "sunflower", "daisy", "tulip");
    String colour =
        kind.equals("sunflower")
            ? "yellow"
            : kind.equals("daisy")
                ? "white"
                : dice.pick("red", "pink", "yellow", "white", "purple");
    String what = Words.a(kind.equals("sunflower") ? kind : colour + " " + kind);
    Caption caption =
        Caption.of("flower", what + " close up")
            .or(what)
            .or("a single flower, " + what)
            .or(what + " with a blurred green background")
            .or("a flower");
    String plural = kind.equals("daisy") ? "daisies" : kind + "s";
    return new Scene(caption, art -> paintCloseUp(art, plural, tint(colour)));
  }

  private static void paintCloseUp(Art art, String kind, int k) {
    Dice dice = art.dice();
    int back = dice.pick(0xFF5E8A4C, 0xFF7A9A5A, 0xFF4A7A64);
    art.wash(
        Ink.glow(
            art.width() * 0.7,
            art.height() * 0.2,
            520,
            Tone.light(back, 0.45),
            back,
            Tone.dark(back, 0.55)));
    for (int i = 0; i < 24; i++) {
      int spot = dice.chance(0.35) ? Tone.mix(back, k, 0.6) : Tone.light(back, 0.3);
      art.fill(
          Shape.circle(
              dice.between(0, art.width()), dice.between(0, art.height()), dice.between(18, 54)),
          Ink.of(Tone.alpha(spot, 0.25)).blur(8));
    }
    double x = art.width() * dice.between(0.44, 0.56);
    double y = art.height() * 0.44;
    art.at(Spot.at(0, 0, 1), () -> stem(art, x - 20, art.height() + 60, new double[] {x, y}));
    Shape leaf = Shape.svg("M0,0 Q40,-44 124,-20 Q54,34 0,0 Z");
    for (int side = 0; side < 2; side++) {
      art.at(
          Spot.at(x - 6, art.height() * 0.86).turned(side == 0 ? -28 : -152),
          () -> art.fill(leaf, Ink.across(0, 124, 0xFF35622A, 0xFF7FAE4E)));
    }
    art.at(Spot.at(x, y, 118).turned(dice.near(0, 8)), () -> head(art, kind, k));
    art.finish(0.5, 0.3);
  }
}
