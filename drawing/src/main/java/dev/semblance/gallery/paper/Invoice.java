package dev.semblance.gallery.paper;

import dev.semblance.drawing.Fonts;
import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Lettering;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import java.util.List;
import java.util.Locale;

/// An invoice on a desk, overdue, paid or plain.
public final class Invoice {
  private static final List<String> ITEMS =
      List.of(
          "Paper, A4, white",
          "Printer ink, black",
          "Desk lamp",
          "Delivery",
          "Oak shelf",
          "Repair, two hours",
          "Steel screws",
          "Window glass",
          "Paint, 5 litres",
          "Consulting");

  private Invoice() {}

  public static Scene cast(Dice dice) {
    String state = dice.pick("overdue", "paid", "plain");
    int accent = dice.pick(0xFF2C5A8C, 0xFF3C7A5A, 0xFF6A4A86, 0xFF444A52, 0xFF9A5A2C);
    Caption caption =
        switch (state) {
          case "overdue" ->
              Caption.of("invoice", "an invoice with a red OVERDUE stamp")
                  .or("an overdue invoice")
                  .or("a bill stamped OVERDUE in red")
                  .or("a sheet of paper with a table of amounts and the word OVERDUE")
                  .or("an unpaid bill on a desk");
          case "paid" ->
              Caption.of("invoice", "an invoice with a green PAID stamp")
                  .or("a paid invoice")
                  .or("a bill stamped PAID in green")
                  .or("a sheet of paper with a table of amounts and the word PAID");
          default ->
              Caption.of("invoice", "an invoice on a desk")
                  .or("a bill with a table of items and a total")
                  .or("a printed invoice")
                  .or("a business document with a list of amounts");
        };
    return new Scene(
        caption, art -> Sheet.onDesk(art, 400, 0xFFF7F5F0, sheet -> paint(sheet, accent, state)));
  }

  private static void paint(Sheet sheet, int accent, String state) {
    Art art = sheet.art();
    Dice dice = art.dice();
    sheet.band(accent, 0, 0, Sheet.WIDE, 10);
    sheet.bold(Sheet.name(dice), 24, 42, 15);
    sheet.text(
        dice.whole(2, 90)
            + " "
            + dice.pick("Mill Lane", "Station Road", "High Street", "Quay Street"),
        24,
        56,
        8);
    sheet.text("INVOICE", 276, 44, Lettering.of(Fonts.SANS_BOLD, 22).ending(), accent);
    sheet.ending("No. " + dice.whole(1000, 9999), 276, 60, 9);
    sheet.ending(dice.whole(1, 28) + "." + dice.whole(1, 12) + ".2026", 276, 72, 9);
    sheet.text("To:", 24, 88, 9);
    sheet.text(
        dice.pick("Mrs A. Fields", "Mr J. Marsh", "Ms R. Stone", "Dr P. Wells"), 24, 100, 10);
    double total = table(sheet, dice, accent);
    sheet.band(Tone.light(accent, 0.82), 170, 296, 108, 24);
    sheet.bold("Total", 178, 312, 12);
    sheet.text(money(total), 272, 312, Lettering.of(Fonts.SANS_BOLD, 12).ending(), Sheet.INK);
    sheet.text("Please pay within 30 days. Thank you.", 24, 350, 8);
    sheet.rule(24, 370, 276, 0.6);
    if (state.equals("overdue")) {
      sheet.stamp("OVERDUE", 0xFFCE1F26, 140, 220, 46);
    } else if (state.equals("paid")) {
      sheet.stamp("PAID", 0xFF1F8A4A, 150, 220, 50);
    }
  }

  private static double table(Sheet sheet, Dice dice, int accent) {
    sheet.band(accent, 24, 118, 252, 18);
    Lettering head = Lettering.of(Fonts.SANS_BOLD, 9);
    sheet.text("Item", 30, 130, head, Tone.WHITE);
    sheet.text("Qty", 186, 130, head.ending(), Tone.WHITE);
    sheet.text("Amount", 270, 130, head.ending(), Tone.WHITE);
    double total = 0;
    int first = dice.whole(0, 9);
    for (int i = 0; i < 7; i++) {
      double y = 152 + i * 20;
      if (i % 2 == 1) {
        sheet.band(0x14000000, 24, y - 13, 252, 20);
      }
      int amount = dice.whole(300, 24000);
      total += amount / 100.0;
      sheet.text(ITEMS.get((first + i) % ITEMS.size()), 30, y, 9.5);
      sheet.ending(Integer.toString(dice.whole(1, 12)), 186, y, 9.5);
      sheet.ending(money(amount / 100.0), 270, y, 9.5);
    }
    sheet.rule(24, 288, 276, 0.8);
    return total;
  }

  private static String money(double amount) {
    return String.format(Locale.ROOT, "%.2f", amount);
  }
}
