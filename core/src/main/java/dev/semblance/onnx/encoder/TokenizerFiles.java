package dev.semblance.onnx.encoder;

import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.session.Networks;
import dev.semblance.text.Tokenizer;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.text.Tokenizers;
import java.util.Optional;

/// Reads a model's tokenizer by the kind of its file; a large `tokenizer.json` is parsed once and
/// then kept in a form that is read many times faster. Safe for many threads.
public final class TokenizerFiles {
  private static final String MERGES = "merges.txt";

  /// Below this there is nothing to gain.
  private static final int SMALLEST_BYTES = 64 << 10;

  private final Networks networks;
  private final ModelFiles files;

  TokenizerFiles(Networks networks) {
    this.networks = networks;
    this.files = networks.files();
  }

  /// The other file that a tokenizer is read from, where there are two.
  ///
  /// @param file the one that a card names
  public static Optional<String> beside(String file) {
    int name = file.lastIndexOf('/') + 1;
    return file.substring(name).equals(MERGES)
        ? Optional.of(file.substring(0, name) + "vocab.json")
        : Optional.empty();
  }

  /// @throws ModelException naming the file when it is absent or not understood
  Tokenizer read(String file, TokenizerSpec spec) {
    String called = files.name() + "/" + file;
    if (!files.has(file)) {
      throw new ModelException(called + ": this tokenizer is missing; fetch it too");
    }
    try {
      return file.endsWith(".json") ? prepared(file, spec) : read(file, files.read(file), spec);
    } catch (IllegalArgumentException e) {
      throw new ModelException(called + ": this tokenizer is not understood: " + e.getMessage(), e);
    }
  }

  private Tokenizer prepared(String file, TokenizerSpec spec) {
    Optional<PreparedTokenizers> cache = networks.cache("tokenizers").map(PreparedTokenizers::new);
    if (cache.isEmpty()) {
      return Tokenizers.read(files.read(file), spec);
    }
    String hash = networks.hash(file);
    Optional<Tokenizer> ready = cache.get().read(hash, spec);
    if (ready.isPresent()) {
      return ready.get();
    }
    byte[] json = files.read(file);
    Tokenizer read = Tokenizers.read(json, spec);
    if (json.length >= SMALLEST_BYTES) {
      cache.get().keep(hash, Tokenizers.prepare(json));
    }
    return read;
  }

  private Tokenizer read(String file, byte[] bytes, TokenizerSpec spec) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    if (name.endsWith(".model")) {
      return Tokenizers.readSentencePiece(bytes, spec);
    }
    if (name.equals("vocab.txt")) {
      return Tokenizers.readWordPiece(bytes, true, spec);
    }
    Optional<String> beside = beside(file);
    if (beside.isPresent()) {
      String vocabulary = beside.get();
      if (!files.has(vocabulary)) {
        throw new IllegalArgumentException(vocabulary + " is missing beside it; fetch it too");
      }
      return Tokenizers.readClipBpe(files.read(vocabulary), bytes, spec);
    }
    if (name.endsWith(".gz")) {
      return Tokenizers.readClipBpe(bytes, spec);
    }
    throw new IllegalArgumentException(
        "allowed are tokenizer.json, spiece.model, vocab.txt, merges.txt with vocab.json, and"
            + " bpe_simple_vocab_16e6.txt.gz");
  }
}
