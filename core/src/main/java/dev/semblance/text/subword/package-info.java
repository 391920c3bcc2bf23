/// Subword models: from a piece of text to ids of a vocabulary.
@NullMarked
package dev.semblance.text.subword;

import org.jspecify.annotations.NullMarked;
