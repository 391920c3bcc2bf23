/// A model's own self-check: what can be known about it without a test set.
@NullMarked
package dev.semblance.hub.verify;

import org.jspecify.annotations.NullMarked;
