/// A model's files as every layout sees them: networks and their ports, JSON, and the translation
/// that comes of them.
@NullMarked
package dev.semblance.onnx.layout.file;

import org.jspecify.annotations.NullMarked;
