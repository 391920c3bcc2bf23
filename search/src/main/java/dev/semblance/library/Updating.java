package dev.semblance.library;

import dev.semblance.crawl.Crawler;
import dev.semblance.crawl.Excludes;
import dev.semblance.crawl.FolderWatcher;
import dev.semblance.crawl.FolderWatcher.Changes;
import dev.semblance.crawl.Location;
import dev.semblance.crawl.Root;
import dev.semblance.crawl.Territory;
import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Filter;
import dev.semblance.index.FlatIndex;
import dev.semblance.index.Item;
import dev.semblance.index.ItemIndex;
import dev.semblance.library.FolderStore.Rebuilding;
import dev.semblance.library.Store.Maker;
import dev.semblance.library.Store.Writing;
import dev.semblance.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Brings a library up to date: once, for good, or all over again. Safe for many threads.
final class Updating {
  private static final Duration LOOK_FOR_STOP = Duration.ofMillis(300);

  private final Store store;
  private final String modelName;
  private final Supplier<Model> model;

  Updating(Store store, String modelName, Supplier<Model> model) {
    this.store = store;
    this.modelName = modelName;
    this.model = model;
  }

  private Maker maker() {
    return new Maker(modelName, model.get().space());
  }

  IndexReport index(List<Path> paths, IndexOptions options) {
    List<Root> roots = roots(paths, options.excludes());
    List<Root> known = Root.merged(store.roots(), roots);
    tellAbsent(roots, options.progress());
    if (options.dryRun()) {
      return dry(index -> new IndexRun(index, model.get(), options).over(roots, known));
    }
    try (Writing writing = store.write(purpose(paths), maker())) {
      writing.indexed(roots);
      IndexReport report = new IndexRun(writing.index(), model.get(), options).over(roots, known);
      writing.indexed(roots);
      return report;
    }
  }

  private static String purpose(List<Path> paths) {
    return "index " + String.join(" ", paths.stream().map(Path::toString).toList());
  }

  private static List<Root> roots(List<Path> paths, List<String> excludes) {
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("at least one folder or file must be given to index");
    }
    Excludes left = Excludes.of(excludes);
    return paths.stream().map(path -> new Root(path, left)).toList();
  }

  /// A run that writes nothing, on what there is.
  private IndexReport dry(Function<ItemIndex, IndexReport> run) {
    return store.exists() ? store.read(run) : run.apply(new FlatIndex(model.get().space()));
  }

  /// Says which roots look as if their disk were not there.
  ///
  /// @throws LibraryException when one is missing and nothing is known of it
  private void tellAbsent(List<Root> roots, Progress progress) {
    for (Root root : roots) {
      Path path = root.path();
      long items = Territory.isAbsent(path) ? below(path) : 0;
      if (items > 0) {
        progress.notice(
            path
                + (Files.exists(path) ? " is empty" : " is not there")
                + "; the "
                + items
                + " pictures that were indexed in it are kept. If they are gone for good: semblance"
                + " forget "
                + path);
      } else if (!Files.exists(path) && Territory.isAbsent(path)) {
        throw new LibraryException(path + ": there is no such file or folder");
      }
    }
  }

  private long below(Path path) {
    return store.exists()
        ? store.read(index -> index.count(new Filter.InFolder(Location.keyOf(path))))
        : 0;
  }

  IndexReport watch(List<Path> paths, IndexOptions options) {
    if (options.dryRun()) {
      throw new IllegalArgumentException("watching writes; it has no dry run");
    }
    Crawler crawler = new Crawler(roots(paths, options.excludes()));
    try (FolderWatcher watcher = new FolderWatcher(crawler)) {
      watcher.limitation().ifPresent(options.progress()::notice);
      IndexReport sum = index(paths, options);
      IndexOptions later = options.withForce(false).withRetryFailures(false);
      while (!options.stop().getAsBoolean()) {
        Changes changes = watcher.await(LOOK_FOR_STOP);
        if (!changes.none()) {
          sum = sum.plus(follow(crawler, changes, later));
        }
      }
      return sum;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LibraryException("watching was interrupted", e);
    }
  }
}
