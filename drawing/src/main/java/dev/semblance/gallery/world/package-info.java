/// The pieces that scenes are put together from: air and light, sky, water, ground, trees, houses,
/// weather, shadows.
@NullMarked
package dev.semblance.gallery.world;

import org.jspecify.annotations.NullMarked;
