package dev.semblance.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeRuntimeTest {
  @TempDir Path folder;

  @Test
  void knows_the_platforms_of_the_runtime_s_jar() {
    assertThat(NativeRuntime.platform("Linux", "amd64")).contains("linux-x64");
    assertThat(NativeRuntime.platform("Linux", "aarch64")).contains("linux-aarch64");
    assertThat(NativeRuntime.platform("Mac OS X", "aarch64")).contains("osx-aarch64");
    assertThat(NativeRuntime.platform("Windows 11", "amd64")).contains("win-x64");
    assertThat(NativeRuntime.platform("Mac OS X", "x86_64")).isEmpty();
    assertThat(NativeRuntime.platform("SunOS", "sparcv9")).isEmpty();
  }

  @Test
  void unpacks_the_library_once_and_starts_without_telemetry_even_behind_a_long_command_line()
      throws Exception {
    String first = runElsewhere();
    assertThat(first).contains("version 1.");
    List<Path> unpacked = libraries();
    assertThat(unpacked).hasSize(2);
    Object made = Files.getLastModifiedTime(unpacked.getFirst());
    assertThat(runElsewhere()).isEqualTo(first);
    assertThat(libraries()).isEqualTo(unpacked);
    assertThat(Files.getLastModifiedTime(unpacked.getFirst())).isEqualTo(made);
    try (Stream<Path> home = Files.walk(folder.resolve("home"))) {
      assertThat(home.filter(Files::isRegularFile)).as("files left in the user's folders").isEmpty();
    }
  }

  /// Starts the runtime in a process of its own, with a class path of 8 kB on its command line.
  private String runElsewhere() throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    String filler = (File.pathSeparator + "/nowhere/of/some/length.jar").repeat(300);
    Path home = Files.createDirectories(folder.resolve("home"));
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dsemblance.cache=" + folder.resolve("cache"),
                "-Duser.home=" + home,
                "-cp",
                classPath + filler,
                PrintVersion.class.getName())
            .redirectErrorStream(true);
    clean(builder.environment(), home);
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private List<Path> libraries() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("cache/unpacked"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void clean(Map<String, String> environment, Path home) {
    environment.remove("ORT_DISABLE_TELEMETRY");
    environment.remove("CI");
    environment.put("HOME", home.toString());
    environment.remove("XDG_CACHE_HOME");
  }

  /// The other process.
  static final class PrintVersion {
    private PrintVersion() {}

    public static void main(String[] arguments) {
      System.out.println("version " + NativeRuntime.version());
    }
  }
}
