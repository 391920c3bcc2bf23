package dev.semblance.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/home/ann/a.jpg",
        "/with space/100%.jpg",
        "/café/日本/😀.jpg",
        "/cafe\u0301.jpg",
        "/line\nbreak",
        "/#?&;.jpg",
        "/back\\slash"
      })
  void a_path_that_is_text_is_written_as_it_is(String path) {
    assertThat(Location.keyOf(Path.of(path))).isEqualTo(path);
    assertThat(Location.pathOf(path)).isEqualTo(Path.of(path));
  }

  @Test
  void a_path_whose_bytes_are_no_text_is_written_as_a_uri_that_leads_back() {
    for (String uri : new String[] {"file:///caf%E9.jpg", "file:///%FF/a%20b.jpg"}) {
      Path path = Path.of(URI.create(uri));
      assertThat(Location.keyOf(path)).isEqualTo(uri);
      assertThat(Location.pathOf(uri)).isEqualTo(path);
    }
  }

  @Test
  void a_name_that_truly_holds_the_replacement_character_stays_text() {
    Path path = Path.of(URI.create("file:///%EF%BF%BD.jpg"));
    assertThat(Location.keyOf(path)).isEqualTo("/\uFFFD.jpg");
    assertThat(Location.pathOf("/\uFFFD.jpg")).isEqualTo(path);
  }

  @Test
  void a_path_is_made_absolute_and_plain() {
    assertThat(Location.keyOf(Path.of("/a/./b/../c.jpg"))).isEqualTo("/a/c.jpg");
    assertThat(Location.keyOf(Path.of("c.jpg"))).startsWith("/").endsWith("/c.jpg");
  }

  @Test
  void what_is_no_path_is_refused() {
    assertThatThrownBy(() -> Location.pathOf("file:nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Location.pathOf("/zero\0.jpg"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void trouble_is_put_in_words() {
    assertThat(Trouble.inWords(new AccessDeniedException("/a"))).isEqualTo("permission denied");
    assertThat(Trouble.inWords(new NoSuchFileException("/a")))
        .isEqualTo("it is not there any more");
    assertThat(Trouble.inWords(new FileSystemLoopException("/a")))
        .isEqualTo("its links go round in a circle");
    assertThat(Trouble.inWords(new FileSystemException("/a", null, "File name too long")))
        .isEqualTo("File name too long");
    assertThat(Trouble.inWords(new IOException("the disk is full"))).isEqualTo("the disk is full");
    assertThat(Trouble.inWords(new IOException())).isEqualTo("IOException");
  }
}
