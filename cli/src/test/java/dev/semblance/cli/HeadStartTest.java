package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.cli.options.HeadStart;
import dev.semblance.library.Library;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is opened before the arguments are read serves the command, or is closed.
class HeadStartTest {
  @TempDir Path home;
  private Called semblance;

  @BeforeEach
  void index() throws IOException {
    Photos.drawnIn(home, 3);
    semblance = new Called().in(home).with("SEMBLANCE_LIBRARY", "library");
    semblance.run("index", "photos", "--model", Photos.model());
    assertThat(semblance.code()).as(semblance.toString()).isZero();
  }

  private HeadStart begin(String command, String... arguments) {
    return HeadStart.of(command, semblance.surroundings(), arguments);
  }

  @Test
  void a_library_is_taken_once() {
    try (HeadStart start = begin("search", "search", "dog")) {
      try (Library library = start.take(home.resolve("library")).orElseThrow()) {
        assertThat(library.status().items()).isEqualTo(3);
      }
      assertThat(start.take(home.resolve("library"))).isEmpty();
    }
  }

  @Test
  void a_library_named_in_the_arguments_comes_before_that_of_the_environment() {
    try (HeadStart start = begin("search", "search", "dog", "--library", "elsewhere")) {
      assertThat(start.take(home.resolve("library"))).isEmpty();
      assertThat(start.take(home.resolve("elsewhere"))).isEmpty();
    }
  }

  @Test
  void a_library_named_behind_an_equals_sign_is_the_one_opened() {
    try (HeadStart start = begin("search", "search", "dog", "--library=elsewhere")) {
      assertThat(start.take(home.resolve("library"))).isEmpty();
    }
    try (HeadStart start = begin("search", "search", "dog", "--library=library");
        Library library = start.take(home.resolve("library")).orElseThrow()) {
      assertThat(library.status().items()).isEqualTo(3);
    }
  }

  @Test
  void where_a_model_is_named_no_library_is_opened_with_its_own() {
    try (HeadStart start = begin("embed", "embed", "dog", "--model", "mini")) {
      assertThat(start.take(home.resolve("library"))).isEmpty();
    }
  }

  @Test
  void a_library_that_nobody_takes_is_closed() {
    HeadStart start = begin("embed", "embed", "dog");
    start.close();
    assertThat(start.take(home.resolve("library"))).isEmpty();
  }

  @Test
  void commands_that_embed_nothing_get_none() {
    try (HeadStart start = begin("status", "status")) {
      assertThat(start.take(home.resolve("library"))).isEmpty();
    }
  }

  @Test
  void the_library_taken_is_the_caller_s_to_close() {
    Library taken;
    try (HeadStart start = begin("search", "search", "dog")) {
      taken = start.take(home.resolve("library")).orElseThrow();
    }
    assertThat(taken.space().dimension()).isPositive();
    taken.close();
    assertThatThrownBy(taken::model).isInstanceOf(IllegalStateException.class);
  }
}
