package dev.semblance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The tables of ARCHITECTURE.md: which package may touch which, and who alone imports a library.
///
/// The document is the source, so that it cannot drift from what is checked.
///
/// @param rooms package (without `dev.semblance.`) to the packages of ours it may touch
/// @param guards prefix of a library's packages to the packages of ours that may import it
record Plan(Map<String, Set<String>> rooms, Map<String, Set<String>> guards) {

  static Plan read(Path architecture) {
    try {
      List<String> lines = Files.readAllLines(architecture);
      return new Plan(table(lines, "rooms"), table(lines, "guards"));
    } catch (IOException e) {
      throw new UncheckedIOException("the plan cannot be read from " + architecture, e);
    }
  }

  /// Circles in the plan itself, each as a path of names.
  List<String> circles() {
    List<String> found = new ArrayList<>();
    for (String start : rooms.keySet()) {
      if (reaches(start, start, new TreeSet<>())) {
        found.add(start);
      }
    }
    return found;
  }

  private boolean reaches(String from, String goal, Set<String> seen) {
    for (String next : rooms.getOrDefault(from, Set.of())) {
      if (next.equals(goal) || (seen.add(next) && reaches(next, goal, seen))) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Set<String>> table(List<String> lines, String name) {
    int begin = lines.indexOf("<!-- " + name + " -->");
    int end = lines.indexOf("<!-- /" + name + " -->");
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("ARCHITECTURE.md has no table between the marks of " + name);
    }
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    for (String line : lines.subList(begin + 3, end)) {
      String[] cells = line.split("\\|", -1);
      rows.put(names(cells[1]).iterator().next(), names(cells[2]));
    }
    return rows;
  }

  private static Set<String> names(String cell) {
    Set<String> names = new TreeSet<>();
    for (String word : cell.replace("`", "").split("[ ,]+", -1)) {
      if (!word.isBlank() && !word.equals("—")) {
        names.add(word.strip());
      }
    }
    return names;
  }
}
