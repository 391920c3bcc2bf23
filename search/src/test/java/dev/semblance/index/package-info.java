/// The contract of an index, and seeded items to try one with.
@NullMarked
package dev.semblance.index;

import org.jspecify.annotations.NullMarked;
