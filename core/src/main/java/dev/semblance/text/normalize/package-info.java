/// Normalisers: from a text to the text a vocabulary was made from.
@NullMarked
package dev.semblance.text.normalize;

import org.jspecify.annotations.NullMarked;
