/// Formats that hold their samples without much ado, and the way from samples to sRGB.
///
/// Public for [dev.semblance.image] alone.
@NullMarked
package dev.semblance.image.plain;

import org.jspecify.annotations.NullMarked;
