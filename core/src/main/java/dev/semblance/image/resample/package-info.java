/// The arithmetic of resampling on raw arrays of bytes: weights in fixed point and the two passes.
///
/// Knows no picture type. Public for [dev.semblance.image] alone.
@NullMarked
package dev.semblance.image.resample;

import org.jspecify.annotations.NullMarked;
