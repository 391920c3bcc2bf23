package dev.semblance.crawl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Walks folders for files that may be pictures, see [PictureFiles] for which and [Excludes] for
/// what is left out.
///
/// Links are followed. Each folder is visited once, however many ways lead to it: by its own name
/// where a root holds it, else by the first link in order; circles end. A file that is a root
/// itself comes once, also where another root holds it. Files come one after another while the walk
/// goes on, in the same order whenever nothing changed: root by root, names by their bytes, linked
/// folders last. Only files are found that are plain files or links to such; pipes and devices are
/// not touched. What cannot be looked into is told and does not end the walk.
///
/// Immutable, safe for many threads; each iterator for one. Memory: the names of the folders on the
/// way down, and a number for each folder visited.
public final class Crawler {
  private final List<Root> roots;

  /// Walks from these roots.
  public Crawler(List<Root> roots) {
    this.roots = List.copyOf(roots);
  }

  /// Where it begins.
  public List<Root> roots() {
    return roots;
  }

  /// All below the roots.
  public Iterator<Finding> crawl() {
    return new Crawl(
        roots.stream().map(root -> new Crawl.Start(root, root.path())).toList(), _ -> {});
  }

  /// All at or below some paths, as far as a root admits them; a path that is not there yields
  /// nothing.
  public Iterator<Finding> crawl(Collection<Path> paths) {
    return new Crawl(
        paths.stream()
            .flatMap(path -> rootOf(path).stream().map(root -> new Crawl.Start(root, path)))
            .toList(),
        _ -> {});
  }

  /// The first root that admits a path, as a folder or a file.
  ///
  /// @param path absolute
  Optional<Root> rootOf(Path path) {
    boolean folder = Files.isDirectory(path);
    return roots.stream().filter(root -> root.admits(path, folder)).findFirst();
  }
}
