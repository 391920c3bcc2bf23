/// The training of the mini model: data made ready, a run that can be stopped and resumed, its
/// measures, its export.
@NullMarked
package dev.semblance.train;

import org.jspecify.annotations.NullMarked;
