package dev.semblance.gallery.land;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Water;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Land;
import dev.semblance.gallery.world.Sky;
import dev.semblance.gallery.world.Trees;
import dev.semblance.gallery.world.Weather;
import dev.semblance.gallery.world.Weathering;

/// Mountains mirrored in a lake.
public final class MountainLake {
  private MountainLake() {}

  public static Scene cast(Dice dice) {
    boolean snowy = dice.chance(0.6);
    Hour hour = dice.pick(Hour.DAY, Hour.DAY, Hour.DAWN, Hour.SUNSET, Hour.NIGHT);
    Weather weather =
        hour == Hour.DAY ? dice.pick(Weather.CLEAR, Weather.CLOUDY, Weather.FOG) : Weather.CLEAR;
    Air air = Air.of(hour, weather, dice);
    String what = snowy ? "snowy mountains" : "rocky mountains";
    Caption caption =
        Caption.of("mountains", what + " above a lake " + air.phrase())
            .or("a mountain lake " + air.phrase())
            .or(what + " mirrored in calm water, dark firs on the shore, " + air.phrase())
            .or("a landscape with mountains and a lake")
            .or(what + " " + air.phrase());
    return new Scene(caption, art -> paint(art, air, snowy));
  }

  private static void paint(Art art, Air air, boolean snowy) {
    double line = art.height() * art.dice().between(0.6, 0.66);
    Sky.paint(art, air, line);
    Land.mountains(art, air, line, line * 0.72, snowy ? 0.55 : -0.1);
    Trees.wood(art, air, line + 2, snowy ? 0.15 : 0);
    int shine = air.sunny() && air.hour() != Hour.DAY ? air.sun() : 0;
    new Water(line, air.lit(0xFF23505E), 0.45, 0.9, art.width() * air.sunX(), shine).paint(art);
    Weathering.over(art, air, line);
    art.finish(0.5, 0.35);
  }
}
