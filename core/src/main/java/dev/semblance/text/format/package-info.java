/// Tokenizer files: what lies on disk, read into a pipeline.
@NullMarked
package dev.semblance.text.format;

import org.jspecify.annotations.NullMarked;
