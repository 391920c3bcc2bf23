/// Programs of this machine that decode what Semblance does not: found on PATH, run within bounds.
///
/// `semblance doctor` shows them; decoding goes through [dev.semblance.image.PictureDecoder].
@NullMarked
package dev.semblance.image.external;

import org.jspecify.annotations.NullMarked;
