/// A frozen model made to fit one's own pictures, by a small change behind each encoder.
///
/// Embeddings are computed once; what is trained are two small perceptrons, in minutes on two
/// cores.
@NullMarked
package dev.semblance.train.adapter;

import org.jspecify.annotations.NullMarked;
