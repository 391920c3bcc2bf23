package dev.semblance.gallery.city;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.brush.Water;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// An old stone bridge with arches over a river.
public final class ArchBridge {
  private ArchBridge() {}

  public static Scene cast(Dice dice) {
    int arches = dice.whole(1, 4);
    Hour hour = dice.pick(Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DAWN);
    Weather weather =
        hour == Hour.DAY
            ? dice.pick(Weather.CLEAR, Weather.CLOUDY, Weather.FOG, Weather.SNOW)
            : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    boolean autumn = dice.chance(0.35);
    String with = Words.count(arches, "arch").replace("an arch", "one arch");
    Caption caption =
        Caption.of("bridge", "a stone bridge with " + with + " " + air.phrase())
            .or("an old stone bridge over a river " + air.phrase())
            .or(
                "a grey stone arch bridge"
                    + (autumn ? " between autumn trees" : " between green trees"))
            .or("a bridge of stone mirrored in a calm river")
            .or("an arch bridge");
    return new Scene(caption, art -> paint(art, air, arches, autumn));
  }

  private static void paint(Art art, Air air, int arches, boolean autumn) {
    double h = art.height();
    double line = h * 0.66;
    Sky.paint(art, air, line);
    Land.hills(art, air, line - 20, 56, 0xFF5A7A4C);
    int leaves = autumn ? 0xFFC8762E : 0xFF567F3C;
    Trees.row(art, air, line - 14, leaves);
    for (int i = 0; i < 7; i++) {
      double x = art.width() * (i + 0.5) / 7 + art.dice().near(0, 20);
      Trees.bush(
          art,
          air,
          new double[] {x, line + 2, art.dice().between(20, 40), 0.25},
          Tone.vary(leaves, art.dice(), 0.06));
    }
    Shape bridge = bridge(art, line, arches);
    art.fill(bridge, stones(art, air));
    courses(art, air, bridge, line, arches);
    new Water(line + 2, air.lit(0xFF3C5E54), 0.7, 0.9, art.width() * air.sunX(), 0).paint(art);
    tree(art, air, leaves);
    Weathering.over(art, air, line);
    art.finish(0.5, 0.35);
  }

  private static double crest(Art art, double x) {
    double t = x / art.width() * 2 - 1;
    return art.height() * (0.36 + 0.09 * t * t);
  }

  private static Shape bridge(Art art, double line, int arches) {
    double w = art.width();
    Shape shape = Shape.path().move(-10, line + 6);
    for (double x = -10; x <= w + 10; x += 10) {
      shape.to(x, crest(art, x));
    }
    shape.to(w + 10, line + 6);
    double span = w * 0.92 / arches;
    for (int i = arches - 1; i >= 0; i--) {
      double l = w * 0.04 + i * span + span * 0.09;
      double r = l + span * 0.82;
      double top = crest(art, (l + r) / 2) + 26;
      shape
          .to(r, line + 6, r, line - 14)
          .swing(r, top - 4, l, top - 4, l, line - 14)
          .to(l, line + 6);
    }
    return shape.close();
  }

  private static Ink stones(Art art, Air air) {
    return Texture.mottle(air.lit(0xFF8A857C), air.lit(0xFFBDB5A6))
        .scale(5, 8)
        .contrast(3.5)
        .relief(1.6)
        .set("sun", 3 * air.side(), 3)
        .ink(art.dice());
  }

  private static void courses(Art art, Air air, Shape bridge, double line, int arches) {
    Dice dice = art.dice();
    art.inside(
        bridge,
        () -> {
          Shape joints = Shape.path();
          for (double y = art.height() * 0.34; y < line + 6; y += 9) {
            joints.move(0, y).to(art.width(), y);
            for (double x = dice.between(0, 20); x < art.width(); x += dice.between(15, 24)) {
              joints.move(x, y).to(x, y + 9);
            }
          }
          art.stroke(joints, 0.8, Ink.of(Tone.alpha(air.lit(0xFF3A3630), 0.35)));
          art.fill(
              Shape.box(0, line - 40, art.width(), 60),
              Ink.down(line - 40, line + 6, 0, Tone.alpha(air.lit(0xFF26302A), 0.75)));
        });
    Shape rail = Shape.path().move(-10, crest(art, -10));
    for (double x = -10; x <= art.width() + 10; x += 10) {
      rail.to(x, crest(art, x));
    }
    art.stroke(rail, 7, Ink.of(air.lit(0xFF9C958A)));
    art.stroke(rail, 2, Ink.of(air.lit(0xFFD4CCBE)));
    rings(art, air, line, arches);
  }

  private static void rings(Art art, Air air, double line, int arches) {
    double span = art.width() * 0.92 / arches;
    for (int i = 0; i < arches; i++) {
      double l = art.width() * 0.04 + i * span + span * 0.09;
      double r = l + span * 0.82;
      double top = crest(art, (l + r) / 2) + 26;
      Shape ring =
          Shape.path()
              .move(l, line)
              .to(l, line - 14)
              .swing(l, top - 4, r, top - 4, r, line - 14)
              .to(r, line);
      art.stroke(ring, 9, Ink.of(air.lit(0xFF8E877B)));
      art.stroke(ring, 7, Ink.of(air.lit(0xFFB5AD9F)).dashed(8, 1.6f));
    }
  }

  private static void tree(Art art, Air air, int leaves) {
    double side = art.dice().chance(0.5) ? 0.06 : 0.95;
    Trees.broadleaf(
        art, air, new double[] {art.width() * side, art.height() * 0.95, 240, 0}, leaves);
  }
}
