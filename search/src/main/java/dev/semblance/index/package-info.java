/// What can be found, and the seam behind which it is stored.
@NullMarked
package dev.semblance.index;

import org.jspecify.annotations.NullMarked;
