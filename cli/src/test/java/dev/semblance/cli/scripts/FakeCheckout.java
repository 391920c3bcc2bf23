package dev.semblance.cli.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A checkout with the real scripts, a Maven that writes empty jars and a Java that prints how it
/// was called.
final class FakeCheckout {
  private final Path root;
  private final Path jdk;

  FakeCheckout(Path root) throws IOException {
    this.root = root;
    copy(Script.ROOT.resolve("bin"), root.resolve("bin"));
    jdk = fakeJdk(root.resolveSibling("a jdk"), "25.0.1+1");
    for (String module : List.of("core", "cli")) {
      source(module + "/src/main/java/Main.java");
      old(Files.writeString(root.resolve(module + "/pom.xml"), "<project/>"));
    }
    old(Files.writeString(root.resolve("pom.xml"), "<project/>"));
    maven("exit 0");
  }

  Path root() {
    return root;
  }

  Path jdk() {
    return jdk;
  }

  Script semblance() {
    return new Script(root.resolve("bin/semblance"), parent(root), java.util.Map.of())
        .with("JAVA_HOME", jdk.toString())
        .with("SEMBLANCE_STARTUP_CACHE", "off");
  }

  /// The folder that holds a file or folder.
  static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent(), path::toString);
  }

  /// A source file from long ago.
  void source(String name) throws IOException {
    Path file = root.resolve(name);
    Path folder = Files.createDirectories(parent(file));
    old(Files.writeString(file, "class Main {}"));
    old(folder);
  }

  /// Makes Maven note that it ran, and then do this.
  void maven(String script) throws IOException {
    executable(
        root.resolve("mvnw"),
        """
        #!/bin/bash
        echo "$JAVA_HOME $*" >>"ran"
        mkdir -p cli/target core/target
        touch cli/target/semblance-cli.jar core/target/core-1.jar
        printf '%s' "$PWD/core/target/core-1.jar:$PWD/ran" >cli/target/classpath
        SCRIPT
        """
            .replace("SCRIPT", script));
  }

  /// How Maven was called, each time.
  List<String> builds() throws IOException {
    Path ran = root.resolve("ran");
    return Files.exists(ran) ? Files.readAllLines(ran) : List.of();
  }

  /// A JDK whose Java prints its arguments, one a line, and makes start-up caches when asked.
  static Path fakeJdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    executable(home.resolve("bin/javac"), "#!/bin/sh\n");
    executable(home.resolve("bin/jar"), "#!/bin/sh\n");
    executable(
        home.resolve("bin/java"),
        """
        #!/bin/bash
        for argument; do
          case $argument in
            -XX:AOTCacheOutput=*) echo learnt >"${argument#*=}"; exit 0 ;;
          esac
        done
        printf '%s\\n' "LC_ALL=${LC_ALL:-}" "$@"
        """);
    Files.writeString(
        home.resolve("release"),
        "JAVA_RUNTIME_VERSION=\"" + version + "\"\nJAVA_VERSION=\"25.0.1\"\n");
    return home;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static void old(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
