/// The plan of the house, held against the code.
@NullMarked
package dev.semblance.house;

import org.jspecify.annotations.NullMarked;
