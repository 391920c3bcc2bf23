/// Characters: classes, patterns and byte alphabets as the reference tokenizers know them.
@NullMarked
package dev.semblance.text.unicode;

import org.jspecify.annotations.NullMarked;
