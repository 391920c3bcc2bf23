/// Networks opened, run and closed: the one package that imports ONNX Runtime.
@NullMarked
package dev.semblance.onnx.session;

import org.jspecify.annotations.NullMarked;
