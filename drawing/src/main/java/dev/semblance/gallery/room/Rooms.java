package dev.semblance.gallery.room;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Furniture;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Weather;

/// A living room, a bedroom, a library.
public final class Rooms {
  private Rooms() {}

  private static Air outside(Interior room, Dice dice) {
    return Air.of(room.night() ? Hour.NIGHT : Hour.DAY, Weather.CLEAR, dice);
  }

  private static int cloth(String colour) {
    return switch (colour) {
      case "red" -> 0xFFA8403A;
      case "blue" -> 0xFF4A6E94;
      case "green" -> 0xFF6A8460;
      case "yellow" -> 0xFFD8AC48;
      case "brown" -> 0xFF7E5638;
      default -> 0xFF8C8F94;
    };
  }

  public static Scene living(Dice dice) {
    Interior room = Interior.pick(dice);
    String colour = dice.pick("red", "blue", "green", "yellow", "grey", "brown");
    boolean lamp = dice.chance(0.6) || room.night();
    Air air = outside(room, dice);
    Caption caption =
        Caption.of(
                "living room",
                "a living room with " + Words.a(colour + " sofa") + " " + room.phrase())
            .or("a living room with a sofa" + (lamp ? ", a floor lamp" : "") + " and a window")
            .or(Words.a(colour + " sofa") + " in a living room")
            .or("a cosy room with " + Words.a(colour + " couch") + " and a plant")
            .or("a living room");
    return new Scene(caption, art -> paintLiving(art, room, air, cloth(colour), lamp));
  }

  private static void paintLiving(Art art, Interior room, Air air, int sofa, boolean lamp) {
    Dice dice = art.dice();
    double w = art.width();
    double y = room.floor(art);
    room.shell(art);
    double[] pane = {w * 0.1, 52, 96, 118};
    room.window(art, air, pane);
    room.curtains(art, dice.pick(0xFFB8A890, 0xFF8A9AA8, 0xFFB88A7A), pane);
    room.painting(art, w * 0.46, 48, 92, 66);
    rug(art, w * 0.54, y + 66, w * 0.36, dice.pick(0xFFA8483E, 0xFF46627E, 0xFFD0C4AE));
    Furniture.sofa(art, w * 0.55, y + 34, 236, sofa);
    for (double cx : new double[] {0.42, 0.66}) {
      int k = dice.pick(0xFFE0B04A, 0xFFC8604A, 0xFFF0E8D8, 0xFF5A8A8C);
      art.fill(
          Shape.blob(
              w * cx - 17, y - 30, w * cx + 15, y - 34, w * cx + 19, y - 2, w * cx - 15, y + 1),
          Ink.down(y - 34, y, Tone.light(k, 0.25), Tone.dark(k, 0.25)));
    }
    coffeeTable(art, w * 0.54, y + 84);
    room.plant(art, w * 0.08, y + 34, 120);
    if (lamp) {
      room.lamp(art, w * 0.9, y + 22, 150);
    }
    room.finish(art, w * 0.9, y - 128);
  }

  private static void rug(Art art, double x, double y, double wide, int k) {
    art.fill(
        Shape.oval(x, y, wide, wide * 0.19),
        Texture.mottle(Tone.dark(k, 0.15), Tone.light(k, 0.1)).scale(5, 9).ink(art.dice()));
    art.stroke(
        Shape.oval(x, y, wide * 0.9, wide * 0.165),
        2.4,
        Ink.of(Tone.alpha(Tone.light(k, 0.5), 0.7)));
  }

  private static void coffeeTable(Art art, double x, double y) {
    art.fill(Shape.oval(x, y + 2, 66, 9), Ink.of(0x50000000).blur(8));
    art.stroke(
        Shape.line(x - 46, y - 24, x - 52, y).move(x + 46, y - 24).to(x + 52, y),
        4,
        Ink.of(0xFF4A2E18));
    art.fill(Shape.oval(x, y - 25, 64, 13), Ink.down(y - 38, y - 12, 0xFFB88250, 0xFF6E4422));
    art.fill(Shape.box(x - 20, y - 34, 32, 5), Ink.of(0xFF3E6A8A));
    art.fill(Shape.box(x - 17, y - 38, 30, 4), Ink.of(0xFFC85A48));
    art.fill(
        Shape.round(3, x + 24, y - 40, 12, 12), Ink.across(x + 24, x + 36, 0xFFFFFFFF, 0xFFC0BCB4));
  }

  public static Scene bedroom(Dice dice) {
    Interior room = Interior.pick(dice);
    String colour = dice.pick("red", "blue", "green", "yellow", "grey");
    Air air = outside(room, dice);
    Caption caption =
        Caption.of(
                "bedroom",
                "a bedroom with " + Words.a(colour + " blanket") + " on the bed " + room.phrase())
            .or("a bedroom " + room.phrase())
            .or("a bed with white pillows and " + Words.a(colour + " blanket"))
            .or("a quiet room with a large bed, a bedside lamp and a window")
            .or("a bedroom");
    return new Scene(caption, art -> paintBedroom(art, room, air, cloth(colour)));
  }

  private static void paintBedroom(Art art, Interior room, Air air, int blanket) {
    Dice dice = art.dice();
    double w = art.width();
    double y = room.floor(art);
    room.shell(art);
    double[] pane = {w * 0.08, 46, 88, 110};
    room.window(art, air, pane);
    room.curtains(art, dice.pick(0xFFC8BCA8, 0xFF93A4B0, 0xFFB79AA8), pane);
    room.painting(art, w * 0.5, 40, 100, 58);
    rug(art, w * 0.5, art.height() * 0.94, w * 0.48, dice.pick(0xFFB8A890, 0xFF8A9AA8, 0xFFB07A6A));
    bed(art, w * 0.6, y, blanket);
    double tx = w * 0.26;
    art.fill(
        Shape.round(3, tx - 24, y - 26, 48, 52), Ink.down(y - 26, y + 26, 0xFF9A6A40, 0xFF5A3A1E));
    art.fill(Shape.circle(tx, y - 10, 2).addOval(tx, y + 10, 2, 2), Ink.of(0xFFE0C078));
    art.fill(
        Shape.polygon(tx - 5, y - 26, tx + 5, y - 26, tx + 3, y - 46, tx - 3, y - 46),
        Ink.of(0xFFC8B898));
    art.fill(
        Shape.polygon(tx - 11, y - 72, tx + 11, y - 72, tx + 18, y - 44, tx - 18, y - 44),
        room.night()
            ? Ink.glow(tx, y - 54, 30, 0xFFFFF8E0, 0xFFF8CE84)
            : Ink.across(tx - 18, tx + 18, 0xFFF6EEDC, 0xFFCCC0A8));
    room.finish(art, tx, y - 56);
  }

  private static void bed(Art art, double x, double y, int blanket) {
    art.fill(Shape.oval(x, y + 82, 158, 14), Ink.of(0x60000000).blur(12));
    art.fill(
        Shape.round(10, x - 132, y - 84, 264, 120),
        Ink.down(y - 84, y + 20, 0xFF8A5C36, 0xFF55351A));
    art.fill(
        Shape.round(7, x - 120, y - 74, 240, 60), Ink.down(y - 74, y - 14, 0xFFA87648, 0xFF7A4E28));
    for (double px : new double[] {-104, 6}) {
      art.fill(
          Shape.blob(
              x + px,
              y - 40,
              x + px + 48,
              y - 52,
              x + px + 98,
              y - 40,
              x + px + 100,
              y - 6,
              x + px + 50,
              y,
              x + px,
              y - 6),
          Ink.down(y - 52, y, 0xFFFFFFFF, 0xFFF2EFEA, 0xFFC4BEB6));
    }
    Shape sheet =
        Shape.path().move(x - 136, y + 76).swing(x - 138, y + 10, x - 130, y - 6, x - 110, y - 10);
    sheet.to(x + 110, y - 10).swing(x + 130, y - 6, x + 138, y + 10, x + 136, y + 76).close();
    art.fill(
        sheet,
        Ink.down(y - 10, y + 76, Tone.light(blanket, 0.3), blanket, Tone.dark(blanket, 0.35)));
    art.inside(
        sheet,
        () -> {
          art.wash(
              Texture.mottle(0x26000000, 0x1AFFFFFF)
                  .scale(1.2, 2.4)
                  .contrast(4)
                  .relief(2)
                  .ink(art.dice()));
          art.fill(
              Shape.box(x - 140, y - 12, 280, 20), Ink.down(y - 12, y + 8, 0xFFFBFAF6, 0xFFD8D4CC));
        });
  }

  public static Scene library(Dice dice) {
    boolean night = dice.chance(0.4);
    boolean ladder = dice.chance(0.5);
    Interior room = new Interior(0xFF8A6E52, night);
    Caption caption =
        Caption.of(
                "library",
                "a library with tall bookshelves"
                    + (ladder ? " and a ladder" : "")
                    + (night ? " in the evening" : ""))
            .or("shelves full of books")
            .or("an old library with an armchair and a lamp")
            .or("a wall of coloured books" + (ladder ? " with a ladder" : ""))
            .or("a room full of books");
    return new Scene(caption, art -> paintLibrary(art, room, ladder));
  }

  private static void paintLibrary(Art art, Interior room, boolean ladder) {
    double w = art.width();
    double y = room.floor(art);
    room.shell(art);
    int bays = 4;
    double wide = w * 0.96 / bays;
    for (int i = 0; i < bays; i++) {
      Books.shelf(art, w * 0.02 + i * wide, 8, wide, y - 6);
    }
    rug(art, w * 0.5, y + 62, w * 0.36, 0xFF8A3430);
    if (ladder) {
      ladder(art, w * art.dice().between(0.3, 0.44), y + 16);
    }
    armchair(art, w * 0.68, y + 46, art.dice().pick(0xFF6E3A2C, 0xFF3E5A48, 0xFF34506E));
    room.lamp(art, w * 0.87, y + 38, 140);
    room.finish(art, w * 0.87, y - 100);
  }

  private static void ladder(Art art, double x, double y) {
    Shape rails = Shape.line(x, y, x + 40, 20).move(x + 32, y).to(x + 66, 20);
    for (int i = 1; i < 9; i++) {
      double t = i / 9.0;
      rails.move(x + 40 * t, y + (20 - y) * t).to(x + 32 + 34 * t, y + (20 - y) * t);
    }
    art.stroke(rails, 5, Ink.of(0xFF3E2410));
    art.stroke(rails, 2.6, Ink.of(0xFF9A6A38));
  }

  private static void armchair(Art art, double x, double y, int k) {
    art.fill(Shape.oval(x, y + 4, 64, 9), Ink.of(0x70000000).blur(9));
    art.fill(
        Shape.round(18, x - 44, y - 112, 88, 92),
        Ink.down(y - 112, y - 20, Tone.light(k, 0.2), k, Tone.dark(k, 0.35)));
    Shape buttons = Shape.path();
    for (int i = 0; i < 9; i++) {
      buttons.addOval(x - 24 + 24 * (i % 3), y - 96 + 22 * Math.floorDiv(i, 3), 1.8, 1.8);
    }
    art.fill(buttons, Ink.of(Tone.dark(k, 0.5)));
    art.fill(
        Shape.round(9, x - 46, y - 48, 92, 26),
        Ink.down(y - 48, y - 22, Tone.light(k, 0.25), Tone.dark(k, 0.2)));
    for (int side = -1; side <= 1; side += 2) {
      art.fill(
          Shape.round(12, x + side * 50 - 13, y - 68, 26, 64),
          Ink.down(y - 68, y, Tone.light(k, 0.22), k, Tone.dark(k, 0.4)));
    }
    art.fill(Shape.box(x - 40, y - 22, 80, 16), Ink.of(Tone.dark(k, 0.3)));
  }
}
