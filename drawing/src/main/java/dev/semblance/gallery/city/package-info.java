/// Scenes of bridges, streets and skylines.
@NullMarked
package dev.semblance.gallery.city;

import org.jspecify.annotations.NullMarked;
