package dev.semblance.crawl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder or file where a crawl begins, and what to leave out below it. Immutable.
///
/// @param path made absolute, without `.` and `..`
public record Root(Path path, Excludes excludes) {
  public Root {
    path = path.toAbsolutePath().normalize();
  }

  /// With more patterns left out.
  public Root and(List<String> patterns) {
    List<String> all = new ArrayList<>(excludes.patterns());
    all.addAll(patterns);
    return new Root(path, Excludes.of(all));
  }

  /// Roots with others added; of two with the same path the added one counts.
  public static List<Root> merged(List<Root> roots, List<Root> added) {
    List<Root> all = new ArrayList<>(roots);
    all.removeIf(old -> added.stream().anyMatch(root -> root.path().equals(old.path())));
    all.addAll(added);
    return List.copyOf(all);
  }

  /// Those of some roots that do not lie at or below a path.
  public static List<Root> without(List<Root> roots, Path path) {
    return roots.stream().filter(root -> !root.path().startsWith(path)).toList();
  }

  /// Whether the rules let a path through: it is this root, or lies below it and neither it nor a
  /// folder on the way is left out. The files are not looked at.
  ///
  /// @param folder whether the path is a folder
  public boolean admits(Path candidate, boolean folder) {
    Path whole = candidate.toAbsolutePath().normalize();
    if (whole.equals(path)) {
      return true;
    }
    if (!whole.startsWith(path) || excludes.match(path, whole, folder)) {
      return false;
    }
    Path parent = whole.getParent();
    return parent != null && admits(parent, true);
  }
}
