/// The networks and how they learn, over PyTorch: a residual net for pictures, a head for texts,
/// the losses, the optimisers, the views cut from pictures, and states kept in files.
///
/// Knows no data set: tensors come in.
@NullMarked
package dev.semblance.train.net;

import org.jspecify.annotations.NullMarked;
