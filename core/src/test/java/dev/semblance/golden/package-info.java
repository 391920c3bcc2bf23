/// Reference values that lie beside the checkout, for the tests of every module.
@NullMarked
package dev.semblance.golden;

import org.jspecify.annotations.NullMarked;
