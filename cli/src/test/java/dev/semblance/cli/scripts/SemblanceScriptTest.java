package dev.semblance.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/semblance` with stand-ins for Maven and Java: when it builds, and how it starts Java.
class SemblanceScriptTest {
  @TempDir Path folder;
  private FakeCheckout checkout;
  private Script semblance;

  @BeforeEach
  void lay_out_a_checkout() throws IOException {
    checkout = new FakeCheckout(folder.resolve("a checkout"));
    semblance = checkout.semblance();
  }

  @Test
  void builds_once_and_says_so() throws IOException {
    Script.Result first = semblance.run("search", "a red bridge");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err()).startsWith("semblance: building (the first time").contains("built in");
    assertThat(first.out().lines())
        .endsWith("dev.semblance.cli.Semblance", "search", "a red bridge");
    Script.Result second = semblance.run("search", "x");
    assertThat(second.err()).isEmpty();
    assertThat(checkout.builds())
        .singleElement()
        .asString()
        .startsWith(checkout.jdk().toString())
        .contains("-pl cli -am package -DskipTests -Dspotless.check.skip -Dforbiddenapis.skip");
  }

  @Test
  void runs_from_copies_of_the_jars() throws IOException {
    String classPath = after(semblance.run("status"), "-cp");
    assertThat(classPath.split(":"))
        .hasSize(3)
        .satisfies(jars -> assertThat(jars[0]).endsWith("/lib/cli.jar"))
        .satisfies(jars -> assertThat(jars[1]).endsWith("/lib/core.jar"))
        .satisfies(jars -> assertThat(jars[2]).isEqualTo(checkout.root() + "/ran"))
        .allSatisfy(jar -> assertThat(Path.of(jar)).exists());
  }

  @Test
  void builds_again_when_a_source_is_newer() throws IOException {
    semblance.run("status");
    Files.writeString(checkout.root().resolve("core/src/main/java/Main.java"), "class Main { }");
    assertThat(semblance.run("status").err()).startsWith("semblance: sources are newer");
    assertThat(semblance.run("status").err()).isEmpty();
    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void builds_again_when_a_source_is_gone() throws IOException {
    checkout.source("core/src/main/java/Second.java");
    semblance.run("status");
    Files.delete(checkout.root().resolve("core/src/main/java/Second.java"));
    semblance.run("status");
    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void builds_again_when_a_jar_is_gone() throws IOException {
    String first = after(semblance.run("status"), "-cp");
    Files.delete(Path.of(first.split(":")[1]));
    assertThat(semblance.run("status").code()).isZero();
    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void shows_why_a_build_failed_and_builds_anew_next_time() throws IOException {
    checkout.maven("echo '[ERROR] Main.java: a semicolon is missing'; exit 1");
    Script.Result result = semblance.run("status");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("a semicolon is missing")
        .contains("the build failed; the whole output is in ");
    checkout.maven("exit 0");
    assertThat(semblance.run("status").code()).isZero();
  }

  @Test
  void two_at_once_build_once() throws IOException, InterruptedException {
    checkout.maven("sleep 1");
    List<Process> both = List.of(semblance.start("status"), semblance.start("status"));
    for (Process process : both) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void keeps_few_old_builds() throws IOException {
    for (int i = 0; i < 5; i++) {
      Files.writeString(checkout.root().resolve("core/src/main/java/Main.java"), "class M" + i);
      semblance.run("status");
    }
    try (Stream<Path> runs = Files.list(checkout.root().resolve("cli/target/run"))) {
      assertThat(runs.filter(Files::isDirectory)).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void starts_short_commands_quickly_and_long_ones_with_all_there_is() {
    assertThat(arguments("search", "x"))
        .contains(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED")
        .doesNotContain("jdk.incubator.vector");
    assertThat(arguments("--library", "index", "status")).contains("-XX:+UseSerialGC");
    assertThat(arguments("--library", "there", "-q", "index", "x"))
        .contains("-XX:+UseParallelGC", "jdk.incubator.vector", "-Dsemblance.stderr=3");
    assertThat(arguments("demo")).contains("-XX:+UseParallelGC");
    assertThat(arguments("search", "index")).contains("-XX:+UseSerialGC");
  }

  @Test
  void bounds_the_heap() {
    assertThat(arguments("search", "x")).anyMatch(argument -> argument.matches("-Xmx\\d+m"));
    assertThat(arguments("index", "x")).anyMatch(argument -> argument.matches("-Xmx\\d+m"));
  }

  @Test
  void makes_sure_of_a_locale_that_keeps_file_names() {
    Script plain = semblance.with("LC_CTYPE", "").with("LANG", "");
    assertThat(plain.with("LC_ALL", "").run("status").out()).startsWith("LC_ALL=C.UTF-8\n");
    assertThat(plain.with("LC_ALL", "POSIX").run("status").out()).startsWith("LC_ALL=C.UTF-8\n");
    assertThat(plain.with("LC_ALL", "de_DE.utf8").run("status").out())
        .startsWith("LC_ALL=de_DE.utf8\n");
  }

  @Test
  void works_through_links_from_any_folder() throws IOException {
    Path links = Files.createDirectories(folder.resolve("home/my bin"));
    Path link = Files.createSymbolicLink(links.resolve("one"), semblance.file());
    Path second = Files.createSymbolicLink(links.resolve("two"), Path.of("one"));
    assertThat(link).isSymbolicLink();
    assertThat(semblance.at(second).run("status").out()).contains("dev.semblance.cli.Semblance");
  }

  @Test
  void tells_that_nothing_is_a_terminal() {
    assertThat(arguments("status")).contains("-Dsemblance.terminal=");
  }

  @Test
  void passes_further_options_to_java() {
    assertThat(semblance.with("SEMBLANCE_JAVA_OPTS", "-Done=1 -Dtwo=2").run("status").out().lines())
        .contains("-Done=1", "-Dtwo=2");
  }

  @Test
  void uses_a_start_up_cache_that_it_makes_itself() throws IOException {
    Script caching = semblance.with("SEMBLANCE_STARTUP_CACHE", "now");
    Script.Result first = caching.run("search", "x");
    Path cache = cache(first);
    assertThat(cache).hasContent("learnt\n");
    assertThat(caching.run("search", "x").out()).isEqualTo(first.out());
    Files.writeString(cache, "lear");
    caching.run("search", "x");
    assertThat(cache).as("half a cache is made anew").hasContent("learnt\n");
  }

  @Test
  void makes_a_start_up_cache_of_its_own_for_each_jdk() throws IOException {
    Script caching = semblance.with("SEMBLANCE_STARTUP_CACHE", "now");
    Path description = cache(caching.run("search", "x")).resolveSibling("startup.for");
    assertThat(description).content().contains("25.0.1+1");
    FakeCheckout.fakeJdk(checkout.jdk(), "25.0.2+7");
    caching.run("search", "x");
    assertThat(description).content().contains("25.0.2+7");
  }

  @Test
  void does_not_try_again_where_no_start_up_cache_can_be_made() throws IOException {
    Path java = checkout.jdk().resolve("bin/java");
    String failing =
        Files.readString(java)
            .replace("echo learnt >\"${argument#*=}\"; exit 0", "echo no; exit 1");
    Files.writeString(java, failing);
    Script caching = semblance.with("SEMBLANCE_STARTUP_CACHE", "now");
    Script.Result result = caching.run("search", "x");
    assertThat(result.code()).isZero();
    assertThat(result.out()).doesNotContain("AOTCache");
    Path jar = Path.of(after(result, "-cp").split(":", -1)[0]);
    Path run = FakeCheckout.parent(FakeCheckout.parent(jar));
    assertThat(run.resolve("startup.for")).content().endsWith("\nnone\n");
    assertThat(run.resolve("startup.log")).content().endsWith("\nno\n");
    Files.delete(run.resolve("startup.log"));
    caching.run("search", "x");
    assertThat(run.resolve("startup.log")).doesNotExist();
  }

  @Test
  void hands_the_command_line_parser_to_the_boot_loader_in_short_commands() throws IOException {
    checkout.maven(
        """
        touch picocli-4.7.7.jar
        printf ':%s' "$PWD/picocli-4.7.7.jar" >>cli/target/classpath
        exit 0
        """);
    String parser = checkout.root().resolve("picocli-4.7.7.jar").toString();
    Script.Result shortly = semblance.run("search", "x");
    assertThat(shortly.out().lines()).contains("-Xbootclasspath/a:" + parser);
    assertThat(after(shortly, "-cp")).contains("core.jar").doesNotContain("picocli");
    Script.Result longer = semblance.run("index", "x");
    assertThat(longer.out()).doesNotContain("-Xbootclasspath");
    assertThat(after(longer, "-cp")).contains("core.jar").contains(parser);
  }

  private List<String> arguments(String... arguments) {
    return semblance.run(arguments).out().lines().toList();
  }

  private static String after(Script.Result result, String option) {
    List<String> lines = result.out().lines().toList();
    assertThat(lines).as(result.err()).contains(option);
    return lines.get(lines.indexOf(option) + 1);
  }

  private static Path cache(Script.Result result) {
    String prefix = "-XX:AOTCache=";
    return Path.of(
        result
            .out()
            .lines()
            .filter(line -> line.startsWith(prefix))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no cache in use: " + result))
            .substring(prefix.length()));
  }
}
