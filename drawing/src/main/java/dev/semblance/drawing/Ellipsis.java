package dev.semblance.drawing;

import io.github.humbleui.skija.Font;

/// Text made to fit a width.
final class Ellipsis {
  private static final String MARK = "…";

  private Ellipsis() {}

  /// The text, or its beginning and a mark.
  static String end(String text, Font font, float width) {
    String clean = clean(text);
    return fits(clean, font, width) ? clean : longest(clean, font, width, 0);
  }

  /// The text, or its beginning, a mark and its end: for file names, whose endings matter.
  static String middle(String text, Font font, float width) {
    String clean = clean(text);
    return fits(clean, font, width) ? clean : longest(clean, font, width, 0.4);
  }

  /// The longest cut that fits, `tail` of its characters taken from the end.
  private static String longest(String text, Font font, float width, double tail) {
    int[] points = text.codePoints().toArray();
    int low = 0;
    int high = points.length - 1;
    while (low < high) {
      int keep = (low + high + 1) >>> 1;
      if (fits(cut(points, keep, tail), font, width)) {
        low = keep;
      } else {
        high = keep - 1;
      }
    }
    return cut(points, low, tail);
  }

  private static String cut(int[] points, int keep, double tail) {
    int last = (int) (keep * tail);
    String head = new String(points, 0, keep - last);
    return head.stripTrailing() + MARK + new String(points, points.length - last, last);
  }

  private static boolean fits(String text, Font font, float width) {
    return font.measureTextWidth(text) <= width;
  }

  /// Line breaks, tabs and other control characters, and halves of surrogate pairs, as spaces.
  static String clean(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]+", " ").strip();
  }
}
