package dev.semblance.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.house.Sources.Count;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The size budget and the habits that a machine can check; each prints its worst cases.
class BudgetTest {
  private static final Sources ALL =
      Sources.under(Path.of(System.getProperty("semblance.root", ".")));
  private static final Sources MAIN = ALL.holding("/src/main/");

  @Test
  void files_are_short() {
    List<Count> sorted = worst("lines a file", MAIN.fileLengths());
    assertThat(sorted.getFirst().count())
        .as("longest: " + sorted.getFirst())
        .isLessThanOrEqualTo(500);
    assertThat(quantile(sorted, 0.9)).as("90 % of files, lines").isLessThanOrEqualTo(300);
    assertThat(quantile(sorted, 0.5)).as("median file, lines").isLessThanOrEqualTo(120);
  }

  @Test
  void methods_are_short() {
    List<Count> sorted = worst("lines a method", MAIN.methodLengths());
    assertThat(sorted.getFirst().count())
        .as("longest: " + sorted.getFirst())
        .isLessThanOrEqualTo(60);
    assertThat(quantile(sorted, 0.9)).as("90 % of methods, lines").isLessThanOrEqualTo(20);
    List<Count> undrawn = worst("lines a method", MAIN.besides("/gallery/").methodLengths());
    assertThat(quantile(undrawn, 0.5))
        .as("median method but those that draw, lines")
        .isLessThanOrEqualTo(6);
  }

  @Test
  void methods_take_few_parameters() {
    List<Count> sorted = worst("parameters", MAIN.parameterCounts());
    assertThat(sorted.stream().filter(count -> count.count() > 5))
        .as("methods of more than five parameters: make a record")
        .isEmpty();
  }

  @Test
  void packages_are_small() {
    Map<String, Integer> files = new TreeMap<>();
    for (Path file : MAIN.files()) {
      if (!file.endsWith("package-info.java")) {
        files.merge(MAIN.name(Sources.folder(file)), 1, Integer::sum);
      }
    }
    List<Count> counts = new ArrayList<>();
    files.forEach((name, count) -> counts.add(new Count(name, count)));
    List<Count> sorted = worst("files a package", counts);
    assertThat(sorted.stream().filter(count -> count.count() > 15))
        .as("packages of more files than 15")
        .isEmpty();
  }

  @Test
  void core_and_search_have_as_much_test_as_main() {
    for (String module : List.of("core", "search")) {
      int main = total(ALL.holding(module + "/src/main/"));
      int test = total(ALL.holding(module + "/src/test/"));
      System.out.println(module + ": " + main + " lines of main, " + test + " of test");
      assertThat((double) test / main)
          .as(module + ": lines of test for a line of main")
          .isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void names_say_something() {
    Pattern empty = Pattern.compile("(Util|Utils|Helper|Manager|Impl)\\.java$");
    assertThat(
            ALL.files().stream().map(ALL::name).filter(name -> empty.matcher(name).find()).toList())
        .as("files named after nothing")
        .isEmpty();
  }

  @Test
  void nothing_is_skipped_unfinished_or_swallowed() {
    Map<String, Pattern> habits = new TreeMap<>();
    habits.put(
        "skips a test", Pattern.compile("@Disabled|@Enabled|[aA]ssum(e|ing)(True|That|False)\\("));
    habits.put("unfinished", Pattern.compile("\\b(TODO|FIXME|XXX)\\b"));
    habits.put("wildcard import", Pattern.compile("^import .*\\*;"));
    habits.put("bare exception", Pattern.compile("new RuntimeException\\(|printStackTrace\\("));
    habits.put("swallowed exception", Pattern.compile("catch \\([^)]*\\) \\{ *\\}"));
    List<String> found = new ArrayList<>();
    for (Path file : ALL.files()) {
      if (file.endsWith("BudgetTest.java")) {
        continue;
      }
      int number = 0;
      for (String line : Sources.lines(file)) {
        number++;
        for (Map.Entry<String, Pattern> habit : habits.entrySet()) {
          if (habit.getValue().matcher(line).find()) {
            found.add(ALL.name(file) + ":" + number + " " + habit.getKey());
          }
        }
      }
    }
    assertThat(found).as("habits we do not have").isEmpty();
  }

  private static int total(Sources sources) {
    return sources.fileLengths().stream().mapToInt(Count::count).sum();
  }

  private static List<Count> worst(String what, List<Count> counts) {
    List<Count> sorted =
        counts.stream().sorted(Comparator.comparingInt(Count::count).reversed()).toList();
    assertThat(sorted).as(what).isNotEmpty();
    System.out.println("Most " + what + ":");
    sorted.stream().limit(5).forEach(c -> System.out.println("  " + c.count() + " " + c.name()));
    return sorted;
  }

  private static int quantile(List<Count> descending, double share) {
    return descending.get((int) ((1 - share) * descending.size())).count();
  }
}
