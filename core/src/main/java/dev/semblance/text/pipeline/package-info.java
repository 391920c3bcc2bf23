/// The stages in a row: added tokens, normaliser, pre-tokenizer, subword model, special tokens.
@NullMarked
package dev.semblance.text.pipeline;

import org.jspecify.annotations.NullMarked;
