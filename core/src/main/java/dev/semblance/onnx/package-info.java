/// Networks: ONNX graphs opened, run and closed; the layouts of the hub translated into cards.
@NullMarked
package dev.semblance.onnx;

import org.jspecify.annotations.NullMarked;
