package dev.semblance.gallery.paper;

import dev.semblance.drawing.Fonts;
import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Lettering;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Texture;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;
import java.util.List;

/// Charts as in a report: bars, pies, lines.
public final class Charts {
  private static final List<int[]> SETS =
      List.of(
          new int[] {0xFF2F6DA8, 0xFFE08A2E, 0xFF4E9A5C, 0xFFC8434A, 0xFF8462A6, 0xFF5BB1B8},
          new int[] {0xFF1F4E6E, 0xFF3E8AA0, 0xFF7DBBB0, 0xFFE5C86C, 0xFFDE8B4C, 0xFFB5533C},
          new int[] {0xFF6A3D7C, 0xFFB2568C, 0xFFE57D7A, 0xFFF2B56B, 0xFF88A867, 0xFF4A7F86});
  private static final List<String> TITLES =
      List.of(
          "Sales by quarter",
          "Visitors a month",
          "Energy use",
          "Rainfall",
          "Orders",
          "Budget",
          "Traffic",
          "Harvest");

  private Charts() {}

  public static Scene bars(Dice dice) {
    int count = dice.whole(4, 8);
    boolean lying = dice.chance(0.3);
    boolean one = dice.chance(0.5);
    String kind = lying ? "horizontal bar chart" : "bar chart";
    Caption caption =
        Caption.of("bar chart", Words.a(kind) + " with " + Words.number(count) + " bars")
            .or("a bar chart")
            .or(Words.a(kind) + " with " + (one ? "bars of one colour" : "bars of many colours"))
            .or("a diagram with " + Words.number(count) + " bars of different lengths")
            .or("a graph from a report");
    int[] set = dice.pick(SETS);
    return new Scene(
        caption, art -> paintBars(art, new int[] {count, lying ? 1 : 0, one ? 1 : 0}, set));
  }

  private static void paintBars(Art art, int[] how, int[] set) {
    Dice dice = art.dice();
    double[] area = page(art, dice.pick(TITLES));
    boolean lying = how[1] == 1;
    grid(art, area, lying);
    for (int i = 0; i < how[0]; i++) {
      double value = dice.between(0.18, 0.97);
      int colour = set[how[2] == 1 ? 0 : i % set.length];
      if (lying) {
        double step = area[3] / how[0];
        double y = area[1] + step * (i + 0.16);
        art.fill(
            Shape.round(2, area[0], y, area[2] * value, step * 0.68),
            Ink.across(
                area[0],
                area[0] + area[2] * value,
                Tone.dark(colour, 0.1),
                Tone.light(colour, 0.12)));
        label(art, Character.toString('A' + i), area[0] - 12, y + step * 0.45);
      } else {
        double step = area[2] / how[0];
        double x = area[0] + step * (i + 0.16);
        double top = area[1] + area[3] * (1 - value);
        art.fill(
            Shape.round(2, x, top, step * 0.68, area[3] * value),
            Ink.down(top, area[1] + area[3], Tone.light(colour, 0.14), Tone.dark(colour, 0.08)));
        label(art, Character.toString('A' + i), x + step * 0.34, area[1] + area[3] + 16);
      }
    }
    art.finish(0.1, 0.15);
  }

  public static Scene pie(Dice dice) {
    int count = dice.whole(3, 6);
    boolean ring = dice.chance(0.25);
    String kind = ring ? "ring chart" : "pie chart";
    Caption caption =
        Caption.of("pie chart", "a " + kind + " with " + Words.number(count) + " slices")
            .or(ring ? "a doughnut chart" : "a pie chart")
            .or("a round chart with " + Words.number(count) + " coloured slices and a legend")
            .or("a coloured circle cut into " + Words.number(count) + " parts")
            .or("a " + kind + " in a report");
    int[] set = dice.pick(SETS);
    return new Scene(caption, art -> paintPie(art, count, ring, set));
  }

  private static void paintPie(Art art, int count, boolean ring, int[] set) {
    Dice dice = art.dice();
    page(art, dice.pick(TITLES));
    double x = art.width() * 0.4;
    double y = art.height() * 0.55;
    double r = art.height() * 0.34;
    double[] shares = shares(dice, count);
    art.fill(Shape.circle(x + 4, y + 6, r), Ink.of(0x50000000).blur(14));
    double from = -90 + dice.between(0, 60);
    for (int i = 0; i < count; i++) {
      double sweep = 360 * shares[i];
      art.fill(
          Shape.slice(from, sweep, x, y, r),
          Ink.glow(
              x - r * 0.3, y - r * 0.3, r * 1.7, Tone.light(set[i], 0.16), Tone.dark(set[i], 0.1)));
      double a = Math.toRadians(from + sweep / 2);
      art.text(
          Math.round(100 * shares[i]) + "%",
          x + Math.cos(a) * r * 0.72,
          y + Math.sin(a) * r * 0.72 + 4,
          Lettering.of(Fonts.SANS_BOLD, 12).centred(),
          Ink.of(Tone.WHITE));
      art.stroke(
          Shape.line(
              x, y, x + Math.cos(Math.toRadians(from)) * r, y + Math.sin(Math.toRadians(from)) * r),
          2,
          Ink.of(0xFFFBFAF7));
      double ly = art.height() * 0.34 + i * 24;
      art.fill(Shape.round(2, art.width() * 0.76, ly, 13, 13), Ink.of(set[i]));
      art.text(
          "Part " + (char) ('A' + i),
          art.width() * 0.76 + 20,
          ly + 11,
          Lettering.of(Fonts.SANS, 12),
          Ink.of(0xFF4A4D55));
      from += sweep;
    }
    if (ring) {
      art.fill(Shape.circle(x, y, r * 0.52), Ink.of(0xFFFBFAF7));
    }
    art.finish(0.1, 0.15);
  }

  private static double[] shares(Dice dice, int count) {
    double[] shares = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      shares[i] = dice.between(0.4, 1.6);
      sum += shares[i];
    }
    for (int i = 0; i < count; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  public static Scene lines(Dice dice) {
    int count = dice.whole(1, 3);
    boolean rising = dice.chance(0.5);
    Caption caption =
        Caption.of(
                "line chart",
                "a line chart with "
                    + Words.number(count)
                    + (count == 1 ? " line" : " lines")
                    + (rising ? " going up" : " going down"))
            .or("a line chart" + (rising ? " that rises" : " that falls"))
            .or(
                "a graph with "
                    + Words.count(count, "coloured line")
                    + (rising ? " going up" : " going down"))
            .or("a chart of values over time")
            .or("a line graph");
    int[] set = dice.pick(SETS);
    return new Scene(caption, art -> paintLines(art, count, rising, set));
  }

  private static void paintLines(Art art, int count, boolean rising, int[] set) {
    Dice dice = art.dice();
    double[] area = page(art, dice.pick(TITLES));
    grid(art, area, false);
    int points = 13;
    for (int k = 0; k < count; k++) {
      double[] line = new double[2 * points];
      double start = dice.between(0.08, 0.3);
      for (int i = 0; i < points; i++) {
        double t = i / (points - 1.0);
        double value =
            Math.clamp(
                start + 0.5 * (rising ? t : 1 - t) + dice.near(0, 0.08) + 0.05 * k, 0.03, 0.97);
        line[2 * i] = area[0] + area[2] * t;
        line[2 * i + 1] = area[1] + area[3] * (1 - value);
      }
      Shape under = Shape.path().move(area[0], area[1] + area[3]);
      for (int i = 0; i < points; i++) {
        under.to(line[2 * i], line[2 * i + 1]);
      }
      under.to(area[0] + area[2], area[1] + area[3]).close();
      art.fill(
          under,
          Ink.down(area[1], area[1] + area[3], Tone.alpha(set[k], 0.28), Tone.alpha(set[k], 0)));
      art.stroke(Shape.line(line), 3, Ink.of(set[k]));
      Shape dots = Shape.path();
      for (int i = 0; i < points; i++) {
        dots.addOval(line[2 * i], line[2 * i + 1], 3.6, 3.6);
      }
      art.fill(dots, Ink.of(set[k]));
    }
    art.finish(0.1, 0.15);
  }

  /// A white page with a title; returns the plot's x, y, width, height.
  private static double[] page(Art art, String title) {
    art.wash(Texture.mottle(0xFFF8F7F3, 0xFFFDFCFA).scale(3, 3).relief(0.1).ink(art.dice()));
    art.text(title, 36, 44, Lettering.of(Fonts.SANS_BOLD, 21), Ink.of(0xFF2E323A));
    art.text(
        "in thousands, " + art.dice().whole(2015, 2026),
        36,
        62,
        Lettering.of(Fonts.SANS, 11),
        Ink.of(0xFF8A8D94));
    return new double[] {56, 84, art.width() - 92, art.height() - 128};
  }

  private static void grid(Art art, double[] area, boolean lying) {
    Shape lines = Shape.path();
    for (int i = 0; i <= 5; i++) {
      if (lying) {
        double x = area[0] + area[2] * i / 5;
        lines.move(x, area[1]).to(x, area[1] + area[3]);
        label(art, Integer.toString(20 * i), x, area[1] + area[3] + 16);
      } else {
        double y = area[1] + area[3] * (1 - i / 5.0);
        lines.move(area[0], y).to(area[0] + area[2], y);
        label(art, Integer.toString(20 * i), area[0] - 16, y + 4);
      }
    }
    art.stroke(lines, 0.8, Ink.of(0xFFDADBDD));
    art.stroke(
        Shape.line(
            area[0], area[1], area[0], area[1] + area[3], area[0] + area[2], area[1] + area[3]),
        1.6,
        Ink.of(0xFF7A7E86));
  }

  private static void label(Art art, String text, double x, double y) {
    art.text(text, x, y, Lettering.of(Fonts.SANS, 11).centred(), Ink.of(0xFF6A6E76));
  }
}
