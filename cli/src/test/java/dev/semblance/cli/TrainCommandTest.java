package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `train` refuses before it trains.
class TrainCommandTest {
  @TempDir Path home;

  private Called semblance() {
    return new Called().in(home).with("SEMBLANCE_LIBRARY", "library");
  }

  @Test
  void an_adapter_without_a_table_takes_the_texts_beside_the_pictures() throws IOException {
    Photos photos = Photos.drawnIn(home, 3);
    String[] arguments = {
      "train", "adapter", "--images", "photos", "--model", Photos.model(), "--out", "./mine"
    };

    Called none = semblance().run(arguments);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("no picture has a .txt file of the same name beside it");

    Files.writeString(photos.folder().resolve("000.txt"), "a cat\n");
    Files.writeString(photos.folder().resolve("002.txt"), "a dog\n");
    Called few = semblance().run(arguments);
    assertThat(few.code()).isEqualTo(2);
    assertThat(few.err())
        .contains("1 picture has no text in a .txt file beside")
        .contains("an adapter needs at least 50 pictures, got 2");
  }

  @Test
  void a_run_of_the_mini_model_with_impossible_settings_is_refused() throws IOException {
    Files.createDirectories(home.resolve("data/teachers"));

    Called called = semblance().run("train", "mini", "--data", "data", "--threads", "0");
    assertThat(called.code()).isEqualTo(2);
    assertThat(called.err()).contains("a run needs at least 1 thread, got 0");
    assertThat(semblance().run("train", "mini", "--data", "data", "--accumulate", "0").err())
        .contains("a step has at least 1 part");
    assertThat(semblance().run("train", "mini", "--data", "data", "--patience", "-1").err())
        .contains("patience is 0 or more, got 50, 100 and -1");
    Called nowhere = semblance().run("train", "mini", "--data", "data", "--from", "data");
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).contains("data: has no image.onnx; a folder that `semblance train");
    assertThat(home.resolve("mini-training")).doesNotExist();
  }
}
