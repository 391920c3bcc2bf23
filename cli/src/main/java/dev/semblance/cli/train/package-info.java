/// `semblance train`: the mini model, and models made to fit one's own pictures.
@NullMarked
package dev.semblance.cli.train;

import org.jspecify.annotations.NullMarked;
