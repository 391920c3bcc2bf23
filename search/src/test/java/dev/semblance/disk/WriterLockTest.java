package dev.semblance.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {
  @TempDir Path folder;

  @Test
  void one_holds_it_and_others_are_told_who() {
    Path library = folder.resolve("new/library");
    try (var _ = WriterLock.tryTake(library, "index /home/ann").orElseThrow()) {
      assertThat(WriterLock.tryTake(library, "forget /a")).isEmpty();
      assertThat(WriterLock.holder(library).orElseThrow())
          .startsWith("process " + ProcessHandle.current().pid() + " of ")
          .contains(System.getProperty("user.name"))
          .endsWith("(index /home/ann)");
    }
    assertThat(WriterLock.holder(library)).isEmpty();
    WriterLock.tryTake(library, "forget /a").orElseThrow().close();
  }

  @Test
  void given_back_twice_does_no_harm_and_takes_it_from_nobody() {
    WriterLock first = WriterLock.tryTake(folder, "one").orElseThrow();
    first.close();
    try (var _ = WriterLock.tryTake(folder, "two").orElseThrow()) {
      assertThatCode(first::close).doesNotThrowAnyException();
      assertThat(WriterLock.tryTake(folder, "three")).isEmpty();
      assertThat(WriterLock.holder(folder).orElseThrow()).contains("(two)");
    }
  }

  @Test
  void asking_who_holds_it_writes_nothing() {
    assertThat(WriterLock.holder(folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_purpose_of_several_lines_stays_one() {
    try (var _ = WriterLock.tryTake(folder, "index /a\nb").orElseThrow()) {
      assertThat(WriterLock.holder(folder).orElseThrow()).endsWith("(index /a b)");
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_an_error_that_names_it() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> WriterLock.tryTake(file.resolve("library"), "index"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.resolve("library") + " cannot be written to");
  }

  @Test
  void a_note_of_a_process_that_is_gone_names_nobody() throws IOException {
    Holder self = Holder.self("index");
    Holder dead =
        new Holder(self.pid(), self.host(), "ann", "1999-12-31T23:59:59Z", Instant.now(), "index");
    note(dead.toText());
    assertThat(WriterLock.holder(folder)).as("its number was given away anew").isEmpty();
    note(new Holder(self.pid(), "another machine", "ann", "", Instant.now(), "index").toText());
    assertThat(WriterLock.holder(folder).orElseThrow())
        .as("of another machine nothing is known")
        .contains("ann on another machine");
    for (String nonsense : new String[] {"", "x", "1\n2\n3\n4\n5\n6\n", "x\na\nb\n\nc\nd\n"}) {
      note(nonsense);
      assertThat(WriterLock.holder(folder)).as("\"%s\"", nonsense).isEmpty();
    }
  }

  private void note(String text) throws IOException {
    Files.writeString(folder.resolve("writer.txt"), text);
  }

  @Test
  void a_holder_is_read_as_it_was_written() {
    Holder self = Holder.self("index /home/ann/pictures");
    assertThat(Holder.parse(self.toText())).isEqualTo(Optional.of(self));
    assertThat(self.seemsAlive()).isTrue();
  }

  @Test
  @Tag("slow")
  void another_process_is_named_and_what_it_held_is_free_when_it_is_killed() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Keeper.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("held");
      assertThat(WriterLock.tryTake(folder, "index")).isEmpty();
      assertThat(WriterLock.holder(folder).orElseThrow())
          .startsWith("process " + process.pid() + " of ")
          .endsWith("(to keep)");
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(WriterLock.holder(folder)).isEmpty();
    WriterLock.tryTake(folder, "index").orElseThrow().close();
  }

  /// The process that is killed.
  static final class Keeper {
    private Keeper() {}

    public static void main(String[] arguments) throws IOException {
      try (var _ = WriterLock.tryTake(Path.of(arguments[0]), "to keep").orElseThrow()) {
        System.out.println("held");
        while (System.in.read() >= 0) {}
      }
    }
  }
}
