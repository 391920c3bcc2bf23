/// What the hub's configuration files say of texts and pictures, and what families of models leave
/// unsaid in them.
@NullMarked
package dev.semblance.onnx.layout.config;

import org.jspecify.annotations.NullMarked;
