/// Points of a shared coordinate space, and what may be done with them: compare, add, subtract.
@NullMarked
package dev.semblance.space;

import org.jspecify.annotations.NullMarked;
