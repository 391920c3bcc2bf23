package dev.semblance.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tells what changes below the roots of a crawl.
///
/// Watches from the moment it is made, new folders too as they appear. Changes are gathered until
/// nothing has happened for half a second, or for five seconds in all. Where the system lost count,
/// or allows no more watched folders, it says that anything may have changed. For one thread; close
/// it. Closing twice is harmless.
public final class FolderWatcher implements AutoCloseable {
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration RESCAN = Duration.ofMinutes(5);

  private final Crawler crawler;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private @Nullable String limitation;
  private long lastRescan = System.nanoTime();

  /// Begins to watch.
  ///
  /// @throws UncheckedIOException when the system cannot watch at all
  public FolderWatcher(Crawler crawler) {
    this.crawler = crawler;
    try {
      service = FileSystems.getDefault().newWatchService();
    } catch (IOException e) {
      throw new UncheckedIOException("folders cannot be watched here: " + Trouble.inWords(e), e);
    }
    register(crawler.roots().stream().map(root -> new Crawl.Start(root, root.path())).toList());
    crawler.roots().stream()
        .map(Root::path)
        .filter(Files::isRegularFile)
        .forEach(this::registerParent);
  }

  /// What changed.
  ///
  /// @param paths files and folders that came, went or were written; folders with all below them
  /// @param everything whether anything else may have changed too
  public record Changes(Set<Path> paths, boolean everything) {
    public Changes {
      paths = Set.copyOf(paths);
    }

    /// No change.
    public static final Changes NONE = new Changes(Set.of(), false);

    /// These and later ones.
    public Changes and(Changes later) {
      Set<Path> all = new HashSet<>(paths);
      all.addAll(later.paths);
      return new Changes(all, everything || later.everything);
    }

    /// Whether nothing happened.
    public boolean none() {
      return paths.isEmpty() && !everything;
    }
  }

  /// Why some folders cannot be watched and are looked through every five minutes instead; empty
  /// when all can.
  public Optional<String> limitation() {
    return Optional.ofNullable(limitation);
  }

  /// Waits for changes.
  ///
  /// @param patience how long at most when nothing happens
  public Changes await(Duration patience) throws InterruptedException {
    Set<Path> paths = new HashSet<>();
    boolean everything = false;
    long begun = System.nanoTime();
    WatchKey key = service.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    while (key != null) {
      everything |= take(key, paths);
      boolean tooLong = System.nanoTime() - begun > patience.plus(LONGEST).toNanos();
      key = tooLong ? null : service.poll(QUIET.toNanos(), TimeUnit.NANOSECONDS);
    }
    return new Changes(paths, everything || rescanIsDue());
  }

  private boolean rescanIsDue() {
    if (limitation == null || System.nanoTime() - lastRescan < RESCAN.toNanos()) {
      return false;
    }
    lastRescan = System.nanoTime();
    return true;
  }

  /// @return whether the system lost count
  private boolean take(WatchKey key, Set<Path> paths) {
    boolean overflow = false;
    @Nullable Path folder = folders.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name && folder != null) {
        note(event.kind(), folder.resolve(name), paths);
      } else {
        overflow |= event.kind() == StandardWatchEventKinds.OVERFLOW;
      }
    }
    if (!key.reset()) {
      folders.remove(key);
    }
    return overflow;
  }

  private void note(WatchEvent.Kind<?> kind, Path path, Set<Path> paths) {
    if (kind == StandardWatchEventKinds.ENTRY_DELETE) {
      forget(path);
    }
    boolean folder = Files.isDirectory(path);
    boolean gone = !Files.exists(path); // and may have been either
    boolean admitted =
        crawler.roots().stream()
            .anyMatch(root -> root.admits(path, folder) || (gone && root.admits(path, true)));
    if (!admitted) {
      return;
    }
    if (folder && kind != StandardWatchEventKinds.ENTRY_CREATE) {
      return; // Something in it changed, which is told by itself.
    }
    if (folder) {
      crawler.rootOf(path).ifPresent(root -> register(List.of(new Crawl.Start(root, path))));
    }
    paths.add(path);
  }

  private void forget(Path path) {
    folders
        .entrySet()
        .removeIf(watched -> {
          boolean gone = watched.getValue().startsWith(path) && !Files.exists(watched.getValue());
          if (gone) {
            watched.getKey().cancel();
          }
          return gone;
        });
  }

  private void register(List<Crawl.Start> starts) {
    new Crawl(starts, this::register).forEachRemaining(_ -> {});
  }

  private void registerParent(Path file) {
    Path parent = file.getParent();
    if (parent != null) {
      register(parent);
    }
  }

  private void register(Path folder) {
    try {
      WatchKey key =
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_DELETE,
              StandardWatchEventKinds.ENTRY_MODIFY);
      folders.put(key, folder);
    } catch (IOException e) {
      limitation = folder + " cannot be watched: " + Trouble.inWords(e);
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder watch did not end well", e);
    }
  }
}
