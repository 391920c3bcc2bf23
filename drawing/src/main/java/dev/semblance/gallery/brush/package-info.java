/// Brushes: a canvas in units that do not depend on the size asked for, inks, shapes, noise and
/// light effects. The only package of the gallery that knows Skia.
@NullMarked
package dev.semblance.gallery.brush;

import org.jspecify.annotations.NullMarked;
