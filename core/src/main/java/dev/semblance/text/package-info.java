/// Words: from a text to the token ids an encoder takes.
@NullMarked
package dev.semblance.text;

import org.jspecify.annotations.NullMarked;
