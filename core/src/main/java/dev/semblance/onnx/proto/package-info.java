/// Protobuf messages read and written, as far as ONNX files need it.
@NullMarked
package dev.semblance.onnx.proto;

import org.jspecify.annotations.NullMarked;
