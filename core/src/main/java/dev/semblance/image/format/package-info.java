/// What the bytes of a file are: formats by their content, and the facts that stand outside of the
/// pixels. Pure byte reading, without a decoder.
///
/// Public for [dev.semblance.image] alone.
@NullMarked
package dev.semblance.image.format;

import org.jspecify.annotations.NullMarked;
