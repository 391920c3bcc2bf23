/// Pictures in a terminal: by its own protocol for pictures, or by half blocks.
@NullMarked
package dev.semblance.drawing.terminal;

import org.jspecify.annotations.NullMarked;
