package dev.semblance.gallery.scene;

import dev.semblance.gallery.brush.Dice;
import java.util.function.Function;

/// A kind of scene that the dice make concrete: colours, counts, weather, places.
///
/// @param name lower case, safe for file names
/// @param cast throws the dice for one scene
public record Family(String name, Function<Dice, Scene> cast) {}
