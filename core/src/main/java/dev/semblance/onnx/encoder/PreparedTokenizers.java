package dev.semblance.onnx.encoder;

import dev.semblance.model.cache.CacheEntries;
import dev.semblance.text.Tokenizer;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.text.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tokenizers in the form that is read fastest, kept in the user's cache by the hash of their
/// `tokenizer.json`. All of it may be deleted at any time; what cannot be read or written there is
/// as if it were not there. Safe for many threads and processes.
final class PreparedTokenizers {
  private final Path folder;

  PreparedTokenizers(Path folder) {
    this.folder = folder;
  }

  /// The tokenizer of this hash, where it was kept by this version.
  Optional<Tokenizer> read(String hash, TokenizerSpec spec) {
    Path file = folder.resolve(hash);
    CacheEntries.use(file);
    try {
      return Files.exists(file)
          ? Optional.of(Tokenizers.readPrepared(Files.readAllBytes(file), spec))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // made by another version or half gone: it is made anew
    }
  }

  /// Keeps a tokenizer.
  void keep(String hash, byte[] prepared) {
    @Nullable Path draft = null;
    try {
      Files.createDirectories(folder);
      draft = Files.createTempFile(folder, "draft", "");
      Files.write(draft, prepared);
      Files.move(
          draft,
          folder.resolve(hash),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      CacheEntries.sweep(folder);
    } catch (IOException e) {
      delete(draft); // the next start reads the JSON again
    }
  }

  private static void delete(@Nullable Path draft) {
    try {
      if (draft != null) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      // It is swept away with the cache; nothing reads it.
    }
  }
}
