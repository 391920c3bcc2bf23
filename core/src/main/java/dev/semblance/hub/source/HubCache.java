package dev.semblance.hub.source;

import dev.semblance.hub.source.Place.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The cache that huggingface_hub keeps: `models--ORG--NAME` with `refs/REVISION`, a file that
/// holds a commit, and `snapshots/COMMIT`, a folder
/// (<https://huggingface.co/docs/huggingface_hub/guides/manage-cache>). Only read.
public final class HubCache {
  private final Path folder;

  /// @param folder that holds `models--ORG--NAME`; need not exist
  public HubCache(Path folder) {
    this.folder = folder;
  }

  /// The snapshot of a revision, where there is one.
  public Optional<FolderSource> find(Repository repository) {
    Path models = folder.resolve("models--" + repository.id().replace("/", "--"));
    String commit = commit(models.resolve("refs").resolve(repository.revision()));
    String known = commit.isEmpty() ? repository.revision() : commit;
    return HubSource.isCommit(known) ? snapshot(repository, known) : Optional.empty();
  }

  /// The snapshot of a commit, where there is one.
  public Optional<FolderSource> snapshot(Repository repository, String commit) {
    Path models = folder.resolve("models--" + repository.id().replace("/", "--"));
    Path snapshot = models.resolve("snapshots").resolve(commit);
    return Files.isDirectory(snapshot)
        ? Optional.of(
            new FolderSource(
                snapshot,
                new Pin(
                    repository.id(),
                    repository.endpoint().toString(),
                    repository.revision(),
                    commit)))
        : Optional.empty();
  }

  private static String commit(Path ref) {
    if (!Files.isRegularFile(ref)) {
      return "";
    }
    try {
      return Files.readString(ref).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(ref + ": cannot be read", e);
    }
  }
}
