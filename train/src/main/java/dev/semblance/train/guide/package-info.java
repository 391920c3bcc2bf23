/// What the teachers see, brought into the space of words: heads on frozen teachers, learned from
/// captions and labels, whose embeddings the picture net then follows.
@NullMarked
package dev.semblance.train.guide;

import org.jspecify.annotations.NullMarked;
