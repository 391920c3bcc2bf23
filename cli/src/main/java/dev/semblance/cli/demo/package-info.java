/// What `semblance demo` shows: a gallery drawn on the spot, and searches whose answers are known.
@NullMarked
package dev.semblance.cli.demo;

import org.jspecify.annotations.NullMarked;
