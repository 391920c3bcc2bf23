/// Trained nets written as ONNX files: the translation of each into a graph.
@NullMarked
package dev.semblance.train.export;

import org.jspecify.annotations.NullMarked;
