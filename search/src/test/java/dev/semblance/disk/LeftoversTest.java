package dev.semblance.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  private static final Pattern OURS = Pattern.compile("index-[0-9]+");

  @TempDir Path folder;

  private Path file(String name, int bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.write(file, new byte[bytes]);
  }

  @Test
  void folders_of_a_name_are_found_and_files_and_other_names_are_not() throws IOException {
    file("index-1/a", 1);
    file("index-22/a", 1);
    file("index-x/a", 1);
    file("my index-3/a", 1);
    file("index-4", 1);
    assertThat(Leftovers.named(folder, OURS))
        .containsExactlyInAnyOrder(folder.resolve("index-1"), folder.resolve("index-22"));
    assertThatThrownBy(() -> Leftovers.named(folder.resolve("none"), OURS))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void a_folder_goes_with_the_files_of_ours_and_stays_with_those_of_others() throws IOException {
    file("index-1/_0.cfs", 1);
    file("index-1/segments_1", 1);
    file("index-2/_0.cfs", 1);
    Path letter = file("index-2/letter.txt", 1);
    Pattern files = Pattern.compile("_.*|segments_.*");
    Leftovers.delete(folder.resolve("index-1"), files);
    Leftovers.delete(folder.resolve("index-2"), files);
    Leftovers.delete(folder.resolve("index-3"), files);
    assertThat(folder.resolve("index-1")).doesNotExist();
    assertThat(folder.resolve("index-2")).isDirectoryContaining(letter::equals);
    assertThat(folder.resolve("index-2").toFile().list()).hasSize(1);
  }

  @Test
  void a_folder_weighs_what_its_files_do_at_any_depth() throws IOException {
    assertThat(Leftovers.sizeBytes(folder)).isZero();
    file("a", 10);
    file("b/c/d", 32);
    Files.createSymbolicLink(folder.resolve("b/round"), folder);
    assertThat(Leftovers.sizeBytes(folder)).isBetween(42L, 42L + folder.toString().length());
    assertThat(Leftovers.sizeBytes(folder.resolve("none"))).isZero();
  }
}
