/// How good a model is: retrieval by captions, and classes by their names.
@NullMarked
package dev.semblance.eval;

import org.jspecify.annotations.NullMarked;
