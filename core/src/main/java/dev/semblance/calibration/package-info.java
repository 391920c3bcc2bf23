/// How sure a score is: from the cosine of a query and an item to the probability that the item is
/// what was asked for.
@NullMarked
package dev.semblance.calibration;

import org.jspecify.annotations.NullMarked;
