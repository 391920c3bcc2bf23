package dev.semblance.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.CardJson;
import dev.semblance.model.ModelCard;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A calibration from pictures alone, and how it comes into a model's folder.
class ModelCalibrationFilesTest {
  private final ModelCard card = TinyModel.usual().card();

  @TempDir private Path folder;

  private static List<Embedding> pictures(int count) {
    return IntStream.range(0, count).mapToObj(TinyModel::point).toList();
  }

  @Test
  void pictures_alone_say_what_they_are_and_measure_nothing() {
    ModelCalibration made = ModelCalibration.fromPictures(pictures(20));

    assertThat(made.calibration().source())
        .isEqualTo("from 20 pictures alone, without pairs: weaker");
    assertThat(made.calibration().measured()).isEmpty();
    assertThat(made.reference().count()).isEqualTo(20);
  }

  @Test
  void of_many_pictures_the_same_512_are_the_reference() {
    ModelCalibration made = ModelCalibration.fromPictures(pictures(700));

    assertThat(made.reference().count()).isEqualTo(512);
    assertThat(made.reference().toBytes())
        .isEqualTo(ModelCalibration.fromPictures(pictures(700)).reference().toBytes());
  }

  @Test
  void too_few_pictures_are_refused() {
    assertThatThrownBy(() -> ModelCalibration.fromPictures(pictures(7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a reference needs at least 8 pictures, got 7");
  }

  @Test
  void card_and_reference_are_written_side_by_side_and_replace_older_ones() throws IOException {
    ModelCalibration made = ModelCalibration.fromPictures(pictures(9));
    Path reference = folder.resolve(made.calibration().reference());
    Files.writeString(reference, "an old one");

    made.writeTo(folder, card);
    made.writeTo(folder, card);

    byte[] written = Files.readAllBytes(folder.resolve(CardJson.FILE));
    assertThat(CardJson.read(written, "card")).isEqualTo(card.withCalibration(made.calibration()));
    assertThat(reference).hasBinaryContent(made.reference().toBytes());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void the_old_card_stays_where_the_new_one_cannot_be_written() throws IOException {
    Path old = Files.writeString(folder.resolve(CardJson.FILE), "the old card");
    Files.createDirectory(folder.resolve(CardJson.FILE + ".part"));
    ModelCalibration made = ModelCalibration.fromPictures(pictures(9));

    assertThatThrownBy(() -> made.writeTo(folder, card))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(folder + ": the calibration cannot be written there");
    assertThat(old).content().isEqualTo("the old card");
  }
}
