package dev.semblance.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/find-java`, with every JDK of this machine hidden from it.
class FindJavaTest {
  @TempDir Path folder;
  private Path cache;
  private Script script;

  @BeforeEach
  void hide_the_jdks() {
    cache = folder.resolve("a cache");
    script =
        Script.named("find-java", folder)
            .with("SEMBLANCE_JVM_DIRS", "")
            .with("XDG_CACHE_HOME", cache.toString())
            .with("no_proxy", "127.0.0.1")
            .with("SEMBLANCE_JDK_API", "http://127.0.0.1:1");
  }

  @Test
  void prints_the_jdk_that_java_home_names() throws IOException {
    Path jdk = jdk(folder.resolve("my jdk"), "25.0.9");
    Script.Result result = script.with("JAVA_HOME", jdk.toString()).run();
    assertThat(result).isEqualTo(new Script.Result(0, jdk + "\n", ""));
  }

  @Test
  void passes_over_other_versions_and_folders_without_a_compiler() throws IOException {
    Path jdks = folder.resolve("jdks");
    jdk(jdks.resolve("a-24"), "24.0.2");
    jdk(jdks.resolve("b-250"), "250");
    Files.delete(jdk(jdks.resolve("c-jre"), "25").resolve("bin/javac"));
    Path right = jdk(jdks.resolve("d-25"), "25");
    assertThat(script.with("SEMBLANCE_JVM_DIRS", folder + ":" + jdks).run("--no-fetch"))
        .isEqualTo(new Script.Result(0, right + "\n", ""));
  }

  @Test
  void finds_the_home_inside_a_mac_s_bundle() throws IOException {
    Path home = jdk(folder.resolve("jdks/temurin-25.jdk/Contents/Home"), "25.0.1");
    assertThat(script.with("SEMBLANCE_JVM_DIRS", folder.resolve("jdks").toString()).run().out())
        .isEqualTo(home + "\n");
  }

  @Test
  void works_through_a_symbolic_link() throws IOException {
    Path jdk = jdk(folder.resolve("jdk"), "25");
    Path link = Files.createSymbolicLink(folder.resolve("link to it"), script.file());
    assertThat(script.at(link).with("JAVA_HOME", jdk.toString()).run().out()).isEqualTo(jdk + "\n");
  }

  @Test
  void says_what_to_do_when_it_must_not_fetch() {
    Script.Result result = script.run("--no-fetch");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo("semblance: there is no JDK 25 here; install a JDK 25 and set JAVA_HOME\n");
  }

  @Test
  void refuses_arguments_it_does_not_know() {
    Script.Result result = script.run("--home");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("unknown argument \"--home\"").contains("--no-fetch");
  }

  @Test
  void fetches_a_jdk_checks_it_and_finds_it_again() throws IOException {
    byte[] archive = archive("jdk-25.0.3+9", "25.0.3");
    try (JdkServer server = new JdkServer(archive, sha256(archive))) {
      Script fetching = script.with("SEMBLANCE_JDK_API", server.address());
      Script.Result result = fetching.run();
      assertThat(result.code()).as(result.err()).isZero();
      Path home = Path.of(result.out().strip());
      assertThat(home).startsWith(cache.resolve("semblance/jdk")).isDirectory();
      assertThat(home.resolve("bin/javac")).isExecutable();
      assertThat(result.err())
          .contains("there is no JDK 25 on this machine: fetching Temurin 25 into " + cache);
      assertThat(server.requests().getFirst())
          .contains("image_type=jdk")
          .contains("vendor=eclipse")
          .containsPattern("os=(linux|mac|alpine-linux)&architecture=(x64|aarch64)");
      assertThat(jdks()).containsExactly(home.getFileName().toString());
      int asked = server.requests().size();
      assertThat(fetching.run()).isEqualTo(new Script.Result(0, home + "\n", ""));
      assertThat(server.requests()).hasSize(asked);
    }
  }

  @Test
  void refuses_an_archive_with_another_checksum_and_keeps_nothing() throws IOException {
    byte[] archive = archive("jdk-25.0.3+9", "25.0.3");
    try (JdkServer server = new JdkServer(archive, sha256(new byte[] {1}))) {
      Script.Result result = script.with("SEMBLANCE_JDK_API", server.address()).run();
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains("does not have the SHA-256 that was announced");
      assertThat(jdks()).isEmpty();
    }
  }

  @Test
  void refuses_an_answer_without_a_checksum() throws IOException {
    byte[] archive = archive("jdk-25.0.3+9", "25.0.3");
    try (JdkServer server = new JdkServer(archive, "")) {
      Script.Result result = script.with("SEMBLANCE_JDK_API", server.address()).run();
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains("names no archive of JDK 25 with a SHA-256");
      assertThat(jdks()).isEmpty();
    }
  }

  @Test
  void refuses_an_archive_that_holds_another_java() throws IOException {
    byte[] archive = archive("jdk-24", "24.0.1");
    try (JdkServer server = new JdkServer(archive, sha256(archive))) {
      Script.Result result = script.with("SEMBLANCE_JDK_API", server.address()).run();
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains("holds no JDK 25");
      assertThat(jdks()).isEmpty();
    }
  }

  @Test
  void goes_on_where_a_download_broke_off() throws IOException {
    byte[] archive = archive("jdk-25.0.3+9", "25.0.3");
    try (JdkServer server = new JdkServer(archive, sha256(archive))) {
      Script fetching = script.with("SEMBLANCE_JDK_API", server.address());
      server.breaksAfter = archive.length / 2;
      Script.Result broken = fetching.run();
      assertThat(broken.code()).isEqualTo(2);
      assertThat(broken.err()).contains("broke off; run the same command to go on");
      assertThat(jdks()).containsExactly("." + sha256(archive) + ".part");
      server.breaksAfter = -1;
      assertThat(fetching.run().code()).isZero();
      assertThat(server.requests().getLast())
          .isEqualTo("archive bytes=" + archive.length / 2 + "-");
      assertThat(jdks()).containsExactly(sha256(archive));
    }
  }

  @Test
  void starts_anew_where_the_server_cannot_go_on_in_the_middle() throws IOException {
    byte[] archive = archive("jdk-25.0.3+9", "25.0.3");
    try (JdkServer server = new JdkServer(archive, sha256(archive))) {
      Files.createDirectories(cache.resolve("semblance/jdk"));
      Files.write(
          cache.resolve("semblance/jdk/." + sha256(archive) + ".part"),
          java.util.Arrays.copyOf(archive, 100));
      server.servesRanges = false;
      Script.Result result = script.with("SEMBLANCE_JDK_API", server.address()).run();
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(jdks()).containsExactly(sha256(archive));
    }
  }

  @Test
  void two_at_once_fetch_once() throws IOException, InterruptedException {
    byte[] archive = archive("jdk-25.0.3+9", "25.0.3");
    try (JdkServer server = new JdkServer(archive, sha256(archive))) {
      Script fetching = script.with("SEMBLANCE_JDK_API", server.address());
      List<Process> both = List.of(fetching.start(), fetching.start());
      for (Process process : both) {
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .endsWith(sha256(archive) + "\n");
        assertThat(process.waitFor()).isZero();
      }
      assertThat(server.requests().stream().filter(r -> r.startsWith("archive"))).hasSize(1);
    }
  }

  @Test
  void breaks_the_lock_of_a_dead_process() throws IOException {
    byte[] archive = archive("jdk-25.0.3+9", "25.0.3");
    try (JdkServer server = new JdkServer(archive, sha256(archive))) {
      Path jdks = Files.createDirectories(cache.resolve("semblance/jdk"));
      Files.createSymbolicLink(jdks.resolve(".lock"), Path.of("999999999@1"));
      assertThat(script.with("SEMBLANCE_JDK_API", server.address()).run().code()).isZero();
    }
  }

  /// Names in the folder of fetched JDKs.
  private List<String> jdks() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("semblance/jdk"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Path jdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    for (String tool : List.of("java", "javac")) {
      Path file = Files.writeString(home.resolve("bin").resolve(tool), "#!/bin/sh\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private byte[] archive(String name, String version) throws IOException {
    Path made = folder.resolve("made");
    Path home = jdk(made.resolve(name), version);
    byte[] noise = new byte[50_000];
    new java.util.Random(7).nextBytes(noise);
    Files.write(home.resolve("modules"), noise);
    Path file = folder.resolve("archive.tar.gz");
    Script.Result packed =
        new Script(Path.of("/bin/tar"), folder, java.util.Map.of())
            .run("-czf", file.toString(), "-C", made.toString(), name);
    assertThat(packed.code()).as(packed.err()).isZero();
    return Files.readAllBytes(file);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
