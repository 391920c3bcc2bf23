package dev.semblance.gallery.animal;

import dev.semblance.gallery.brush.Art;
import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.brush.Spot;
import dev.semblance.gallery.scene.Caption;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.gallery.scene.Words;
import dev.semblance.gallery.world.Air;
import dev.semblance.gallery.world.Hour;
import dev.semblance.gallery.world.Place;
import dev.semblance.gallery.world.Shade;
import dev.semblance.gallery.world.Weather;

/// A dog in a place.
public final class DogScene {
  private DogScene() {}

  public static Scene cast(Dice dice) {
    Breed breed =
        Breed.of(
            dice.pick(
                "golden retriever",
                "dalmatian",
                "black labrador",
                "brown dachshund",
                "german shepherd",
                "white dog",
                "brown and white dog"));
    Place place = dice.pick(Place.BEACH, Place.MEADOW, Place.SNOW, Place.ROOM);
    Air air =
        Air.of(
            dice.chance(0.2) && place == Place.BEACH ? Hour.SUNSET : Hour.DAY, Weather.CLEAR, dice);
    String what = Words.a(breed.name());
    Caption caption =
        Caption.of("dog", what + " " + place.phrase())
            .or(what + " standing " + place.phrase())
            .or("a dog " + place.phrase())
            .or("a photo of " + what + " that looks to the side, " + place.detail())
            .or(what);
    boolean left = dice.chance(0.5);
    return new Scene(caption, art -> paint(art, breed, place, air, left));
  }

  private static void paint(Art art, Breed breed, Place place, Air air, boolean left) {
    place.paint(art, air);
    double ground = art.height() * art.dice().between(0.86, 0.92);
    double x = art.width() * art.dice().between(0.4, 0.6);
    double scale = 1.75 * art.dice().between(0.85, 1.05) / Math.max(1, breed.body());
    Shade.under(art, air, x, ground, 130 * scale);
    int light = place == Place.ROOM ? 0xFFF4E8D8 : air.light();
    art.graded(
        light,
        air.haze(),
        0,
        () -> new Dog(breed).paint(art, Spot.at(x, ground, scale).mirrored(left)));
    place.front(art, air, ground);
    art.finish(0.4, 0.35);
  }
}
