package dev.semblance.image.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.semblance.image.external.ExternalException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One run of a program: what it is given, what it may take, and how it ends.
class BoundedRunTest {
  @TempDir private Path folder;

  private Path work() throws IOException {
    return Files.createDirectories(folder.resolve("work"));
  }

  private List<String> program(String script) {
    return List.of(Scripts.write(folder, "program", script).toString(), "an argument");
  }

  private String said(String script) throws IOException {
    return BoundedRun.said(program(script), work(), Scripts.bounds()).strip();
  }

  private ExternalException failure(String script, ExternalBounds bounds) {
    return catchThrowableOfType(
        ExternalException.class, () -> BoundedRun.run(program(script), work(), bounds));
  }

  @Test
  void a_program_runs_in_its_folder_with_nothing_to_read() throws IOException {
    assertThat(said("pwd; cat; echo \"$1\"")).isEqualTo(work() + "\nan argument");
  }

  @Test
  void a_program_is_told_little_of_the_environment() throws IOException {
    String own = " LC_ALL TMPDIR ";
    List<String> lines = said("env").lines().toList();

    assertThat(lines).contains("LC_ALL=C", "TMPDIR=" + work());
    // The shell itself adds some.
    Set<String> expected =
        Set.of("PATH", "HOME", "LD_LIBRARY_PATH", "SystemRoot", "PWD", "OLDPWD", "SHLVL", "_");
    assertThat(lines)
        .map(line -> line.substring(0, Math.max(0, line.indexOf('='))))
        .allMatch(name -> expected.contains(name) || own.contains(" " + name + " "));
  }

  @Test
  void what_a_program_says_is_told_whether_it_succeeds_or_not() throws IOException {
    assertThat(said("echo out; echo error >&2; exit 3")).isEqualTo("out\nerror");
  }

  @Test
  void a_long_last_line_is_cut_and_one_with_control_characters_cleaned() {
    String long300 = "x".repeat(300);

    assertThat(failure("echo first; echo " + long300 + "; exit 1", Scripts.bounds()))
        .hasMessage("program could not decode it (it said: " + "x".repeat(200) + ")")
        .returns(Reason.REFUSED, ExternalException::reason);
    assertThat(failure("printf 'a\\033[1m\\tb\\r\\n\\n'; exit 1", Scripts.bounds()))
        .hasMessage("program could not decode it (it said: a [1m b)");
    assertThat(failure("exit 1", Scripts.bounds())).hasMessage("program could not decode it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "head -c 1100000 /dev/zero > one",
        "head -c 600000 /dev/zero > one; head -c 600000 /dev/zero > two",
        "mkdir -p a/b; head -c 1100000 /dev/zero > a/b/deep",
        "mkdir a; head -c 1100000 /dev/zero > a/deep; sleep 20"
      })
  void all_that_is_written_counts_wherever_it_lies(String script) {
    assertThat(failure(script, Scripts.bounds()))
        .hasMessage("program wrote more than the 1 MB allowed to a picture")
        .returns(Reason.SIZE, ExternalException::reason);
  }

  @Test
  void as_much_as_is_allowed_may_be_written() throws IOException {
    BoundedRun.run(program("head -c 1048576 /dev/zero > one"), work(), Scripts.bounds());

    assertThat(work().resolve("one")).hasSize(1 << 20);
  }

  @Test
  void a_program_is_killed_when_its_time_is_over() throws Exception {
    String script = "echo $$ > pid; exec sleep 60";

    assertThat(failure(script, Scripts.within(Duration.ofMillis(200))))
        .hasMessage("program did not decode it in the time that is allowed to a picture")
        .returns(Reason.TIME, ExternalException::reason);
    assertEnds();
  }

  @Test
  void an_interrupted_thread_kills_its_program_and_stays_interrupted() throws Exception {
    List<String> command = program("echo $$ > pid.part; mv pid.part pid; exec sleep 60");
    Path work = work();
    Thread[] self = {Thread.currentThread()};
    Thread watcher =
        Thread.ofPlatform()
            .name("interrupts")
            .start(() -> {
              while (!Files.exists(work.resolve("pid"))) {
                Thread.onSpinWait();
              }
              self[0].interrupt();
            });

    assertThatThrownBy(() -> BoundedRun.run(command, work, Scripts.bounds()))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("interrupted while program was running");

    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    watcher.join();
    assertEnds();
  }

  /// Waits for what has been killed to end.
  private void assertEnds() throws Exception {
    long pid = Long.parseLong(Files.readString(folder.resolve("work/pid")).strip());
    Optional<ProcessHandle> left = ProcessHandle.of(pid);
    if (left.isPresent()) {
      assertThat(left.get().onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }
  }

  @Test
  void a_program_that_cannot_be_started_is_an_error_of_the_file_system() {
    List<String> absent = List.of(folder.resolve("absent").toString());

    assertThatThrownBy(() -> BoundedRun.run(absent, work(), Scripts.bounds()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(ExternalException.class);
  }

  @Test
  void a_work_folder_is_only_this_users_and_goes_with_all_that_is_in_it() throws IOException {
    Path path;
    try (WorkFolder made = WorkFolder.make()) {
      path = made.path();
      assertThat(path).isAbsolute().isEmptyDirectory();
      assertThat(Files.getPosixFilePermissions(path))
          .hasSize(3)
          .allMatch(it -> it.name().startsWith("OWNER"));
      Path outside = Files.writeString(folder.resolve("outside"), "stays");
      Files.createDirectories(path.resolve("a/b"));
      Files.createSymbolicLink(path.resolve("a/link"), outside);
      Files.createSymbolicLink(path.resolve("a/folder"), folder);
    }

    assertThat(path).doesNotExist();
    assertThat(folder.resolve("outside")).content().isEqualTo("stays");
  }
}
