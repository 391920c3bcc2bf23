package dev.semblance.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NegativesTest {
  private static final float PHOTOGRAPH = 0.8f;
  private static final float DRAWING = 0.97f;
  private static final float NEVER = -2;

  @TempDir Path folder;

  @Test
  void a_text_that_tells_of_another_picture_too_is_no_negative_for_it() {
    List<TextRow> rows =
        List.of(
            new TextRow("photo", "flickr8k", "caption", "a dog"),
            new TextRow("spaniel", "drawings", "caption", "a spaniel"),
            new TextRow("spaniel", "drawings", "caption", "a dog"),
            new TextRow("poodle", "drawings", "caption", "a poodle"),
            new TextRow("poodle", "drawings", "caption", "a dog"));
    TextBook book = TextBook.of(rows.stream().map(TextRow::text).toList());
    try (PictureStore store = store("photo", "spaniel", "poodle")) {
      Negatives negatives =
          new Negatives(new TrainingSet(List.of(store), rows, book), PHOTOGRAPH, DRAWING);
      int[] pictures = {0, 1, 2};
      int[] texts = {book.number("a dog"), book.number("a spaniel"), book.number("a dog")};

      float[] limits = negatives.limits(new Batch(pictures, texts, new View[0]));

      // the spaniel is "a dog" too, but the poodle is no spaniel
      assertThat(limits)
          .containsExactly(NEVER, PHOTOGRAPH, NEVER, NEVER, NEVER, NEVER, NEVER, DRAWING, NEVER);
    }
  }

  private PictureStore store(String... names) {
    try (PictureStore.Writer writer = new PictureStore.Writer(folder, "all")) {
      for (String name : names) {
        writer.add(name, new byte[PictureStore.PICTURE_BYTES]);
      }
      writer.complete();
    }
    return PictureStore.open(folder, "all");
  }
}
