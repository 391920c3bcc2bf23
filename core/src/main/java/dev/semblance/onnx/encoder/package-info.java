/// Encoders over ONNX networks: what goes in, what comes out, and what follows.
@NullMarked
package dev.semblance.onnx.encoder;

import org.jspecify.annotations.NullMarked;
