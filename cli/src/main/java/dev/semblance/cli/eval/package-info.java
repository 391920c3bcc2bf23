/// `semblance eval`: how good a model or an index is.
@NullMarked
package dev.semblance.cli.eval;

import org.jspecify.annotations.NullMarked;
