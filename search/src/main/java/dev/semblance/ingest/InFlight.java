package dev.semblance.ingest;

import dev.semblance.index.Item;
import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The contents on their way through a run, so that copies are worked on once.
///
/// A content is here from when its first file was read until what became of it is durable; from
/// then on the index knows it. Safe for many threads.
final class InFlight {
  private final Map<String, Entry> entries = new HashMap<>();

  /// What became of a content, for every file that has it.
  sealed interface Resolution {
    /// It went through the model.
    ///
    /// @param item at one of its files
    /// @param embedding absent in a dry run
    record Embedded(Item item, Optional<Embedding> embedding) implements Resolution {}

    /// The index knows it.
    ///
    /// @param item at one of its paths in the index
    record Reused(Item item, Embedding embedding) implements Resolution {}

    /// It cannot be embedded.
    record Failed(String kind, String reason) implements Resolution {
      /// @param message begins with the file's key in many cases, which other files with the same
      ///   content do not have
      static Failed of(String kind, String key, @Nullable String message) {
        String text = String.valueOf(message);
        String source = key + ": ";
        return new Failed(kind, text.startsWith(source) ? text.substring(source.length()) : text);
      }
    }
  }

  /// What the caller has to do with a file.
  sealed interface Claim {
    /// It is the first of its content: resolve it.
    record First() implements Claim {}

    /// Nothing: it will be told when the first is resolved.
    record Waits() implements Claim {}

    /// Its content is resolved.
    record Resolved(Resolution resolution) implements Claim {}
  }

  private sealed interface Entry {
    record Open(List<Candidate> waiting) implements Entry {}

    record Closed(Resolution resolution) implements Entry {}
  }

  synchronized Claim claim(String hash, Candidate file) {
    return switch (entries.get(hash)) {
      case null -> {
        entries.put(hash, new Entry.Open(new ArrayList<>()));
        yield new Claim.First();
      }
      case Entry.Open open -> {
        open.waiting().add(file);
        yield new Claim.Waits();
      }
      case Entry.Closed closed -> new Claim.Resolved(closed.resolution());
    };
  }

  /// Resolves a content.
  ///
  /// @return the files that waited for it
  synchronized List<Candidate> resolve(String hash, Resolution resolution) {
    return entries.put(hash, new Entry.Closed(resolution)) instanceof Entry.Open open
        ? open.waiting()
        : List.of();
  }

  /// Forgets contents that are durable.
  synchronized void forget(Collection<String> hashes) {
    hashes.forEach(entries::remove);
  }
}
