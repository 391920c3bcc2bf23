/// Layouts of exports for transformers: split and merged, MobileCLIP's and nomic's.
@NullMarked
package dev.semblance.onnx.layout.huggingface;

import org.jspecify.annotations.NullMarked;
