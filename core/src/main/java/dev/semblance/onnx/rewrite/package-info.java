/// ONNX files taken apart, changed and put together again: unsigned weights made signed, fp32
/// networks made int8. Nothing here runs a network.
@NullMarked
package dev.semblance.onnx.rewrite;

import org.jspecify.annotations.NullMarked;
