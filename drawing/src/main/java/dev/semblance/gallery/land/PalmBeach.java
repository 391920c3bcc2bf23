package dev.semblance.gallery.land;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Ink;
import dev.semblance.gallery.brush.Shape;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Place;
import dev.semblance.gallery.world.Shade;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;

/// An empty beach with palms, sometimes with a parasol and a deck chair.
public final class PalmBeach {
  private PalmBeach() {}

  public static Scene cast(Dice dice) {
    int palms = dice.whole(1, 3);
    boolean parasol = dice.chance(0.5);
    String colour = dice.pick("red", "blue", "yellow", "green");
    Air air = Air.of(dice.pick(Hour.DAY, Hour.DAY, Hour.SUNSET), Weather.CLEAR, dice);
    String trees = Words.count(palms, "palm tree");
    String shade = parasol ? " and a " + colour + " parasol" : "";
    Caption caption =
        Caption.of("beach", "a beach with " + trees + shade + " " + air.phrase())
            .or("a tropical beach " + air.phrase())
            .or(trees + shade + " on the sand by the sea")
            .or(
                parasol
                    ? "a " + colour + " sunshade with a deck chair on a sandy beach"
                    : "an empty sandy beach with palms")
            .or("a holiday beach");
    return new Scene(caption, art -> paint(art, air, palms, parasol ? tint(colour) : 0));
  }

  private static int tint(String colour) {
    return switch (colour) {
      case "red" -> 0xFFD23C34;
      case "blue" -> 0xFF2F70B8;
      case "yellow" -> 0xFFF0C22E;
      default -> 0xFF3A9A5C;
    };
  }

  private static void paint(Art art, Air air, int palms, int parasol) {
    Dice dice = art.dice();
    Place.BEACH.paint(art, air);
    double h = art.height();
    boolean left = dice.chance(0.5);
    for (int i = 0; i < palms; i++) {
      double across = (left ? 0.12 : 0.88) + (left ? 1 : -1) * (0.13 * i + dice.near(0, 0.03));
      double y = h * dice.between(0.68, 0.82);
      Shade.under(art, air, art.width() * across, y, 70);
      Trees.palm(
          art, air, new double[] {art.width() * across, y, h * dice.between(0.48, 0.62), 0.02});
    }
    if (parasol != 0) {
      double x = art.width() * (left ? 0.68 : 0.32);
      double y = h * 0.82;
      Shade.under(art, air, x, y, 150);
      air.over(art, 0, () -> art.at(Spot.at(x, y, 1.15), () -> parasol(art, parasol, air.side())));
    }
    art.finish(0.4, 0.35);
  }

  private static void parasol(Art art, int colour, int side) {
    chair(art);
    art.stroke(Shape.line(0, 0, 8, -108), 3.4, Ink.of(0xFF9A7A52));
    art.at(
        Spot.at(8, -104).turned(6),
        () -> {
          Shape dome = Shape.path().move(-66, 10).bend(-52, -38, 0, -42).bend(52, -38, 66, 10);
          for (int i = 5; i >= 0; i--) {
            dome.bend(66 - (5 - i) * 22 - 11, 2, 66 - (6 - i) * 22, 10);
          }
          art.fill(dome.close(), Ink.of(0xFFFAF6EC));
          art.inside(dome, () -> stripes(art, colour));
          art.fill(
              dome,
              Ink.across(
                  -66,
                  66,
                  side < 0 ? 0x30FFFFFF : 0x60000010,
                  0x00000000,
                  side < 0 ? 0x60000010 : 0x30FFFFFF));
        });
  }

  private static void stripes(Art art, int colour) {
    for (int i = -3; i < 3; i += 2) {
      double l = i * 22;
      Shape gore =
          Shape.path()
              .move(0, -43)
              .bend(l * 0.9, -30, l, 14)
              .to(l + 22, 14)
              .bend((l + 22) * 0.9, -30, 0, -43)
              .close();
      art.fill(gore, Ink.of(colour));
    }
  }

  private static void chair(Art art) {
    art.stroke(
        Shape.line(-70, 0, -28, -34, -10, -62).move(-74, -26).to(-22, 0), 3, Ink.of(0xFF8A6236));
    Shape cloth =
        Shape.path()
            .move(-72, -24)
            .bend(-40, -10, -30, -32)
            .to(-12, -60, -4, -56, -22, -26)
            .bend(-36, -2, -74, -18)
            .close();
    art.fill(
        cloth, Ink.down(-60, -10, 0xFFF6F2E6, Tone.of(0x4E8CB8), 0xFFF6F2E6, Tone.of(0x4E8CB8)));
  }
}
