package dev.semblance.gallery.paper;

import dev.semblance.drawing.Fonts;
import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Lettering;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.paper.Handwriting.Pen;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import java.util.List;
import java.util.Locale;

/// A shop's receipt, a typed letter, a newspaper page, a table of figures.
public final class Receipts {
  private static final List<String> GOODS =
      List.of(
          "Bread",
          "Milk 1L",
          "Apples 1kg",
          "Coffee",
          "Butter",
          "Eggs x6",
          "Cheese",
          "Tomatoes",
          "Soap",
          "Rice 500g",
          "Tea",
          "Honey",
          "Pasta",
          "Juice");

  private Receipts() {}

  public static Scene receipt(Dice dice) {
    String shop = dice.pick("supermarket", "café", "bakery", "book shop");
    Caption caption =
        Caption.of("receipt", "a receipt from a " + shop)
            .or("a shop receipt with a list of prices and a total")
            .or("a narrow strip of paper with printed prices and a bar code")
            .or("a till receipt on a table")
            .or("a receipt");
    return new Scene(
        caption, art -> Sheet.onDesk(art, 620, 0xFFFAF9F5, sheet -> paintReceipt(sheet, shop)));
  }

  private static void paintReceipt(Sheet sheet, String shop) {
    Art art = sheet.art();
    Dice dice = art.dice();
    Lettering mono = Lettering.of(Fonts.MONO, 16);
    Lettering bold = Lettering.of(Fonts.MONO_BOLD, 26);
    sheet.text(shop.toUpperCase(Locale.ROOT), 150, 52, bold.centred(), Sheet.INK);
    sheet.text(dice.whole(1, 90) + " Market Street", 150, 76, mono.centred(), Sheet.INK);
    sheet.text(
        "Tel. 0" + dice.whole(100, 999) + " " + dice.whole(1000, 9999),
        150,
        96,
        mono.centred(),
        Sheet.INK);
    dashes(art, 112);
    double total = 0;
    int first = dice.whole(0, GOODS.size() - 1);
    for (int i = 0; i < 11; i++) {
      double price = dice.whole(60, 1290) / 100.0;
      total += price;
      sheet.text(GOODS.get((first + i) % GOODS.size()), 22, 138 + i * 23, mono, Sheet.INK);
      sheet.text(
          String.format(Locale.ROOT, "%.2f", price), 278, 138 + i * 23, mono.ending(), Sheet.INK);
    }
    dashes(art, 398);
    sheet.text("TOTAL", 22, 430, bold, Sheet.INK);
    sheet.text(String.format(Locale.ROOT, "%.2f", total), 278, 430, bold.ending(), Sheet.INK);
    sheet.text("Card", 22, 458, mono, Sheet.INK);
    sheet.text(String.format(Locale.ROOT, "%.2f", total), 278, 458, mono.ending(), Sheet.INK);
    dashes(art, 474);
    sheet.text("Thank you!", 150, 502, mono.centred(), Sheet.INK);
    double x = 44;
    while (x < 256) {
      double bar = dice.pick(1.5, 1.5, 3.0, 4.5);
      sheet.band(Sheet.INK, x, 524, bar, 62);
      x += bar + dice.pick(1.5, 3.0, 4.0);
    }
  }

  private static void dashes(Art art, double y) {
    art.stroke(Shape.line(20, y, 280, y), 1.4, Ink.of(0xB0303034).dashed(5, 4));
  }

  public static Scene letter(Dice dice) {
    boolean logo = dice.chance(0.4);
    Caption caption =
        Caption.of("letter", logo ? "a typed business letter with a letterhead" : "a typed letter")
            .or("a page of printed text")
            .or("a letter with a date, some paragraphs and a signature")
            .or("a document with black text on white paper")
            .or("a letter on a desk");
    int accent = dice.pick(0xFF2C5A8C, 0xFF7A2E3A, 0xFF3C6A4E);
    return new Scene(
        caption,
        art -> Sheet.onDesk(art, 420, 0xFFF8F6F0, sheet -> paintLetter(sheet, logo, accent)));
  }

  private static void paintLetter(Sheet sheet, boolean logo, int accent) {
    Art art = sheet.art();
    Dice dice = art.dice();
    if (logo) {
      art.fill(Shape.circle(42, 36, 14), Ink.of(accent));
      sheet.text(Sheet.name(dice), 64, 41, Lettering.of(Fonts.SERIF_BOLD, 15), accent);
      sheet.rule(26, 60, 274, 0.8);
    }
    Lettering body = Lettering.of(Fonts.SERIF, 9.6);
    sheet.text(
        dice.whole(1, 28) + " " + dice.pick("March", "June", "October") + " 2026",
        274,
        84,
        body.ending(),
        Sheet.INK);
    sheet.text(
        "Dear " + dice.pick("Anna", "Mr Marsh", "Ms Stone", "Peter") + ",",
        28,
        112,
        body,
        Sheet.INK);
    double y = 132;
    for (int paragraph = 0; paragraph < 3; paragraph++) {
      y = sheet.prose(body, 13, new double[] {28, y, 244}, dice.whole(3, 5)) + 8;
    }
    sheet.text("Yours sincerely,", 28, y + 6, body, Sheet.INK);
    Handwriting.write(
        art, dice.pick("A. Fields", "R. Stone", "J. Marsh"), 30, y + 38, new Pen(21, 0xFF1F2E6A));
  }

  public static Scene newspaper(Dice dice) {
    String headline =
        dice.pick("NEW BRIDGE OPENS", "STORM HITS COAST", "MARKET RETURNS", "RIVER RISES AGAIN");
    Caption caption =
        Caption.of("newspaper", "a newspaper with the headline " + headline)
            .or("the front page of a newspaper")
            .or("a newspaper with a large headline and a picture")
            .or("a printed page with columns of text and a photo")
            .or("a newspaper");
    return new Scene(
        caption, art -> Sheet.onDesk(art, 430, 0xFFEAE5D8, sheet -> paintNews(sheet, headline)));
  }

  private static void paintNews(Sheet sheet, String headline) {
    Art art = sheet.art();
    Dice dice = art.dice();
    sheet.text(
        dice.pick("The Morning Post", "Harbour Times", "The Daily Mail Coach", "Evening Herald"),
        150,
        38,
        Lettering.of(Fonts.SERIF_BOLD, 27).centred(),
        Sheet.INK);
    sheet.rule(14, 48, 286, 1.6);
    sheet.text(
        "No. " + dice.whole(100, 9999) + "      Price 2.50",
        150,
        58,
        Lettering.of(Fonts.SERIF, 7).centred(),
        Sheet.INK);
    sheet.rule(14, 62, 286, 0.8);
    sheet.text(headline, 150, 90, Lettering.of(Fonts.SERIF_BOLD, 25).centred(), Sheet.INK);
    photo(art);
    Lettering body = Lettering.of(Fonts.SERIF, 6.6);
    for (int column = 0; column < 4; column++) {
      double x = 14 + column * 69;
      boolean under = column == 1 || column == 2;
      double top = under ? 226 : 108;
      sheet.prose(body, 8, new double[] {x, top, 63}, under ? 24 : 39);
      if (column > 0) {
        sheet.band(0x40303030, x - 4, 104, 0.6, 312);
      }
    }
  }

  private static void photo(Art art) {
    double x = 80;
    art.fill(Shape.box(x, 102, 138, 106), Ink.down(102, 208, 0xFFB8B6B0, 0xFFE4E2DA));
    art.inside(
        Shape.box(x, 102, 138, 106),
        () -> {
          Dice dice = art.dice();
          for (int i = 0; i < 12; i++) {
            double wide = dice.between(8, 18);
            double high = dice.between(20, 70);
            art.fill(
                Shape.box(x + i * 12, 200 - high, wide, high),
                Ink.of(0xFF4A4A4A + 0x010101 * dice.whole(0, 60)));
          }
          art.fill(Shape.box(x, 190, 138, 20), Ink.of(0xFF6A6A68));
        });
    art.stroke(Shape.box(x, 102, 138, 106), 0.8, Ink.of(0xFF303030));
  }

  public static Scene table(Dice dice) {
    int columns = dice.whole(4, 6);
    int accent = dice.pick(0xFF2C5A8C, 0xFF3C7A5A, 0xFF7A4A86, 0xFF4A4E56);
    Caption caption =
        Caption.of("table", "a table of numbers")
            .or("a spreadsheet with rows and columns of figures")
            .or("a printed table with a coloured header row")
            .or("rows and columns of numbers in a document")
            .or("a table with figures");
    return new Scene(caption, art -> paintTable(art, columns, accent));
  }

  private static void paintTable(Art art, int columns, int accent) {
    Dice dice = art.dice();
    art.wash(Ink.of(0xFFFBFAF7));
    Sheet sheet = new Sheet(art);
    sheet.bold(
        dice.pick(
            "Results by region", "Rainfall in mm", "Stock at the end of the month", "Train times"),
        28,
        40,
        17);
    double w = (art.width() - 56) / (columns + 0.6);
    int rows = 13;
    double step = (art.height() - 86) / rows;
    for (int r = 0; r < rows; r++) {
      double y = 58 + r * step;
      if (r == 0) {
        sheet.band(accent, 28, y, art.width() - 56, step);
      } else if (r % 2 == 0) {
        sheet.band(0xFFEDEFF2, 28, y, art.width() - 56, step);
      }
      for (int c = 0; c < columns; c++) {
        double x = 28 + (c == 0 ? 8 : w * (c + 1.5));
        String text =
            r == 0
                ? (c == 0 ? "Name" : Character.toString('A' + c - 1))
                : c == 0
                    ? dice.pick("North", "South", "East", "West", "Centre", "Coast", "Hills")
                    : Integer.toString(dice.whole(8, 9800));
        Lettering how = Lettering.of(r == 0 ? Fonts.SANS_BOLD : Fonts.SANS, 11.5);
        sheet.text(
            text, x, y + step * 0.68, c == 0 ? how : how.ending(), r == 0 ? 0xFFFFFFFF : Sheet.INK);
      }
    }
    Shape grid = Shape.path();
    for (int r = 0; r <= rows; r++) {
      grid.move(28, 58 + r * step).to(art.width() - 28, 58 + r * step);
    }
    art.stroke(grid, 0.7, Ink.of(0x60707880));
    art.finish(0.1, 0.12);
  }
}
