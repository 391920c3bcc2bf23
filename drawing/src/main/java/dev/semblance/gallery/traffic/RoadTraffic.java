package dev.semblance.gallery.traffic;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.brush.Tone;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Shade;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;
import java.util.List;

/// A car, van, bus, lorry, bicycle or motorcycle on a road.
public final class RoadTraffic {
  private static final List<String> COLOURS =
      List.of("red", "blue", "yellow", "green", "white", "black", "orange", "silver");

  private RoadTraffic() {}

  public static Scene car(Dice dice) {
    return scene(dice, dice.pick("car", "car", "old round car", "van"));
  }

  public static Scene bus(Dice dice) {
    return scene(dice, dice.pick("bus", "bus", "truck"));
  }

  public static Scene cycle(Dice dice) {
    return scene(dice, dice.pick("bicycle", "bicycle", "motorcycle"));
  }

  private static Scene scene(Dice dice, String kind) {
    String colour = dice.pick(COLOURS);
    Road road = dice.pick(Road.values());
    Hour hour = dice.pick(Hour.DAY, Hour.DAY, Hour.DAY, Hour.DAY, Hour.SUNSET, Hour.NIGHT);
    Weather weather =
        hour == Hour.DAY
            ? dice.pick(Weather.CLEAR, Weather.CLEAR, Weather.RAIN, Weather.SNOW)
            : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    String what =
        Words.a(kind.contains("old") ? "old round " + colour + " car" : colour + " " + kind);
    String plain = kind.contains("old") ? "car" : kind;
    Caption caption =
        Caption.of(plain, what + " " + road.phrase() + " " + air.phrase())
            .or(what + " " + road.phrase())
            .or(what + " seen from the side, " + road.detail())
            .or(Words.a(plain) + " " + air.phrase())
            .or(what);
    boolean left = dice.chance(0.5);
    return new Scene(caption, art -> paint(art, new Ride(kind, tint(colour), road, air, left)));
  }

  private record Ride(String kind, int colour, Road road, Air air, boolean left) {}

  private static int tint(String colour) {
    return switch (colour) {
      case "red" -> 0xFFC62B2B;
      case "blue" -> 0xFF2C5FA8;
      case "yellow" -> 0xFFF0BF26;
      case "green" -> 0xFF2F7F52;
      case "white" -> 0xFFEFEEEA;
      case "black" -> 0xFF26272C;
      case "orange" -> 0xFFE87A26;
      default -> 0xFFA9AEB4;
    };
  }

  private static void paint(Art art, Ride ride) {
    Dice dice = art.dice();
    Air air = ride.air();
    ride.road().paint(art, air);
    double x = art.width() * dice.between(0.44, 0.56);
    double y = Road.wheels(art) + dice.near(2, 5);
    boolean large = ride.kind().equals("bus") || ride.kind().equals("truck");
    double s = (large ? 1.22 : 1.42) * dice.between(0.9, 1.06) * Math.min(1, art.width() / 440);
    Shade.under(art, air, x, y, (large ? 300 : 200) * s);
    art.graded(
        Tone.light(air.light(), 0.18),
        air.haze(),
        0,
        () -> art.at(Spot.at(x, y, s).mirrored(ride.left()), () -> vehicle(art, ride)));
    Weathering.over(art, air, art.height() * 0.6);
    art.finish(0.45, 0.35);
  }

  private static void vehicle(Art art, Ride ride) {
    switch (ride.kind()) {
      case "bus" -> Car.bus(art, ride.colour(), ride.air());
      case "truck" -> Car.truck(art, ride.colour(), ride.air());
      case "van" -> Car.van(art, ride.colour(), ride.air());
      case "old round car" -> Car.beetle(art, ride.colour(), ride.air());
      case "bicycle" -> Cycle.bicycle(art, ride.colour());
      case "motorcycle" -> Cycle.motorcycle(art, ride.colour());
      default -> Car.saloon(art, ride.colour(), ride.air());
    }
  }
}
