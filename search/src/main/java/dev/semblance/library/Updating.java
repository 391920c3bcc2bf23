package dev.semblance.library;

import dev.semblance.crawl.Crawler;
import dev.semblance.crawl.Excludes;
import dev.semblance.crawl.FolderWatcher;
import dev.semblance.crawl.FolderWatcher.Changes;
import dev.semblance.crawl.Location;
import dev.semblance.crawl.Root;
import dev.semblance.crawl.Territory;
import dev.semblance.hub.ModelStore;
import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Filter;
import dev.semblance.index.FlatIndex;
import dev.semblance.index.Item;
import dev.semblance.index.ItemIndex;
import dev.semblance.index.LibraryException;
import dev.semblance.library.store.FolderStore;
import dev.semblance.library.store.FolderStore.Rebuilding;
import dev.semblance.library.store.GivenStore;
import dev.semblance.library.store.Store;
import dev.semblance.library.store.Store.Maker;
import dev.semblance.library.store.Store.Writing;
import dev.semblance.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/// Brings a library up to date: once, for good, or all over again. Safe for many threads.
final class Updating {
  private static final Duration LOOK_FOR_STOP = Duration.ofMillis(300);

  /// From so many pictures on the mini model is not enough.
  private static final int MANY = 200;

  private final AtomicBoolean recommended = new AtomicBoolean();
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
    return index(paths.toString(), roots(paths, options.excludes()), options);
  }

  IndexReport index(IndexOptions options) {
    List<Root> roots = store.roots().stream().map(root -> root.and(options.excludes())).toList();
    if (roots.isEmpty()) {
      throw new LibraryException("no folder was indexed yet; say which: semblance index PATH");
    }
    return index("what was indexed before", roots, options);
  }

  private IndexReport index(String what, List<Root> roots, IndexOptions options) {
    List<Root> known = Root.merged(store.roots(), roots);
    tellAbsent(roots, options.progress());
    if (options.dryRun()) {
      return dry(index -> new IndexRun(index, model.get(), options).over(roots, known));
    }
    try (Writing writing = store.write("index " + what, Optional.of(maker()))) {
      writing.indexed(roots);
      IndexReport report = new IndexRun(writing.index(), model.get(), options).over(roots, known);
      writing.indexed(roots);
      recommend(writing.index(), options.progress());
      return report;
    }
  }

  /// Says once that the model that comes with Semblance is there to begin with.
  private void recommend(ItemIndex index, Progress progress) {
    if (modelName.equals(ModelStore.DEFAULT)
        && index.count(new Filter.Everything()) > MANY
        && recommended.compareAndSet(false, true)) {
      progress.notice(
          "the model mini is there to try things; among more than "
              + MANY
              + " pictures a larger one finds far better: semblance model pull siglip2-base-224, then"
              + " semblance index --force --model siglip2-base-224");
    }
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
      IndexReport first = index(paths, options);
      return first.interrupted() ? first : follow(watcher, crawler, options, first);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LibraryException("watching was interrupted", e);
    }
  }

  private IndexReport follow(
      FolderWatcher watcher, Crawler crawler, IndexOptions options, IndexReport first)
      throws InterruptedException {
    IndexOptions later = options.withForce(false).withRetryFailures(false);
    IndexReport sum = first;
    Changes pending = Changes.NONE;
    boolean told = false;
    while (!options.stop().getAsBoolean()) {
      pending = pending.and(watcher.await(LOOK_FOR_STOP));
      if (pending.none()) {
        continue;
      }
      Optional<Writing> writing = store.tryWrite("watch", Optional.of(maker()));
      if (writing.isPresent()) {
        sum = sum.plus(follow(writing.get(), crawler, pending, later));
        pending = Changes.NONE;
      } else if (!told) {
        options.progress().notice("changes wait until another process has done writing");
        told = true;
      }
    }
    return sum;
  }

  private IndexReport follow(
      Writing writing, Crawler crawler, Changes changes, IndexOptions options) {
    try (writing) {
      IndexRun run = new IndexRun(writing.index(), model.get(), options);
      return changes.everything()
          ? run.over(crawler.roots(), store.roots())
          : run.over(crawler, List.copyOf(changes.paths()), store.roots());
    }
  }

  IndexReport reindex(IndexOptions options) {
    return switch (store) {
      case FolderStore folder -> rebuild(folder, options);
      case GivenStore _ -> index(options.withForce(true));
    };
  }

  private IndexReport rebuild(FolderStore folder, IndexOptions options) {
    List<Root> roots =
        folder.about().roots().stream().map(root -> root.and(options.excludes())).toList();
    requireThere(roots);
    if (options.dryRun()) {
      return new IndexRun(new FlatIndex(model.get().space()), model.get(), options)
          .over(roots, roots);
    }
    try (Rebuilding next = folder.rebuild("index --force", maker())) {
      IndexReport report = new IndexRun(next.index(), model.get(), options).over(roots, roots);
      if (!report.interrupted()) {
        report = report.plus(folder.read(live -> strays(live, next.index(), roots, options)));
      }
      if (!report.interrupted()) {
        next.finish();
      }
      return report;
    }
  }

  /// The disk of a root may not be there; embedding everything again would lose its pictures.
  private void requireThere(List<Root> roots) {
    for (Root root : roots) {
      if (Territory.isAbsent(root.path()) && below(root.path()) > 0) {
        throw new LibraryException(
            root.path()
                + " is not there or empty, so that its pictures cannot be embedded again; bring it"
                + " back, or leave it out: semblance forget "
                + root.path());
      }
    }
  }

  /// What lies below no root, having been added with its embedding: carried over where the space is
  /// the same, else embedded from its file.
  private IndexReport strays(
      ItemIndex live, ItemIndex next, List<Root> roots, IndexOptions options) {
    if (live.space().sameAs(next.space())) {
      live.forEachEmbedded(
          new Filter.Everything(),
          embedded -> {
            if (isStray(embedded.item(), roots)) {
              next.put(List.of(embedded));
            }
          });
      next.commit();
      return IndexReport.NOTHING;
    }
    List<Root> files = new ArrayList<>();
    live.forEach(
        new Filter.Everything(),
        item -> {
          if (isStray(item, roots)) {
            files.add(new Root(Location.pathOf(item.path()), Excludes.of(List.of())));
          }
        });
    long lost = files.stream().filter(file -> !Files.exists(file.path())).count();
    if (lost > 0) {
      options
          .progress()
          .notice(
              lost
                  + " items were added with embeddings of the old model and have no file; they leave");
    }
    return new IndexRun(next, model.get(), options).over(files, roots);
  }

  private static boolean isStray(Item item, List<Root> roots) {
    Path path = Location.pathOf(item.path());
    return roots.stream().noneMatch(root -> path.startsWith(root.path()));
  }

  void add(Collection<EmbeddedItem> items) {
    Optional<Maker> maker = store.exists() ? Optional.empty() : Optional.of(maker());
    try (Writing writing = store.write("add", maker)) {
      writing.index().put(items);
      writing.index().commit();
    }
  }

  long forget(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    String key = Location.keyOf(whole);
    try (Writing writing = store.write("forget " + whole, Optional.empty())) {
      ItemIndex index = writing.index();
      long items = index.count(new Filter.InFolder(key));
      index.forEach(new Filter.InFolder(key), item -> index.remove(List.of(item.path())));
      index.forEachFailure(failure -> {
        if (Location.pathOf(failure.path()).startsWith(whole)) {
          index.remove(List.of(failure.path()));
        }
      });
      index.commit();
      writing.forgotten(whole);
      return items;
    }
  }
}
