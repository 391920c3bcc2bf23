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
import java.util.ArrayList;
import java.util.List;

/// Fruit: one to six of a kind on a table, or a bowl of several kinds.
public final class FruitScene {
  private FruitScene() {}

  /// One to six fruits of one kind.
  public static Scene counted(Dice dice) {
    Fruit fruit = dice.pick(Fruit.values());
    int count = dice.whole(1, 6);
    Table table = Table.pick(dice);
    String what = Words.count(count, fruit.noun());
    Caption caption =
        Caption.of("fruit", what + " on " + Words.a(table.name()))
            .or(what)
            .or("a photo of " + what)
            .or(what + " lying on " + Words.a(table.name()) + " in soft light")
            .or("fruit on a table");
    return new Scene(caption, art -> paintCounted(art, fruit, count, table));
  }

  private static void paintCounted(Art art, Fruit fruit, int count, Table table) {
    table.paint(art);
    Dice dice = art.dice();
    double r = count == 1 ? 68 : count <= 3 ? 48 : 38;
    int back = count <= 3 ? 0 : count / 2;
    for (int i = 0; i < count; i++) {
      boolean behind = i < back;
      int inRow = behind ? back : count - back;
      int at = behind ? i : i - back;
      double step = r * (fruit == Fruit.BANANA ? 2.9 : 2.35);
      double stagger = behind && inRow == count - back ? 0.42 : 0;
      double x =
          art.width() / 2
              + (at + stagger - (inRow - 1) / 2.0) * Math.min(step, art.width() * 0.92 / inRow)
              + dice.near(0, r * 0.08);
      double y = art.height() * (behind ? 0.61 : 0.76) + dice.near(0, r * 0.1);
      Table.shadow(art, x, y + r * 0.85, r);
      fruit.paint(art, Spot.at(x, y, r * dice.near(0.97, 0.05)).turned(dice.near(0, 9)));
    }
    art.finish(0.5, 0.35);
  }

  /// A bowl with many fruits.
  public static Scene bowl(Dice dice) {
    Table table = Table.pick(dice);
    String bowl = dice.pick("white", "blue", "wooden", "glass");
    boolean apples = dice.chance(0.25);
    String inside = apples ? "red apples" : "fruit";
    Caption caption =
        Caption.of("fruit bowl", "a bowl of " + inside)
            .or("a " + bowl + " bowl of " + inside + " on " + Words.a(table.name()))
            .or(
                apples
                    ? "many red apples in a bowl"
                    : "a bowl with apples, oranges, pears and bananas")
            .or("a fruit bowl on a table")
            .or("a " + bowl + " bowl full of " + inside);
    return new Scene(caption, art -> paintBowl(art, table, bowl, apples));
  }

  private static void paintBowl(Art art, Table table, String bowl, boolean apples) {
    table.paint(art);
    Dice dice = art.dice();
    double x = art.width() / 2 + dice.near(0, 20);
    double y = art.height() * 0.62;
    double r = 128;
    Table.shadow(art, x, y + 92, r * 0.8);
    int colour = glaze(bowl);
    art.fill(
        Shape.oval(x, y, r, 26),
        Ink.down(y - 26, y + 26, Tone.dark(colour, 0.55), Tone.dark(colour, 0.2)));
    heap(art, x, y, apples);
    front(art, x, y, r, colour);
    art.finish(0.5, 0.35);
  }

  private static int glaze(String bowl) {
    return switch (bowl) {
      case "blue" -> 0xFF3F6FA8;
      case "wooden" -> 0xFF9A6838;
      case "glass" -> 0xFFB4CCD0;
      default -> 0xFFF0ECE4;
    };
  }

  private static void heap(Art art, double x, double y, boolean apples) {
    Dice dice = art.dice();
    if (!apples) {
      Fruit.BANANA.paint(art, Spot.at(x + 42, y - 46, 56).turned(-24));
      Fruit.BANANA.paint(art, Spot.at(x + 50, y - 38, 56).turned(-12));
    }
    List<double[]> heap =
        new ArrayList<>(
            List.of(
                new double[] {-64, -36, 34},
                new double[] {2, -62, 35},
                new double[] {-30, -20, 37},
                new double[] {66, -20, 33},
                new double[] {26, -16, 36},
                new double[] {-84, -10, 31},
                new double[] {88, -4, 28}));
    Fruit[] kinds = {
      Fruit.GREEN_APPLE,
      Fruit.RED_APPLE,
      Fruit.ORANGE,
      Fruit.PEAR,
      Fruit.PLUM,
      Fruit.RED_APPLE,
      Fruit.LEMON,
      Fruit.ORANGE
    };
    int first = dice.whole(0, kinds.length - 1);
    for (int i = 0; i < heap.size(); i++) {
      double[] p = heap.get(i);
      Fruit fruit = apples ? Fruit.RED_APPLE : kinds[(first + i) % kinds.length];
      art.fill(Shape.circle(x + p[0] + 3, y + p[1] + 4, p[2]), Ink.of(0x66180C06).blur(10));
      fruit.paint(art, Spot.at(x + p[0], y + p[1], p[2]).turned(dice.near(0, 18)));
    }
  }

  private static void front(Art art, double x, double y, double r, int colour) {
    Shape front = Shape.path().move(x - r, y).bend(x, y + 52, x + r, y);
    front.swing(x + r * 0.92, y + 60, x + r * 0.5, y + 92, x + r * 0.36, y + 96);
    front
        .to(x - r * 0.36, y + 96)
        .swing(x - r * 0.5, y + 92, x - r * 0.92, y + 60, x - r, y)
        .close();
    art.fill(
        front,
        Ink.across(
            x - r,
            x + r,
            Tone.dark(colour, 0.1),
            Tone.light(colour, 0.35),
            colour,
            Tone.dark(colour, 0.35),
            Tone.dark(colour, 0.5)));
    art.inside(
        front,
        () -> {
          art.fill(
              Shape.oval(x, y + 104, r * 0.9, 26),
              Ink.of(Tone.alpha(Tone.dark(colour, 0.6), 0.5)).blur(18));
          art.fill(Shape.oval(x - r * 0.5, y + 44, 16, 26), Ink.of(0x66FFFFFF).blur(14));
          art.stroke(
              Shape.path().move(x - r, y + 14).bend(x, y + 70, x + r, y + 14),
              2.5,
              Ink.of(Tone.alpha(Tone.dark(colour, 0.35), 0.6)));
        });
    art.stroke(
        Shape.path().move(x - r, y).bend(x, y + 52, x + r, y), 3, Ink.of(Tone.light(colour, 0.5)));
  }
}
