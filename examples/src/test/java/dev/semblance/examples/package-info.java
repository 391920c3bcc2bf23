/// Runs the examples.
@NullMarked
package dev.semblance.examples;

import org.jspecify.annotations.NullMarked;
