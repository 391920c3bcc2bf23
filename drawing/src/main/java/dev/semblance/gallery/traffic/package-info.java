/// Scenes with vehicles, on roads, rails and in the air.
@NullMarked
package dev.semblance.gallery.traffic;

import org.jspecify.annotations.NullMarked;
