package dev.semblance.onnx.encoder;

import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.text.Tokenizer;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.text.Tokenizers;

/// Reads a model's tokenizer by the kind of its file. Stateless.
final class TokenizerFiles {
  private TokenizerFiles() {}

  /// @throws ModelException naming the file when it is absent or not understood
  static Tokenizer read(ModelFiles files, String file, TokenizerSpec spec) {
    String called = files.name() + "/" + file;
    if (!files.has(file)) {
      throw new ModelException(called + ": this tokenizer is missing; fetch it too");
    }
    try {
      return read(files, file, files.read(file), spec);
    } catch (IllegalArgumentException e) {
      throw new ModelException(called + ": this tokenizer is not understood: " + e.getMessage(), e);
    }
  }

  private static Tokenizer read(ModelFiles files, String file, byte[] bytes, TokenizerSpec spec) {
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    String name = file.substring(folder.length());
    if (name.endsWith(".json")) {
      return Tokenizers.read(bytes, spec);
    }
    if (name.endsWith(".model")) {
      return Tokenizers.readSentencePiece(bytes, spec);
    }
    if (name.equals("vocab.txt")) {
      return Tokenizers.readWordPiece(bytes, true, spec);
    }
    if (name.equals("merges.txt")) {
      return Tokenizers.readClipBpe(files.read(folder + "vocab.json"), bytes, spec);
    }
    if (name.endsWith(".gz")) {
      return Tokenizers.readClipBpe(bytes, spec);
    }
    throw new IllegalArgumentException(
        "allowed are tokenizer.json, spiece.model, vocab.txt, merges.txt with vocab.json, and"
            + " bpe_simple_vocab_16e6.txt.gz");
  }
}
