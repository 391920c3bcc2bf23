package dev.semblance.crawl;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a crawl leaves out: the usual rubbish and whatever patterns the user gave. Immutable, safe
/// for many threads.
///
/// Left out always, below a root: hidden files and folders (a name that starts with a dot), waste
/// baskets, and the folders that systems and tools fill for themselves ([#USUAL]). A root itself is
/// never left out: who names it wants it.
///
/// Patterns:
/// - without `/`, a name of a file or folder at any depth: `tmp`, `*.png`, `IMG_00??.jpg`;
/// - with `/`, a path from the root on: `2019/raw`, `**/tmp/**`;
/// - beginning with `/` or a drive, a whole path: `/home/ann/pictures/private`;
/// - ending with `/` or `/**`, folders only, with all in them: `tmp/`.
///
/// `*` stands for any characters but `/`, `?` for one, `**` for any with `/` (`**/` also for no
/// folder at all), `[a-z]` for one of a set, `[!a-z]` for one not in it, `{jpg,png}` for
/// alternatives. Upper and lower case are one, and so are composed and decomposed letters. What
/// lies in a folder left out is left out.
public final class Excludes {
  /// Names of folders that hold no pictures of the user's own: Synology's and QNAP's thumbnails,
  /// snapshots and waste baskets, packages of programs, those of Windows and freedesktop.org.
  static final Set<String> USUAL =
      Set.of(
          "@eadir",
          "@recycle",
          "@recently-snapshot",
          "#recycle",
          "#snapshot",
          "$recycle.bin",
          "recycler",
          "system volume information",
          "trash",
          "lost+found",
          "node_modules",
          "__macosx",
          "__pycache__");

  private final List<Glob> globs;

  private Excludes(List<Glob> globs) {
    this.globs = globs;
  }

  /// The usual ones and these patterns.
  ///
  /// @throws IllegalArgumentException when a pattern is empty, does not close a bracket, or has a
  ///   range that runs backwards
  public static Excludes of(List<String> patterns) {
    return new Excludes(patterns.stream().map(Glob::new).toList());
  }

  /// The patterns besides the usual ones.
  public List<String> patterns() {
    return globs.stream().map(Glob::toString).toList();
  }

  /// Whether a file or folder is left out for itself; what lies above it is not looked at.
  ///
  /// @param root where the crawl began
  /// @param path below it
  boolean match(Path root, Path path, boolean folder) {
    String name = Glob.canonical(path.getFileName().toString());
    if (name.startsWith(".") || (folder && USUAL.contains(name.toLowerCase(Locale.ROOT)))) {
      return true;
    }
    if (globs.isEmpty()) {
      return false;
    }
    String below = Glob.canonical(root.relativize(path).toString());
    String whole = Glob.canonical(path.toString());
    return globs.stream().anyMatch(glob -> glob.matches(name, below, whole, folder));
  }
}
