/// Trained nets written as ONNX files: a protobuf writer, a graph writer over ONNX's schema, and
/// the translation of each net.
@NullMarked
package dev.semblance.train.export;

import org.jspecify.annotations.NullMarked;
