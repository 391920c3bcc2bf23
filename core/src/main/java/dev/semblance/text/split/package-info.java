/// Pre-tokenizers: from a normalised text to the pieces a subword model sees one at a time.
@NullMarked
package dev.semblance.text.split;

import org.jspecify.annotations.NullMarked;
