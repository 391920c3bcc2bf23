package dev.semblance.onnx.session;

import dev.semblance.model.cache.CacheEntries;
import dev.semblance.space.Fingerprint;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies of networks as ONNX Runtime leaves them after optimising: opening one maps its weights
/// into memory instead of parsing, rearranging and copying them.
///
/// A copy belongs to one content, one version of the runtime and one kind of processor, and lies in
/// a folder named by these. It is made in a folder beside and moved there whole. All of it may be
/// deleted at any time. Safe for many threads and processes.
final class PreparedGraphs {
  /// Below this a network opens as fast without.
  static final long SMALLEST_BYTES = 4L << 20;

  /// What must stay free on the disk, as a multiple of the network's size.
  private static final int ROOM = 4;

  private static final String DRAFT = "draft";

  /// No draft takes as long.
  private static final Duration OLD = Duration.ofDays(1);

  private final Path folder;
  private final long smallestBytes;

  PreparedGraphs(Path folder) {
    this(folder, SMALLEST_BYTES);
  }

  PreparedGraphs(Path folder, long smallestBytes) {
    this.folder = folder;
    this.smallestBytes = smallestBytes;
  }

  /// Where the copy of a network lies or will lie; empty when it would not pay.
  ///
  /// @param hash over the network's content
  /// @param original its file
  Optional<Slot> slot(String hash, Path original) {
    try {
      long sizeBytes = sizeWithWeights(original);
      if (sizeBytes < smallestBytes) {
        return Optional.empty();
      }
      return Optional.of(new Slot(folder.resolve(hash), environment(), sizeBytes));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The copy of a network, where it is there already.
  Optional<Slot> ready(String hash) {
    Slot slot = new Slot(folder.resolve(hash), environment(), 0);
    CacheEntries.use(slot.network());
    return Optional.of(slot).filter(Slot::isReady);
  }

  /// A word for the runtime's version and the processor, which decide what a copy is good for.
  static String environment() {
    return new Fingerprint()
        .part("runtime", NativeRuntime.version())
        .part("processor", Processor.description())
        .hex()
        .substring(0, 16);
  }

  /// The file's size with that of files beside it which begin with its name (`model.onnx_data`).
  private static long sizeWithWeights(Path original) throws IOException {
    Path parent = original.toAbsolutePath().getParent();
    Path name = original.getFileName();
    if (parent == null || name == null) {
      return Files.size(original);
    }
    long sizeBytes = 0;
    try (Stream<Path> beside = Files.list(parent)) {
      for (Path file : beside.toList()) {
        if (file.getFileName().toString().startsWith(name.toString())) {
          sizeBytes += Files.size(file);
        }
      }
    }
    return sizeBytes;
  }

  /// The place of one copy.
  ///
  /// @param network the folder of all copies of one network
  /// @param environment version and processor, as a folder name
  /// @param sizeBytes of the original
  record Slot(Path network, String environment, long sizeBytes) {
    Path graph() {
      return network.resolve(environment).resolve("graph.onnx");
    }

    boolean isReady() {
      return Files.isRegularFile(graph());
    }

    /// Where a copy may be written; empty when the disk is too full or cannot be written.
    Optional<Path> draft() {
      try {
        Files.createDirectories(network);
        if (Files.getFileStore(network).getUsableSpace() < ROOM * sizeBytes) {
          return Optional.empty();
        }
        return Optional.of(Files.createTempDirectory(network, DRAFT).resolve("graph.onnx"));
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    /// Puts a written copy in place, and drops those for other versions and processors, and drafts
    /// so old that whoever wrote them is gone.
    void publish(Path draft) {
      Path made = folderOf(draft);
      if (!isReady()) {
        // Whatever else lies there, a part of it was deleted.
        discard();
      }
      try {
        Files.move(made, network.resolve(environment), StandardCopyOption.ATOMIC_MOVE);
        for (Path other : others()) {
          CacheEntries.delete(other);
        }
        CacheEntries.sweep(network.resolveSibling(""));
      } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
        CacheEntries.delete(made);
      } catch (IOException e) {
        // Another process was first, or the disk refuses: the original serves as well.
        CacheEntries.delete(made);
      }
    }

    void abandon(Path draft) {
      CacheEntries.delete(folderOf(draft));
    }

    void discard() {
      CacheEntries.delete(network.resolve(environment));
    }

    private List<Path> others() throws IOException {
      try (Stream<Path> copies = Files.list(network)) {
        return copies
            .filter(copy -> !isBeingWritten(copy))
            .filter(copy -> !copy.endsWith(environment))
            .toList();
      }
    }

    private static boolean isBeingWritten(Path copy) {
      try {
        return copy.getFileName().toString().startsWith(DRAFT)
            && Files.getLastModifiedTime(copy).toInstant().isAfter(Instant.now().minus(OLD));
      } catch (IOException e) {
        return true; // gone meanwhile, or not ours to judge
      }
    }

    private static Path folderOf(Path draft) {
      Path parent = draft.getParent();
      return parent == null ? draft : parent;
    }
  }
}
