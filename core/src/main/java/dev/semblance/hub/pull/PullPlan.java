package dev.semblance.hub.pull;

import dev.semblance.hub.http.HubClient;
import dev.semblance.hub.http.HubSettings;
import dev.semblance.hub.source.FileSource;
import dev.semblance.hub.source.FolderSource;
import dev.semblance.hub.source.HubCache;
import dev.semblance.hub.source.HubSource;
import dev.semblance.hub.source.Pin;
import dev.semblance.hub.source.Place;
import dev.semblance.hub.source.Place.Folder;
import dev.semblance.hub.source.Place.Repository;
import dev.semblance.hub.source.RemoteFile;
import dev.semblance.model.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a request comes to: each file with its source, size and hash.
///
/// @param files in the order in which they are fetched, small ones first
record PullPlan(PullRequest request, List<Step> files) {
  /// One file.
  ///
  /// @param target its name in the model
  record Step(FileSource source, RemoteFile file, String target) {}

  /// Asks the places of a request what they hold.
  static PullPlan of(PullRequest request, HubClient client, HubSettings settings) {
    List<Step> files = new ArrayList<>();
    Set<String> targets = new HashSet<>(request.own().keySet());
    targets.add(Origin.FILE);
    for (PullRequest.Part part : request.parts()) {
      FileSource source = source(part.place(), client, settings);
      List<String> below =
          source.names().stream()
              .filter(name -> name.startsWith(part.from()))
              .map(name -> name.substring(part.from().length()))
              .toList();
      for (String name : part.files().of(below, part.place().toString())) {
        if (targets.add(part.into() + name)) {
          files.add(new Step(source, source.file(part.from() + name), part.into() + name));
        }
      }
    }
    files.sort((one, other) -> Long.compare(one.file.sizeBytes(), other.file.sizeBytes()));
    return new PullPlan(request, List.copyOf(files));
  }

  long bytes() {
    return files.stream().mapToLong(step -> step.file.sizeBytes()).sum();
  }

  List<Pin> sources() {
    return files.stream().map(step -> step.source.pin()).distinct().toList();
  }

  /// The origin that the model will have, with hashes as they were announced.
  Origin origin() {
    return new Origin(
        request.catalogue(),
        sources(),
        files.stream()
            .map(step ->
                new Origin.Pulled(step.target, step.file.sizeBytes(), step.file.hash().written()))
            .toList());
  }

  private static FileSource source(Place place, HubClient client, HubSettings settings) {
    return switch (place) {
      case Folder folder -> FolderSource.of(folder);
      case Repository repository -> {
        if ("file".equalsIgnoreCase(repository.endpoint().getScheme())) {
          yield mirrored(repository);
        }
        HubCache cache = new HubCache(settings.cache());
        if (settings.offline()) {
          yield cache.find(repository).orElseThrow(() -> notCached(repository, settings));
        }
        yield HubSource.of(client, repository, cache);
      }
    };
  }

  /// A mirror on disk: folders `ORG/REPO`, or the layout of the hub's cache.
  private static FileSource mirrored(Repository repository) {
    Path mirror = Path.of(repository.endpoint());
    Path plain = mirror.resolve(repository.id());
    if (Files.isDirectory(plain)) {
      return FolderSource.of(new Folder(plain));
    }
    return new HubCache(mirror)
        .find(repository)
        .orElseThrow(() ->
            new ModelException(
                repository.id() + ": there is no such folder in the mirror " + mirror));
  }

  private static ModelException notCached(Repository repository, HubSettings settings) {
    return new ModelException(
        repository.id()
            + " at revision "
            + repository.revision()
            + " is not in the hub's cache "
            + settings.cache()
            + ", and HF_HUB_OFFLINE allows nothing else; unset it, or give a folder");
  }
}
