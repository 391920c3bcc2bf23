/// Layouts of exports of open_clip, immich's among them.
@NullMarked
package dev.semblance.onnx.layout.openclip;

import org.jspecify.annotations.NullMarked;
