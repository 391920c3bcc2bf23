package dev.semblance.gallery.paper;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import java.util.HashMap;
import java.util.Map;

/// A hand of our own: each letter is one or two pen strokes through a few points, never twice quite
/// alike. Units: x-height 10, base line 0, up is negative.
final class Handwriting {
  private static final Map<Character, String> STROKES = new HashMap<>();
  private static final Map<Character, Integer> WIDTHS = new HashMap<>();

  static {
    letter('a', 10, "8,-8 4,-10 1,-5 2,0 5,0 8,-6 8,-9 8,-2 10,0");
    letter('b', 9, "1,-20 1,-6 1,0 1,-6 5,-9 8,-5 6,0 2,0");
    letter('c', 8, "7,-8 4,-10 1,-6 2,-1 5,0 8,-2");
    letter('d', 10, "8,-8 4,-10 1,-5 2,0 5,0 8,-6 8,-20 8,-3 10,0");
    letter('e', 8, "1,-5 5,-6 6,-9 3,-10 1,-5 2,-1 5,0 8,-2");
    letter('f', 7, "7,-18 4,-20 3,-14 3,6;0,-9 6,-9");
    letter('g', 9, "8,-8 4,-10 1,-5 3,0 6,-2 8,-9 8,4 5,9 1,7");
    letter('h', 10, "1,-20 1,0 1,-5 5,-10 7,-6 7,-1 10,0");
    letter('i', 5, "2,-10 2,-2 4,0;2,-15 2.4,-14.6");
    letter('j', 6, "4,-10 4,5 1,8;4,-15 4.4,-14.6");
    letter('k', 9, "1,-20 1,0;7,-10 2,-5 8,0");
    letter('l', 5, "1,-20 1,-4 4,0");
    letter('m', 14, "1,-10 1,0 1,-6 4,-10 6,-6 6,0 6,-6 9,-10 11,-6 11,-1 14,0");
    letter('n', 10, "1,-10 1,0 1,-6 5,-10 7,-6 7,-1 10,0");
    letter('o', 9, "5,-10 1,-7 2,-1 5,0 8,-4 7,-9 5,-10 8,-8");
    letter('p', 9, "1,-10 1,9 1,-6 5,-10 8,-5 5,0 2,-1");
    letter('q', 9, "8,-8 4,-10 1,-5 3,0 6,-2 8,-9 8,9");
    letter('r', 7, "1,-10 1,0 1,-6 4,-10 7,-9");
    letter('s', 7, "6,-8 4,-10 1,-8 5,-4 5,0 1,-1");
    letter('t', 7, "3,-17 3,-3 6,0;0,-10 6,-10");
    letter('u', 10, "1,-10 1,-3 3,0 6,-2 7,-10 7,-2 10,0");
    letter('v', 8, "1,-10 4,0 7,-10");
    letter('w', 12, "1,-10 3,0 6,-8 9,0 11,-10");
    letter('x', 8, "1,-10 7,0;7,-10 1,0");
    letter('y', 9, "1,-10 2,-3 5,-2 8,-10 7,4 3,9 1,7");
    letter('z', 8, "1,-10 7,-10 1,0 7,0");
    letter('.', 4, "1,-0.6 1.6,0");
    letter(',', 4, "2,-1 1,3");
    letter('-', 7, "1,-5 6,-5");
    letter('!', 4, "2,-18 2,-5;2,-0.5 2.2,0");
    letter('1', 7, "1,-13 4,-17 4,0");
    letter('2', 9, "1,-14 5,-17 7,-12 1,0 8,0");
    letter('3', 9, "1,-16 6,-16 4,-9 8,-4 4,0 1,-2");
  }

  private Handwriting() {}

  private static void letter(char c, int width, String strokes) {
    STROKES.put(c, strokes);
    WIDTHS.put(c, width);
  }

  /// What is written with.
  ///
  /// @param size the x-height times 2
  record Pen(double size, int ink) {}

  /// Writes a line. Returns the x where it ends.
  static double write(Art art, String text, double x, double y, Pen pen) {
    Dice dice = art.dice();
    double unit = pen.size() / 20;
    double at = x;
    double slope = dice.near(0, 0.012);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char small = Character.toLowerCase(c);
      double big = Character.isUpperCase(c) ? 1.75 : 1;
      String strokes = STROKES.get(small);
      if (strokes != null) {
        double shake = dice.near(0, 0.5);
        Spot spot =
            Spot.at(at, y + (at - x) * slope + shake * unit, unit * big * dice.near(1, 0.06));
        art.at(
            spot,
            () ->
                art.slanted(
                    -0.22 + dice.near(0, 0.04), 0, () -> letter(art, strokes, pen.ink(), big)));
      }
      at += unit * big * (strokes == null ? 7 : WIDTHS.getOrDefault(small, 8));
    }
    return at;
  }

  private static void letter(Art art, String strokes, int ink, double big) {
    for (String stroke : strokes.split(";")) {
      art.stroke(Shape.curve(stroke), 1.7 / big, Ink.of(ink));
    }
  }
}
