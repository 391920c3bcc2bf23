package dev.semblance.gallery.animal;

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
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Place;
import dev.semblance.gallery.world.Shade;
import dev.semblance.gallery.world.Weather;

/// Horses, sheep or cows in a meadow.
public final class Herd {
  private Herd() {}

  public static Scene horses(Dice dice) {
    int count = dice.whole(1, 3);
    String colour = dice.pick("brown", "white", "black", "chestnut");
    Air air =
        Air.of(
            dice.pick(Hour.DAY, Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.DAWN), Weather.CLEAR, dice);
    String what = Words.count(count, colour + " horse");
    Caption caption =
        Caption.of("horse", what + " in a meadow " + air.phrase())
            .or(what + " in a meadow")
            .or(Words.count(count, "horse") + " on the grass")
            .or(what + (count == 1 ? " standing" : " grazing") + " in a green field")
            .or(what);
    int coat =
        switch (colour) {
          case "white" -> 0xFFE9E4DA;
          case "black" -> 0xFF2B2826;
          case "chestnut" -> 0xFFA8582A;
          default -> 0xFF70482C;
        };
    return new Scene(
        caption,
        art ->
            herd(
                art,
                air,
                count,
                (place, i) ->
                    new Horse(
                            coat,
                            Tone.dark(coat, colour.equals("white") ? 0.15 : 0.55),
                            count > 1 && i % 2 == 1)
                        .paint(art, place)));
  }

  public static Scene sheep(Dice dice) {
    int count = dice.whole(1, 6);
    boolean lamb = dice.chance(0.3);
    Air air = Air.day(dice);
    String what = count == 1 ? "a white sheep" : Words.number(count) + " white sheep";
    Caption caption =
        Caption.of("sheep", what + " on a green hill" + (lamb ? " with black faces" : ""))
            .or(what)
            .or((count == 1 ? "a sheep" : "sheep") + " grazing on grass")
            .or("woolly sheep in the country " + air.phrase())
            .or(count == 1 ? "a sheep in a field" : "a flock of sheep");
    return new Scene(
        caption,
        art ->
            herd(
                art,
                air,
                count,
                (place, i) -> art.at(place, () -> sheep(art, lamb ? 0xFF2E2A28 : 0xFFE4D6C4))));
  }

  public static Scene cows(Dice dice) {
    int count = dice.whole(1, 3);
    String colour = dice.pick("black and white", "brown");
    Air air = Air.day(dice);
    String what = Words.count(count, colour + " cow");
    Caption caption =
        Caption.of("cow", what + " in a meadow " + air.phrase())
            .or(what)
            .or(Words.count(count, "cow") + " on green grass")
            .or("a farm scene with " + what)
            .or(what + " in a field");
    return new Scene(
        caption,
        art ->
            herd(
                art,
                air,
                count,
                (place, i) -> art.at(place, () -> cow(art, colour.equals("brown")))));
  }

  private interface Beast {
    void paint(Spot place, int index);
  }

  private static void herd(Art art, Air air, int count, Beast beast) {
    Dice dice = art.dice();
    Place.MEADOW.paint(art, air);
    int back = count / 2;
    for (int i = 0; i < count; i++) {
      boolean behind = i < back;
      int inRow = behind ? back : count - back;
      int at = behind ? i : i - back;
      double t = count == 1 ? 1 : behind ? 0.3 : 0.9;
      double s = (count == 1 ? 1.35 : 0.55 + 0.45 * t) * (count > 3 ? 0.8 : 1);
      double shift = count == 2 ? (behind ? -0.2 : 0.2) : 0;
      double x = art.width() * ((at + 0.5) / inRow + shift) + dice.near(0, 18);
      double y = art.height() * (0.6 + 0.29 * t) + dice.near(0, 6);
      Shade.under(art, air, x, y, 140 * s);
      boolean left = dice.chance(0.5);
      int index = i;
      air.over(art, 0.12 * (1 - t), () -> beast.paint(Spot.at(x, y, s).mirrored(left), index));
      Land.blades(art, air, y - 8, 0xFF5E8A3A);
    }
    art.finish(0.4, 0.35);
  }

  private static void sheep(Art art, int face) {
    for (double x : new double[] {-34, -22, 20, 32}) {
      art.fill(
          Shape.round(3, x, -34, 8, 34),
          Ink.down(-34, 0, Tone.dark(face, 0.3), Tone.dark(face, 0.55)));
    }
    Dice dice = art.dice();
    art.fill(
        Shape.blob("-54,-60 -40,-84 0,-90 36,-84 50,-62 42,-34 0,-26 -42,-32"),
        Ink.down(-90, -26, 0xFFF4EFE4, 0xFFA89E8E));
    for (int tone = 0; tone < 4; tone++) {
      Shape curls = Shape.path();
      for (int i = 0; i < 42; i++) {
        double a = dice.between(0, 2 * Math.PI);
        double r = Math.sqrt(dice.between(0, 1));
        curls.addOval(
            -2 + Math.cos(a) * r * 48,
            -58 + Math.sin(a) * r * 29 - tone * 3,
            6.4 - tone,
            5.4 - tone);
      }
      art.fill(
          curls, Ink.of(Tone.alpha(Tone.mix(0xFFB4A998, 0xFFFFFDF6, tone / 3.0), 0.65)).blur(1));
    }
    art.fill(
        Shape.blob("40,-84 54,-90 68,-82 76,-66 70,-58 58,-60 44,-68"),
        Ink.down(-90, -58, Tone.light(face, 0.2), face));
    art.fill(Shape.blob("42,-82 32,-84 26,-76 38,-74"), Ink.of(Tone.dark(face, 0.1)));
    art.fill(Shape.circle(58, -77, 2), Ink.of(face == 0xFF2E2A28 ? 0xFFE8D890 : 0xFF1A1410));
    art.fill(Shape.oval(48, -88, 12, 8), Ink.of(0xFFF4EFE4).blur(2));
  }

  private static void cow(Art art, boolean brown) {
    int coat = brown ? 0xFF8A5430 : 0xFFF2EFE8;
    Coat fur = new Coat(coat, Tone.dark(coat, 0.45), Tone.light(coat, 0.3), 2.4, 8);
    Coat far = new Coat(Tone.dark(coat, 0.35), Tone.dark(coat, 0.6), Tone.dark(coat, 0.15), 2, 5);
    art.at(Spot.at(12, -2), () -> cowLegs(art, far));
    Shape body =
        Shape.blob("-78,-96 -60,-106 0,-102 50,-106 66,-92 64,-62 40,-46 -30,-44 -66,-52 -78,-72");
    fur.paint(art, body, 175, -80, -106, 146, 64);
    if (!brown) {
      art.inside(
          body,
          () ->
              art.fill(
                  Shape.blob("-70,-112 -40,-108 -34,-80 -56,-66 -84,-76")
                      .add(Shape.blob("-6,-108 26,-104 34,-78 12,-62 -10,-74"))
                      .add(Shape.blob("46,-60 60,-80 72,-60 56,-44")),
                  Ink.of(0xFF24221F).blur(1)));
    }
    art.inside(
        body,
        () -> art.fill(Shape.oval(-5, -44, 62, 9), Ink.of(Tone.alpha(0xFF302418, 0.45)).blur(10)));
    cowLegs(art, fur);
    art.fill(Shape.oval(-32, -42, 11, 8), Ink.of(0xFFE0A8A0));
    art.stroke(Shape.curve("-76,-92 -86,-76 -84,-44"), 3.4, Ink.of(Tone.dark(coat, 0.3)));
    art.fill(Shape.oval(-84, -38, 4, 10), Ink.of(0xFF3A2E26));
    cowHead(art, coat, fur, brown);
  }

  private static void cowLegs(Art art, Coat fur) {
    Shape hind =
        Shape.blob(
            "-76,-88 -56,-86 -48,-62 -56,-42 -56,-24 -54,-6 -52,0 -66,0 -66,-10 -68,-26 -66,-42 -76,-62");
    fur.paint(art, hind, 95, -78, -88, 32, 88);
    Shape fore =
        Shape.blob(
            "40,-80 60,-80 62,-56 56,-40 56,-22 58,-6 60,0 46,0 46,-10 46,-26 46,-42 38,-58");
    fur.paint(art, fore, 92, 38, -80, 26, 80);
    art.fill(Shape.box(-67, -5, 15, 6).addBox(45, -5, 15, 6), Ink.of(0xFF2A2420));
  }

  private static void cowHead(Art art, int coat, Coat fur, boolean brown) {
    Shape neck = Shape.blob("40,-104 62,-112 80,-106 82,-90 66,-70 48,-66");
    fur.paint(art, neck, 120, 38, -112, 46, 48);
    art.stroke(
        Shape.svg("M70,-118 Q66,-130 74,-134 M86,-118 Q92,-128 86,-134"), 4, Ink.of(0xFFE6DCC4));
    art.fill(Shape.blob("66,-112 52,-114 46,-108 60,-104"), Ink.of(Tone.dark(coat, 0.25)));
    Shape head = Shape.blob("66,-118 84,-120 94,-106 108,-90 106,-78 94,-76 78,-86 66,-100");
    fur.paint(art, head, 50, 64, -120, 46, 46);
    if (!brown) {
      art.inside(
          head,
          () ->
              art.fill(
                  Shape.blob("62,-120 80,-122 84,-106 72,-96 62,-104"),
                  Ink.of(0xFF24221F).blur(1)));
    }
    art.fill(Shape.oval(101, -83, 10, 8), Ink.glow(100, -86, 12, 0xFFF0C0B4, 0xFFB88078));
    art.fill(Shape.oval(104, -86, 1.6, 1.2).addOval(98, -83, 1.4, 1.1), Ink.of(0xFF5A3430));
    art.fill(Shape.circle(84, -106, 2.4), Ink.of(brown ? 0xFF140C08 : 0xFFF0E8D8));
    art.fill(Shape.circle(84, -106, 1.5), Ink.of(0xFF0C0806));
  }
}
