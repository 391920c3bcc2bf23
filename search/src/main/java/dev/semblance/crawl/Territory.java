package dev.semblance.crawl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The places that were ever indexed, and those that are walked now: what a file that is not found
/// tells. Immutable, safe for many threads; looks at the disk anew each time.
///
/// A disk that is not there looks like a folder that is missing or empty. So a root that is missing
/// or empty is *absent*: what was found in it may well be there again tomorrow.
public final class Territory {
  private final List<Root> known;
  private final List<Root> walked;

  /// @param known every root that was indexed once
  /// @param walked the roots of this crawl
  public Territory(List<Root> known, List<Root> walked) {
    this.known = List.copyOf(known);
    this.walked = List.copyOf(walked);
  }

  /// Whether a path lies at or below a root that is absent.
  public boolean absent(Path path) {
    return isBelowAbsent(path, known) || isBelowAbsent(path, walked);
  }

  private static boolean isBelowAbsent(Path path, List<Root> roots) {
    return roots.stream().anyMatch(root -> path.startsWith(root.path()) && isAbsent(root.path()));
  }

  /// Whether what lies at a path stays though the crawl did not come upon it: it is absent, or
  /// belongs to another root that this crawl leaves out.
  public boolean spared(Path path) {
    return absent(path) || known.stream().anyMatch(root -> isElsewhere(root, path));
  }

  private boolean isElsewhere(Root root, Path path) {
    return path.startsWith(root.path())
        && walked.stream().noneMatch(here -> here.admits(root.path(), true));
  }

  /// Whether a root is missing or an empty folder; a missing picture file whose folder is there has
  /// been deleted and is not absent.
  public static boolean isAbsent(Path root) {
    if (!Files.exists(root)) {
      Path parent = root.getParent();
      boolean deleted =
          PictureFiles.namedLikePicture(root.toString()) && parent != null && Files.exists(parent);
      return !deleted;
    }
    return Files.isDirectory(root) && isEmpty(root);
  }

  private static boolean isEmpty(Path folder) {
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      return !names.iterator().hasNext();
    } catch (IOException e) {
      return false; // The crawl tells that it cannot be read.
    }
  }
}
