/// What a training run reads: pictures from tar files kept as plain pixels, texts from tables kept
/// as vectors, a teacher's answers, and the plan that says which of them make up a step.
///
/// Knows no network: arrays and buffers go out.
@NullMarked
package dev.semblance.train.data;

import org.jspecify.annotations.NullMarked;
