/// Pictures: from the bytes of a file to the numbers an encoder takes.
@NullMarked
package dev.semblance.image;

import org.jspecify.annotations.NullMarked;
