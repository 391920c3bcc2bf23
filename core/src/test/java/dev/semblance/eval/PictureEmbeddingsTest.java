package dev.semblance.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.eval.files.PictureSource;
import dev.semblance.image.PictureWriter;
import dev.semblance.image.Pixels;
import dev.semblance.image.UnreadablePictureException;
import dev.semblance.model.ModelException;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Named pictures of a folder as embeddings, in batches.
class PictureEmbeddingsTest {
  @TempDir private Path folder;

  private final TinyModel model = TinyModel.usual();

  private static byte[] pixels(int level) {
    byte[] data = new byte[3 * 4];
    Arrays.fill(data, (byte) level);
    return data;
  }

  private Set<String> written(int count) throws IOException {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < count; i++) {
      Files.write(folder.resolve(i + ".png"), PictureWriter.png(new Pixels(2, 2, 3, pixels(i))));
      names.add(i + ".png");
    }
    return names;
  }

  private Map<String, Embedding> embedded(Set<String> names, List<Integer> told) {
    return PictureEmbeddings.of(model, new PictureSource(List.of(folder)), names, told::add);
  }

  @Test
  void each_name_has_the_embedding_of_its_picture() throws IOException {
    Set<String> names = written(7);

    Map<String, Embedding> embeddings = embedded(names, new ArrayList<>());

    assertThat(embeddings).containsOnlyKeys(names);
    for (int i = 0; i < 7; i++) {
      Embedding expected = TinyModel.point(Arrays.hashCode(pixels(i)));
      assertThat(embeddings).containsEntry(i + ".png", expected);
    }
  }

  @Test
  void batches_are_full_but_the_last_and_progress_is_told_after_each() throws IOException {
    List<Integer> told = new ArrayList<>();

    embedded(written(2 * TinyModel.BATCH + 1), told);

    assertThat(model.batches()).containsExactly(TinyModel.BATCH, TinyModel.BATCH, 1);
    assertThat(told).containsExactly(3, 6, 7);
  }

  @Test
  void nothing_wanted_is_nothing_done() {
    List<Integer> told = new ArrayList<>();

    assertThat(embedded(Set.of(), told)).isEmpty();
    assertThat(told).isEmpty();
    assertThat(model.batches()).isEmpty();
  }

  @Test
  void pictures_that_are_not_there_are_counted_and_some_are_named() throws IOException {
    Set<String> names = written(2);
    names.addAll(List.of("d.png", "b.png", "c.png", "a.png"));

    assertThatThrownBy(() -> embedded(names, new ArrayList<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "4 of 6 pictures are not in ["
                + folder
                + "], such as a.png, b.png, c.png; names in the table are paths from the folder, or"
                + " names in the tar");
  }

  @Test
  void a_picture_that_cannot_be_decoded_is_named() throws IOException {
    Files.writeString(folder.resolve("note.png"), "no picture");

    assertThatThrownBy(() -> embedded(Set.of("note.png"), new ArrayList<>()))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageStartingWith("note.png: the content is text");
  }

  @Test
  void a_model_that_reads_no_pictures_is_refused_before_any_is_read() {
    TinyModel blind = new TinyModel(List.of(), false);
    PictureSource source = new PictureSource(List.of(folder));

    assertThatThrownBy(() -> PictureEmbeddings.of(blind, source, Set.of("x"), _ -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessage("tiny: this model reads no pictures");
  }
}
