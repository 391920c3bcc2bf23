/// Models in ONNX files: opened from any layout that is understood, described, closed.
@NullMarked
package dev.semblance.onnx;

import org.jspecify.annotations.NullMarked;
