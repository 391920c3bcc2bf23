/// Scenes of land and sea.
@NullMarked
package dev.semblance.gallery.land;

import org.jspecify.annotations.NullMarked;
