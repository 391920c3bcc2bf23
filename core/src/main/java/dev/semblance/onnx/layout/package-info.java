/// The layouts in which models lie on the hub and elsewhere, each translated into a card.
@NullMarked
package dev.semblance.onnx.layout;

import org.jspecify.annotations.NullMarked;
