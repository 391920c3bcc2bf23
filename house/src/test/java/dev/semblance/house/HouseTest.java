package dev.semblance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds ARCHITECTURE.md's tables against the compiled classes: who touches whom.
class HouseTest {
  private static final String OURS = "dev.semblance.";
  private static final Path ROOT = Path.of(System.getProperty("semblance.root", "."));
  private static Plan plan;
  private static JavaClasses classes;

  @BeforeAll
  static void read_the_plan_and_the_classes() {
    plan = Plan.read(ROOT.resolve("ARCHITECTURE.md"));
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.semblance");
    assertThat(classes.size()).as("classes found on the class path").isGreaterThan(50);
  }

  @Test
  void the_plan_has_no_circles() {
    assertThat(plan.circles()).as("packages of the plan that reach themselves").isEmpty();
  }

  @Test
  void every_package_is_in_the_plan_and_the_plan_has_no_empty_rooms() {
    Set<String> real = new TreeSet<>();
    for (JavaClass type : classes) {
      real.add(room(type));
    }
    assertThat(plan.rooms().keySet())
        .as("packages of ARCHITECTURE.md against those of the code")
        .containsExactlyInAnyOrderElementsOf(real);
  }

  @Test
  void packages_touch_only_what_the_plan_allows() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : classes) {
      Set<String> allowed = plan.rooms().getOrDefault(room(type), Set.of());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        boolean ours = target.getPackageName().startsWith(OURS);
        if (ours && !room(target).equals(room(type)) && !allowed.contains(room(target))) {
          wrong.add(room(type) + " -> " + room(target) + " (" + type.getSimpleName() + ")");
        }
      }
    }
    assertThat(wrong).as("arrows that are not in the plan").isEmpty();
  }

  @Test
  void libraries_are_imported_only_where_the_plan_says() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getName();
        for (Map.Entry<String, Set<String>> guard : plan.guards().entrySet()) {
          if (target.startsWith(guard.getKey()) && !guard.getValue().contains(room(type))) {
            wrong.add(room(type) + " imports " + target + " (" + type.getSimpleName() + ")");
          }
        }
      }
    }
    assertThat(wrong).as("libraries known where they must not be").isEmpty();
  }

  @Test
  void every_guarded_library_is_used_by_its_guard() {
    Set<String> used = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getName();
        plan.guards().keySet().stream().filter(target::startsWith).forEach(used::add);
      }
    }
    assertThat(used).as("libraries of the guards' table").isEqualTo(plan.guards().keySet());
  }

  @Test
  void every_package_says_what_it_is_and_is_null_marked() {
    List<String> missing = new ArrayList<>();
    Set<Path> folders = new TreeSet<>();
    Sources.under(ROOT)
        .holding("/src/main/java/dev/")
        .files()
        .forEach(file -> folders.add(Sources.folder(file)));
    for (Path folder : folders) {
      Path info = folder.resolve("package-info.java");
      String text = Files.exists(info) ? String.join("\n", Sources.lines(info)) : "";
      if (!text.contains("@NullMarked") || !text.startsWith("///")) {
        missing.add(ROOT.relativize(folder).toString());
      }
    }
    assertThat(missing).as("packages without a documented, null-marked package-info").isEmpty();
  }

  @Test
  void every_snippet_of_the_javadoc_is_a_region_of_a_test() {
    Sources all = Sources.under(ROOT);
    Pattern snippet = Pattern.compile("\\{@snippet file=\"(\\S+)\" region=\"(\\S+)\"}");
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (Path file : all.holding("/src/main/").files()) {
      Matcher shown = snippet.matcher(String.join("\n", Sources.lines(file)));
      while (shown.find()) {
        seen++;
        String region = "// @start region=\"" + shown.group(2) + "\"";
        boolean there =
            all.holding("/src/test/java/" + shown.group(1)).files().stream()
                .anyMatch(test -> String.join("\n", Sources.lines(test)).contains(region));
        if (!there) {
          missing.add(all.name(file) + ": " + shown.group());
        }
      }
    }
    assertThat(seen).as("snippets of the Javadoc").isPositive();
    assertThat(missing).as("snippets without a region of a test").isEmpty();
  }

  private static String room(JavaClass type) {
    return type.getPackageName().substring(OURS.length());
  }
}
