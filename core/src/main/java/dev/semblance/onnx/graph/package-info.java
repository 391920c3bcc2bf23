/// What an ONNX file says about itself, read without ONNX Runtime: inputs, outputs, operators and
/// the files it needs beside it.
@NullMarked
package dev.semblance.onnx.graph;

import org.jspecify.annotations.NullMarked;
