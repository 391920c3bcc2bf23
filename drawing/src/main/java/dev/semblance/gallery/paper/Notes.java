package dev.semblance.gallery.paper;

import dev.semblance.drawing.Fonts;
import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Lettering;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.paper.Handwriting.Pen;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import java.util.List;

/// A handwritten note, a calendar page, sheet music.
public final class Notes {
  private Notes() {}

  public static Scene note(Dice dice) {
    boolean list = dice.chance(0.5);
    String paper = dice.pick("yellow", "white", "lined");
    String what = list ? "a handwritten shopping list" : "a handwritten note";
    Caption caption =
        Caption.of("note", what + " on " + paper + " paper")
            .or(what)
            .or(list ? "a list of things to buy in blue ink" : "a few lines written by hand")
            .or("handwriting on a piece of " + paper + " paper")
            .or("a note");
    int k = paper.equals("yellow") ? 0xFFF8E48A : 0xFFF8F6EE;
    return new Scene(
        caption,
        art ->
            Sheet.onDesk(
                art, list ? 380 : 300, k, sheet -> paintNote(sheet, list, paper.equals("lined"))));
  }

  private static void paintNote(Sheet sheet, boolean list, boolean lined) {
    Art art = sheet.art();
    Dice dice = art.dice();
    int ink = dice.pick(0xFF1F3A8A, 0xFF24242A, 0xFF7A2A3A);
    if (lined) {
      for (double y = 56; y < 400; y += 30) {
        art.stroke(Shape.line(0, y + 4, 300, y + 4), 0.8, Ink.of(0x80709CC8));
      }
      art.stroke(Shape.line(40, 0, 40, 420), 1, Ink.of(0x90D86A6A));
    }
    if (list) {
      Handwriting.write(art, "To buy", 56, 50, new Pen(30, ink));
      String[] things = {
        "milk",
        "two breads",
        "apples",
        "coffee",
        "some flowers",
        "butter",
        "ten eggs",
        "tea and honey",
        "paper"
      };
      int first = dice.whole(0, 8);
      for (int i = 0; i < 9; i++) {
        double y = 86 + i * 30;
        Handwriting.write(art, "- " + things[(first + i) % 9], 56, y, new Pen(24, ink));
        if (dice.chance(0.25)) {
          art.stroke(Shape.curve(54, y - 6, 110, y - 9, 180, y - 4), 1.6, Ink.of(ink));
        }
      }
      return;
    }
    String[] lines = {
      "Dear Anna,",
      "we walked along",
      "the river today and",
      "saw the old bridge.",
      "come soon!",
      "",
      "yours, Peter"
    };
    for (int i = 0; i < lines.length; i++) {
      Handwriting.write(art, lines[i], 48 + (i == 6 ? 60 : 0), 56 + i * 33, new Pen(25, ink));
    }
  }

  public static Scene calendar(Dice dice) {
    String month =
        dice.pick(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    Caption caption =
        Caption.of("calendar", "a calendar page for " + month)
            .or("a wall calendar with the days of the month")
            .or("a page with a grid of dates and the word " + month)
            .or("a monthly calendar")
            .or("a calendar");
    int accent = dice.pick(0xFFB83A34, 0xFF2C6A9A, 0xFF3C7A4E, 0xFFD08A2A);
    return new Scene(
        caption,
        art -> Sheet.onDesk(art, 300, 0xFFFBFAF6, sheet -> paintCalendar(sheet, month, accent)));
  }

  private static void paintCalendar(Sheet sheet, String month, int accent) {
    Art art = sheet.art();
    Dice dice = art.dice();
    sheet.band(accent, 0, 0, 300, 58);
    sheet.text(month, 20, 40, Lettering.of(Fonts.SANS_BOLD, 28), 0xFFFFFFFF);
    sheet.text("2026", 280, 40, Lettering.of(Fonts.SANS, 20).ending(), 0xE0FFFFFF);
    List<String> days = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    int start = dice.whole(0, 6);
    for (int c = 0; c < 7; c++) {
      sheet.text(
          days.get(c),
          36 + c * 38,
          80,
          Lettering.of(Fonts.SANS_BOLD, 12).centred(),
          c > 4 ? accent : 0xFF6A6E76);
    }
    int length =
        month.equals("February")
            ? 28
            : List.of("April", "June", "September", "November").contains(month) ? 30 : 31;
    int marked = dice.whole(1, length);
    for (int day = 1; day <= length; day++) {
      int cell = day - 1 + start;
      double x = 36 + (cell % 7) * 38;
      double y = 110 + Math.floorDiv(cell, 7) * 33;
      if (day == marked) {
        art.stroke(Shape.circle(x, y - 5, 15), 2.4, Ink.of(0xFFD8302C));
      }
      sheet.text(
          Integer.toString(day),
          x,
          y,
          Lettering.of(Fonts.SANS, 16).centred(),
          cell % 7 > 4 ? accent : Sheet.INK);
    }
    for (double x = 20; x < 290; x += 14) {
      art.fill(Shape.circle(x, 5, 3), Ink.of(0x90302820));
    }
  }

  public static Scene music(Dice dice) {
    Caption caption =
        Caption.of("sheet music", "a page of sheet music")
            .or("musical notes on staves")
            .or("printed music with black notes on five lines")
            .or("a music score on a desk")
            .or("sheet music");
    return new Scene(caption, art -> Sheet.onDesk(art, 400, 0xFFF8F4E8, Notes::paintMusic));
  }

  private static void paintMusic(Sheet sheet) {
    Art art = sheet.art();
    Dice dice = art.dice();
    sheet.text(
        dice.pick("Evening Song", "Little Waltz", "Prelude", "Morning Air"),
        150,
        36,
        Lettering.of(Fonts.SERIF_BOLD, 19).centred(),
        Sheet.INK);
    sheet.text(
        "No. " + dice.whole(1, 24),
        150,
        52,
        Lettering.of(Fonts.SERIF_ITALIC, 10).centred(),
        Sheet.INK);
    for (int staff = 0; staff < 7; staff++) {
      stave(art, 76 + staff * 46, dice);
    }
  }

  private static void stave(Art art, double y, Dice dice) {
    Shape lines = Shape.path();
    for (int i = 0; i < 5; i++) {
      lines.move(20, y + i * 5).to(280, y + i * 5);
    }
    for (double x : new double[] {20, 108, 194, 280}) {
      lines.move(x, y).to(x, y + 20);
    }
    art.stroke(lines, 0.7, Ink.of(0xFF2A2A2E));
    art.stroke(
        Shape.curve(
            30, y + 22, 34, y + 10, 38, y - 4, 34, y - 8, 32, y + 2, 28, y + 12, 33, y + 19, 38,
            y + 14, 33, y + 10),
        1.3,
        Ink.of(0xFF2A2A2E));
    double x = 54;
    while (x < 268) {
      note(art, x, y + dice.whole(0, 8) * 2.5, dice.chance(0.35) && x < 250, dice.chance(0.2));
      x += dice.between(13, 21);
    }
  }

  private static void note(Art art, double x, double y, boolean beamed, boolean open) {
    int ink = 0xFF1E1E22;
    art.at(
        Spot.at(x, y).turned(-18),
        () -> {
          if (open) {
            art.stroke(Shape.oval(0, 0, 3, 2.1), 1, Ink.of(ink));
          } else {
            art.fill(Shape.oval(0, 0, 3.4, 2.4), Ink.of(ink));
          }
        });
    art.stroke(Shape.line(x + 3, y - 1, x + 3, y - 17), 0.9, Ink.of(ink));
    if (beamed) {
      art.fill(Shape.oval(x + 12, y - 2, 3.2, 2.3), Ink.of(ink));
      art.stroke(Shape.line(x + 15, y - 3, x + 15, y - 18), 0.9, Ink.of(ink));
      art.fill(
          Shape.polygon(x + 2.6, y - 17, x + 15.4, y - 18, x + 15.4, y - 15.4, x + 2.6, y - 14.4),
          Ink.of(Tone.dark(ink, 0.1)));
    }
  }
}
