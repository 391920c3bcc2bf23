/// Files that are replaced whole, locks, and what is left lying.
@NullMarked
package dev.semblance.disk;

import org.jspecify.annotations.NullMarked;
