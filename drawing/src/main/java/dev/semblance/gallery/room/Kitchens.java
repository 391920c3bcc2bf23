package dev.semblance.gallery.room;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Frame;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Weather;

/// A kitchen and a desk with a computer.
public final class Kitchens {
  private Kitchens() {}

  private static int paint(String colour) {
    return switch (colour) {
      case "blue" -> 0xFF6E92AC;
      case "green" -> 0xFF8FA888;
      case "wooden" -> 0xFFB28452;
      case "red" -> 0xFFB8483C;
      default -> 0xFFF1EEE7;
    };
  }

  public static Scene kitchen(Dice dice) {
    String colour = dice.pick("white", "blue", "green", "wooden", "red");
    Interior room = Interior.pick(dice);
    Air air = Air.of(room.night() ? Hour.NIGHT : Hour.DAY, Weather.CLEAR, dice);
    Caption caption =
        Caption.of("kitchen", "a kitchen with " + colour + " cupboards " + room.phrase())
            .or("a kitchen with an oven, a sink and a window")
            .or(colour + " kitchen cupboards above a worktop with tiles")
            .or("a tidy kitchen " + room.phrase())
            .or("a kitchen");
    return new Scene(caption, art -> paintKitchen(art, room, air, paint(colour)));
  }

  private static void paintKitchen(Art art, Interior room, Air air, int k) {
    double w = art.width();
    double h = art.height();
    room.shell(art);
    tiles(art, w, h);
    art.fill(
        Shape.box(0, h * 0.56, w, h * 0.31),
        Ink.down(h * 0.56, h * 0.87, Tone.dark(k, 0.4), Tone.dark(k, 0.6)));
    double[] pane = {w * 0.36, 54, w * 0.24, 84};
    room.window(art, air, pane);
    double top = h * 0.56;
    for (double x : new double[] {0.02, 0.18, 0.66, 0.82}) {
      door(art, k, new Frame(w * x, 26, w * 0.155, h * 0.28));
    }
    for (int i = 0; i < 6; i++) {
      double x = w * (0.02 + 0.16 * i);
      if (i == 4) {
        oven(art, x, top + 8, w * 0.155, h * 0.3);
      } else {
        door(art, k, new Frame(x, top + 8, w * 0.155, h * 0.3));
      }
    }
    art.fill(
        Shape.box(-5, top - 4, w + 10, 13),
        Texture.mottle(0xFF6E6A66, 0xFF9A958E).scale(8, 8).contrast(4).ink(art.dice()));
    art.fill(Shape.box(-5, top - 4, w + 10, 3), Ink.of(0x80FFFFFF));
    sink(art, w * 0.48, top - 4);
    pots(art, w * 0.74, top - 5);
    jars(art, w * 0.1, top - 5);
    lamp(art, room, w * 0.8);
    room.finish(art, w * 0.5, 80);
  }

  private static void tiles(Art art, double w, double h) {
    Shape joints = Shape.path();
    for (double y = h * 0.4; y < h * 0.58; y += 15) {
      joints.move(0, y).to(w, y);
    }
    for (double x = 0; x < w; x += 15) {
      joints.move(x, h * 0.4).to(x, h * 0.58);
    }
    art.fill(
        Shape.box(0, h * 0.38, w, h * 0.2), Ink.down(h * 0.38, h * 0.58, 0xFFF4F2EC, 0xFFD8D8D4));
    art.stroke(joints, 0.9, Ink.of(0x60807870));
  }

  private static void door(Art art, int k, Frame front) {
    double x = front.x();
    double y = front.y();
    double wide = front.wide();
    double high = front.high();
    art.fill(
        Shape.round(3, x, y, wide - 3, high),
        Ink.down(y, y + high, Tone.light(k, 0.15), Tone.dark(k, 0.12)));
    art.stroke(
        Shape.round(2, x + 8, y + 8, wide - 19, high - 16),
        2.2,
        Ink.of(Tone.alpha(Tone.dark(k, 0.45), 0.5)));
    art.stroke(
        Shape.round(2, x + 9, y + 9.4, wide - 19, high - 16),
        1,
        Ink.of(Tone.alpha(Tone.light(k, 0.6), 0.7)));
    art.fill(
        Shape.round(2, x + wide - 15, y + high * 0.42, 4, 16),
        Ink.down(y + high * 0.42, y + high * 0.6, 0xFFE4E6E8, 0xFF7C8084));
  }

  private static void oven(Art art, double x, double y, double wide, double high) {
    art.fill(Shape.round(3, x, y, wide - 3, high), Ink.down(y, y + high, 0xFFC8CCD0, 0xFF7E8286));
    art.fill(
        Shape.round(4, x + 7, y + high * 0.26, wide - 17, high * 0.56),
        Ink.along(new double[] {x, y, x + wide, y + high}, 0xFF4A4E54, 0xFF15171A, 0xFF3A3E44));
    art.fill(Shape.round(2, x + 9, y + high * 0.17, wide - 21, 4), Ink.of(0xFFF0F2F4));
    for (int i = 0; i < 4; i++) {
      art.fill(Shape.circle(x + 14 + i * (wide - 30) / 3, y + 9, 3.6), Ink.of(0xFF2E3136));
    }
  }

  private static void sink(Art art, double x, double y) {
    art.fill(Shape.round(3, x - 40, y - 1, 80, 6), Ink.down(y, y + 6, 0xFFE6EAEC, 0xFF8A9094));
    art.at(
        Spot.at(x, y),
        () ->
            art.stroke(
                Shape.svg("M0,0 L0,-28 Q0,-42 13,-42 Q25,-42 25,-28"),
                4.4,
                Ink.across(-4, 28, 0xFFF0F3F5, 0xFF8E9498)));
  }

  private static void pots(Art art, double x, double y) {
    for (int i = 0; i < 2; i++) {
      double px = x + i * 46;
      int k = i == 0 ? 0xFFB8402E : 0xFF5E666E;
      double high = i == 0 ? 26 : 20;
      art.fill(
          Shape.round(4, px - 19, y - high, 38, high),
          Ink.across(px - 19, px + 19, Tone.light(k, 0.35), k, Tone.dark(k, 0.45)));
      art.fill(Shape.oval(px, y - high, 20, 4), Ink.of(Tone.dark(k, 0.2)));
      art.fill(Shape.round(2, px - 4, y - high - 8, 8, 6), Ink.of(0xFF26282C));
      art.stroke(Shape.line(px + 19, y - high + 6, px + 27, y - high + 6), 3.6, Ink.of(0xFF26282C));
    }
  }

  private static void jars(Art art, double x, double y) {
    int[] tints = {0xFFE0B04A, 0xFF8A5A34, 0xFFC84A3A, 0xFF6A8A4A};
    for (int i = 0; i < 4; i++) {
      double jx = x + i * 21;
      art.fill(
          Shape.round(3, jx - 8, y - 25, 16, 25),
          Ink.across(
              jx - 8, jx + 8, Tone.light(tints[i], 0.4), tints[i], Tone.dark(tints[i], 0.3)));
      art.fill(Shape.round(2, jx - 9, y - 30, 18, 6), Ink.of(0xFFB89A6E));
    }
  }

  private static void lamp(Art art, Interior room, double x) {
    art.stroke(Shape.line(x, 0, x, 14), 1.2, Ink.of(0xFF2E2A28));
    art.at(
        Spot.at(x, 0),
        () ->
            art.fill(
                Shape.svg("M-17,26 Q-15,12 0,12 Q15,12 17,26 Z"),
                room.night() ? Ink.of(0xFFFFE2A0) : Ink.of(0xFF3A4048)));
  }

  public static Scene desk(Dice dice) {
    Interior room = Interior.pick(dice);
    boolean laptop = dice.chance(0.5);
    Air air = Air.of(room.night() ? Hour.NIGHT : Hour.DAY, Weather.CLEAR, dice);
    String what = laptop ? "a laptop" : "a computer with a large screen";
    Caption caption =
        Caption.of("desk", "a desk with " + what + " " + room.phrase())
            .or(what + " on a desk")
            .or("an office desk with " + what + ", books and a mug")
            .or("a place to work with " + what)
            .or(laptop ? "a laptop" : "a computer");
    return new Scene(caption, art -> paintDesk(art, room, air, laptop));
  }

  private static void paintDesk(Art art, Interior room, Air air, boolean laptop) {
    Dice dice = art.dice();
    double w = art.width();
    double h = art.height();
    room.shell(art);
    double[] pane = {w * 0.08, 36, 104, 108};
    room.window(art, air, pane);
    room.painting(art, w * 0.72, 40, 84, 62);
    double y = h * 0.7;
    art.fill(Shape.box(w * 0.08, y + 4, 12, h).addBox(w * 0.89, y + 4, 12, h), Ink.of(0xFF5A3A20));
    art.fill(
        Shape.round(3, w * 0.04, y - 3, w * 0.92, 14),
        Texture.mottle(0xFF8E5E34, 0xFFC08E5A).scale(0.4, 7).contrast(3).ink(dice));
    art.fill(
        Shape.box(w * 0.04, y + 11, w * 0.92, 6), Ink.down(y + 11, y + 17, 0x60000000, 0x00000000));
    if (laptop) {
      laptop(art, w * 0.5, y - 3);
    } else {
      screen(art, w * 0.5, y - 3);
    }
    for (int i = 0; i < 4; i++) {
      int k = dice.pick(0xFFB8483C, 0xFF3E6A8A, 0xFFD8A83C, 0xFF5A7A4A);
      art.fill(
          Shape.box(w * 0.76 + dice.near(0, 4), y - 12 - i * 9, 60, 9),
          Ink.down(y - 12 - i * 9, y - 3 - i * 9, Tone.light(k, 0.2), Tone.dark(k, 0.2)));
    }
    art.fill(
        Shape.round(4, w * 0.24, y - 31, 22, 28),
        Ink.across(w * 0.24, w * 0.24 + 22, 0xFFFFFFFF, 0xFFE0DCD4, 0xFFA8A49C));
    art.stroke(Shape.arc(-80, 160, w * 0.24 + 22, y - 18, 7, 8), 3.4, Ink.of(0xFFCAC6BE));
    room.plant(art, w * 0.14, y - 2, 70);
    room.finish(art, w * 0.5, y - 80);
  }

  private static void screenful(Art art, double x, double y, double wide, double high) {
    Shape glass = Shape.box(x, y, wide, high);
    art.fill(glass, Ink.down(y, y + high, 0xFF2A5C8C, 0xFF6AA4C8));
    art.inside(
        glass,
        () -> {
          art.fill(
              Shape.round(2, x + wide * 0.08, y + high * 0.12, wide * 0.5, high * 0.68),
              Ink.of(0xFFF8F9FA));
          for (int i = 0; i < 7; i++) {
            art.fill(
                Shape.box(
                    x + wide * 0.11,
                    y + high * (0.2 + 0.075 * i),
                    wide * art.dice().between(0.2, 0.42),
                    high * 0.03),
                Ink.of(0xFF9AA4AE));
          }
          art.fill(
              Shape.round(2, x + wide * 0.64, y + high * 0.12, wide * 0.28, high * 0.4),
              Ink.of(0xFFF2B84A));
          art.fill(
              Shape.polygon(x, y, x + wide * 0.4, y, x + wide * 0.1, y + high, x, y + high),
              Ink.of(0x16FFFFFF));
        });
  }

  private static void laptop(Art art, double x, double y) {
    art.fill(Shape.round(5, x - 76, y - 104, 152, 98), Ink.of(0xFF2A2C30));
    screenful(art, x - 70, y - 98, 140, 86);
    art.fill(
        Shape.polygon(x - 78, y - 7, x + 78, y - 7, x + 92, y + 1, x - 92, y + 1),
        Ink.down(y - 7, y + 1, 0xFFD8DCE0, 0xFF8A8E94));
    art.fill(
        Shape.polygon(x - 66, y - 6, x + 66, y - 6, x + 72, y - 2, x - 72, y - 2),
        Ink.of(0xFF3A3D42));
  }

  private static void screen(Art art, double x, double y) {
    art.fill(
        Shape.polygon(x - 12, y - 26, x + 12, y - 26, x + 16, y - 2, x - 16, y - 2),
        Ink.across(x - 14, x + 14, 0xFFC8CCD0, 0xFF7A7E84));
    art.fill(Shape.oval(x, y - 2, 38, 4), Ink.of(0xFF8A8E94));
    art.fill(Shape.round(5, x - 92, y - 142, 184, 116), Ink.of(0xFF202226));
    screenful(art, x - 86, y - 136, 172, 102);
    art.fill(
        Shape.polygon(x - 58, y - 4, x + 58, y - 4, x + 66, y + 2, x - 66, y + 2),
        Ink.of(0xFFE4E6E8));
  }
}
