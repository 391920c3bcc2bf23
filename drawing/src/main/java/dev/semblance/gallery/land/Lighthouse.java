package dev.semblance.gallery.land;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.brush.Water;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// A lighthouse on a rock by the sea.
public final class Lighthouse {
  private Lighthouse() {}

  public static Scene cast(Dice dice) {
    boolean striped = dice.chance(0.6);
    String colour = dice.pick("red", "red", "blue", "black");
    Hour hour = dice.pick(Hour.DAY, Hour.SUNSET, Hour.NIGHT, Hour.DUSK);
    Weather weather =
        hour == Hour.DAY ? dice.pick(Weather.CLEAR, Weather.STORM, Weather.CLOUDY) : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    String what = striped ? "a " + colour + " and white striped lighthouse" : "a white lighthouse";
    Caption caption =
        Caption.of("lighthouse", what + " " + air.phrase())
            .or("a lighthouse on a rock by the sea " + air.phrase())
            .or(what + " on a rocky coast")
            .or(
                "a lighthouse"
                    + (air.dark() ? " whose beam shines over the sea" : " above the waves"))
            .or("a lighthouse");
    int paint =
        striped
            ? (colour.equals("red") ? 0xFFC4352C : colour.equals("blue") ? 0xFF2F5C94 : 0xFF2B2D33)
            : 0xFFF3F0E8;
    return new Scene(caption, art -> paint(art, air, paint));
  }

  private static void paint(Art art, Air air, int stripe) {
    Dice dice = art.dice();
    double w = art.width();
    double line = art.height() * 0.62;
    Sky.paint(art, air, line);
    art.fill(Shape.box(0, line, w, 400), Ink.of(air.far(0xFF2C5C74, 0.3)));
    boolean left = dice.chance(0.5);
    double x = w * (left ? dice.between(0.24, 0.36) : dice.between(0.64, 0.76));
    double ground = line + 6;
    Shape rock = rock(x, ground, dice);
    rock(art, air, rock, ground);
    tower(art, air, x, ground - 34, stripe);
    boolean storm = air.weather() == Weather.STORM;
    new Water(
            ground + 8,
            air.lit(storm ? 0xFF3C5A62 : 0xFF24617C),
            storm ? 3 : 1.5,
            0.55,
            w * air.sunX(),
            air.sunny() ? air.sun() : 0)
        .paint(art);
    foam(art, air, x, ground + 10);
    if (air.dark()) {
      beam(art, x, ground - 34 - 172, left);
    }
    Weathering.over(art, air, line);
    art.finish(0.5, 0.35);
  }

  private static Shape rock(double x, double y, Dice dice) {
    double[] p = new double[28];
    for (int i = 0; i < 12; i++) {
      double t = i / 11.0;
      p[2 * i] = x - 150 + 300 * t;
      p[2 * i + 1] = y - 40 * Math.sin(Math.PI * t) - dice.between(0, 9) + 12;
    }
    p[24] = x + 170;
    p[25] = y + 40;
    p[26] = x - 170;
    p[27] = y + 40;
    return Shape.polygon(p);
  }

  private static void rock(Art art, Air air, Shape rock, double y) {
    Texture stone = Texture.rock(y - 46, y + 30, air.lit(0xFF7C746A), air.lit(0xFF3A3836));
    art.fill(rock, stone.scale(2, 2.4).set("sun", 5 * air.side(), 5).ink(art.dice()));
    int moss = Tone.alpha(air.lit(0xFF6E8048), 0.6);
    art.inside(
        rock,
        () ->
            art.stroke(
                rock,
                14,
                Texture.mottle(Tone.alpha(moss, 0), moss).scale(3, 3).contrast(4).ink(art.dice())));
  }

  private static void tower(Art art, Air air, double x, double y, int stripe) {
    art.at(
        Spot.at(x, y),
        () -> {
          Shape body = Shape.polygon(-22, 0, -14, -150, 14, -150, 22, 0);
          art.fill(body, Ink.of(air.lit(0xFFF3F0E8)));
          art.inside(
              body,
              () -> {
                for (int i = 0; i < 5; i += 2) {
                  art.fill(Shape.box(-30, -150 + 30 * i, 60, 30), Ink.of(air.lit(stripe)));
                }
                int dark = Tone.alpha(0xFF101828, 0.5);
                boolean sunLeft = air.side() < 0;
                art.fill(
                    Shape.box(-30, -150, 60, 150),
                    Ink.across(
                        -22,
                        22,
                        sunLeft ? 0 : dark,
                        Tone.alpha(Tone.WHITE, 0.12),
                        sunLeft ? dark : 0));
                art.fill(
                    Shape.box(-30, -150, 60, 150),
                    Texture.mottle(0x14000000, 0x0CFFFFFF).scale(3, 3).contrast(4).ink(art.dice()));
              });
          for (double wy : new double[] {-120, -76, -34}) {
            art.fill(
                Shape.round(2, -3.5, wy, 7, 11),
                Ink.of(air.dark() ? 0xFFFFD98A : air.lit(0xFF39424C)));
          }
          lantern(art, air, stripe);
          hut(art, air);
        });
  }

  private static void lantern(Art art, Air air, int stripe) {
    art.fill(Shape.box(-20, -155, 40, 5), Ink.of(air.lit(0xFF2E3238)));
    Shape rail = Shape.path();
    for (int i = -4; i <= 4; i++) {
      rail.move(i * 4.6, -155).to(i * 4.6, -163);
    }
    rail.move(-19, -163).to(19, -163);
    art.stroke(rail, 0.9, Ink.of(air.lit(0xFF2E3238)));
    art.fill(
        Shape.box(-10, -178, 20, 23),
        air.dark()
            ? Ink.glow(0, -167, 14, 0xFFFFFFFF, 0xFFFFE08A)
            : Ink.across(-10, 10, air.lit(0xFF9CC0D0), air.lit(0xFF4E6E80)));
    art.stroke(
        Shape.line(-5, -178, -5, -155).move(0, -178).to(0, -155).move(5, -178).to(5, -155),
        0.8,
        Ink.of(air.lit(0xFF2E3238)));
    int cap = stripe == 0xFFF3F0E8 ? 0xFFB33A30 : stripe;
    art.fill(
        Shape.path().move(-13, -178).bend(0, -200, 13, -178).close().addOval(0, -191, 2.4, 2.4),
        Ink.across(-13, 13, air.lit(Tone.light(cap, 0.2)), air.lit(Tone.dark(cap, 0.3))));
  }

  private static void hut(Art art, Air air) {
    art.fill(
        Shape.box(24, -30, 54, 32), Ink.down(-30, 2, air.lit(0xFFF0ECE2), air.lit(0xFFBDB8AC)));
    art.fill(
        Shape.polygon(20, -30, 32, -50, 70, -50, 82, -30),
        Ink.down(-50, -30, air.lit(0xFFAA4A38), air.lit(0xFF70301F)));
    for (double wx : new double[] {32, 58}) {
      art.fill(Shape.box(wx, -22, 11, 11), Ink.of(air.dark() ? 0xFFFFD07A : air.lit(0xFF4A5A68)));
    }
  }

  private static void beam(Art art, double x, double y, boolean right) {
    double to = right ? art.width() + 60 : -60;
    Shape beam = Shape.polygon(x, y - 3, to, y - 60, to, y + 26, x, y + 3);
    double[] along = {x, y, to, y - 10};
    art.fill(beam, Ink.along(along, 0xB0FFF2C0, 0x18FFF2C0).blur(5).screen());
    art.wash(Ink.glow(x, y, 70, 0xCCFFF4CC, 0x33FFE9A0, 0x00FFE9A0).screen());
  }

  private static void foam(Art art, Air air, double x, double y) {
    Dice dice = art.dice();
    for (int i = 0; i < 70; i++) {
      double fx = x + dice.near(0, 165);
      art.fill(
          Shape.oval(fx, y + dice.between(-4, 5), dice.between(4, 13), dice.between(1, 3)),
          Ink.of(Tone.alpha(air.lit(0xFFFFFFFF), 0.5)).blur(2));
    }
  }
}
