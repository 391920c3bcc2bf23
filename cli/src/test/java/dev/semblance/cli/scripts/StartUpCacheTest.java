package dev.semblance.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The start-up cache of these very classes, made by the script and the JDK that people use: Java
/// may break down while it writes one, and then every command takes twice as long, silently.
class StartUpCacheTest {
  @TempDir Path folder;

  @Test
  @Tag("slow")
  void java_can_write_the_cache_and_start_from_it() throws IOException {
    Path run = Files.createDirectories(folder.resolve("run"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> parts = new ArrayList<>();
    String parser = "";
    for (String part : System.getProperty("java.class.path").split(":")) {
      if (part.contains("/picocli-")) {
        parser = part;
      } else if (!part.endsWith("/test-classes")) {
        parts.add(Files.isDirectory(Path.of(part)) ? jar(Path.of(part)) : part);
      }
    }
    List<String> options =
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-XX:+UseSerialGC",
            "-Xbootclasspath/a:" + parser,
            "-cp",
            String.join(":", parts));

    List<String> making = new ArrayList<>(List.of(run.toString(), "this test", "", java));
    making.addAll(options);
    Script.Result made =
        Script.named("lib/make-startup-cache", folder).run(making.toArray(String[]::new));
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(run.resolve("startup.aot"))
        .as(Files.readString(run.resolve("startup.log")))
        .exists();
    assertThat(run.resolve("startup.for"))
        .content()
        .isEqualTo("this test\n" + Files.size(run.resolve("startup.aot")) + "\n");

    List<String> starting = new ArrayList<>(options);
    starting.addFirst("-XX:AOTCache=" + run.resolve("startup.aot"));
    starting.addFirst("-XX:AOTMode=on"); // no start without the cache
    starting.addAll(List.of("dev.semblance.cli.Semblance", "--version"));
    Script.Result started =
        Script.named("semblance", folder).at(Path.of(java)).run(starting.toArray(String[]::new));
    assertThat(started.code()).as(started.err()).isZero();
    assertThat(started.out()).startsWith("Semblance ");
  }

  /// Java keeps only what comes out of jars.
  private String jar(Path classes) throws IOException {
    Path jar = Files.createTempFile(folder, "classes", ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar.toString();
  }
}
