package dev.semblance.text;

import dev.semblance.golden.Golden;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.util.List;

/// The tokenizers of `golden/models`, each with what its model asks for.
///
/// @param folder the model's folder
/// @param file the tokenizer's file in it
/// @param spec maximum length, padding and cleaning by the folder's README and `expected.json`
record GoldenTokenizers(String folder, String file, TokenizerSpec spec) {
  private static final String JSON = "tokenizer.json";

  static List<GoldenTokenizers> all() {
    return List.of(
        fixed("clip-split", JSON, 77, 49407),
        fixed("clip-merged", JSON, 77, 1999),
        fixed("siglip", JSON, 64, 2),
        fixed("siglip2", JSON, 64, 0),
        fixed("mobileclip", JSON, 77, 0),
        fixed("openclip", JSON, 77, 0),
        fixed("immich", "textual/tokenizer.json", 77, 1999),
        fixed("imagebind", JSON, 77, 0),
        fixed("chinese-clip", JSON, 52, 0),
        free("jina-clip-v2", JSON, 8192, 1),
        free("nomic", "nomic-embed-text/tokenizer.json", 2048, 0),
        free("clap", JSON, 512, 1));
  }

  byte[] bytes() {
    return Golden.bytes("models/" + folder + "/" + file);
  }

  Tokenizer open() {
    return Tokenizers.read(bytes(), spec);
  }

  /// The same tokenizer without limit and padding.
  Tokenizer openUnbounded() {
    return Tokenizers.read(bytes(), new TokenizerSpec(1 << 20, false, 0, Cleaning.NONE));
  }

  @Override
  public String toString() {
    return folder;
  }

  private static GoldenTokenizers fixed(String folder, String file, int maxLength, int padId) {
    return new GoldenTokenizers(
        folder, file, new TokenizerSpec(maxLength, true, padId, Cleaning.NONE));
  }

  private static GoldenTokenizers free(String folder, String file, int maxLength, int padId) {
    return new GoldenTokenizers(
        folder, file, new TokenizerSpec(maxLength, false, padId, Cleaning.NONE));
  }
}
