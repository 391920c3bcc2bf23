package dev.semblance.gallery.scene;

import dev.semblance.gallery.brush.Art;
import java.util.function.Consumer;

/// Words and the painter of what they say. The painter takes all further chance from the picture's
/// own dice, so it may paint many times, on many threads, always the same.
public record Scene(Caption caption, Consumer<Art> painter) {}
