package dev.semblance.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder is deleted with all below it and nothing beside it.
class FoldersTest {
  @TempDir Path home;
  private Path kept;

  @BeforeEach
  void put_something_beside_it() throws IOException {
    kept = Files.createDirectories(home.resolve("kept/below"));
    Files.writeString(kept.resolve("file"), "kept");
  }

  @Test
  void deletes_all_below_however_deep() throws IOException {
    Path deep = Files.createDirectories(home.resolve("gone/a/b/c/d/e/f"));
    Files.writeString(deep.resolve("file"), "x");
    Files.createDirectories(home.resolve("gone/empty"));
    Folders.delete(home.resolve("gone"));
    assertThat(home).isDirectoryNotContaining("glob:**gone");
    assertThat(kept.resolve("file")).hasContent("kept");
  }

  @Test
  void links_go_and_what_they_lead_to_stays() throws IOException {
    Path gone = Files.createDirectories(home.resolve("gone"));
    Files.createSymbolicLink(gone.resolve("folder"), kept);
    Files.createSymbolicLink(gone.resolve("file"), kept.resolve("file"));
    Files.createSymbolicLink(gone.resolve("nowhere"), home.resolve("absent"));
    Files.createSymbolicLink(gone.resolve("around"), gone);
    Folders.delete(gone);
    assertThat(gone).doesNotExist();
    assertThat(kept.resolve("file")).hasContent("kept");
  }

  @Test
  void a_link_to_a_folder_is_itself_all_that_goes() throws IOException {
    Path link = Files.createSymbolicLink(home.resolve("link"), kept);
    Folders.delete(link);
    assertThat(Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(kept.resolve("file")).hasContent("kept");
  }

  @Test
  void what_is_not_there_cannot_be_deleted() {
    assertThatThrownBy(() -> Folders.delete(home.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
