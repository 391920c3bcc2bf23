/// The JPEG previews that cameras put into their RAW files: found by the files' structure, without
/// decoding anything.
///
/// Public for [dev.semblance.image] alone.
@NullMarked
package dev.semblance.image.raw;

import org.jspecify.annotations.NullMarked;
