package dev.semblance.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetrievalTest {
  private static final int DIMENSION = 8;
  private static final EmbeddingSpace SPACE =
      new EmbeddingSpace("test", "ab".repeat(32), DIMENSION);

  @Test
  void captions_that_lie_on_their_pictures_find_them_first() {
    List<Embedding> images = random(20, 1);

    Retrieval measured = Retrieval.measure(images, images, counting(20));

    assertThat(measured.textToImage().r1().value()).isEqualTo(1);
    assertThat(measured.imageToText().medianRank()).isEqualTo(1);
  }

  @Test
  void a_model_that_finds_all_alike_has_found_nothing() {
    List<Embedding> same = Collections.nCopies(20, random(1, 2).getFirst());

    Retrieval measured = Retrieval.measure(same, same, counting(20));

    assertThat(measured.textToImage().r10().value()).isZero();
    assertThat(measured.textToImage().medianRank()).isEqualTo(20);
  }

  @Test
  void shares_agree_with_sorting_everything() {
    List<Embedding> images = random(60, 3);
    List<Embedding> captions = random(180, 4);
    int[] captionOf = new int[180];
    Arrays.setAll(captionOf, i -> i / 3);

    Retrieval measured = Retrieval.measure(images, captions, captionOf);

    assertThat(measured.textToImage().r10().value())
        .isEqualTo(bySorting(images, captions, captionOf, 10));
    assertThat(measured.textToImage().r10().low()).isLessThan(measured.textToImage().r10().value());
    assertThat(measured.textToImage().r10().high())
        .isGreaterThan(measured.textToImage().r10().value());
    assertThat(measured.imageToText().r5().value())
        .isGreaterThan(measured.imageToText().r1().value());
  }

  @Test
  void a_picture_without_a_caption_is_refused() {
    List<Embedding> images = random(3, 5);

    assertThatThrownBy(() -> Retrieval.measure(images, images.subList(0, 2), new int[] {0, 1}))
        .hasMessageContaining("no caption");
  }

  /// The plain truth: candidates sorted, the place of the answer counted.
  private static double bySorting(
      List<Embedding> images, List<Embedding> captions, int[] captionOf, int first) {
    int found = 0;
    for (int caption = 0; caption < captions.size(); caption++) {
      Embedding query = captions.get(caption);
      List<Embedding> sorted = new ArrayList<>(images);
      sorted.sort((a, b) -> Double.compare(query.cosine(b), query.cosine(a)));
      found += sorted.indexOf(images.get(captionOf[caption])) < first ? 1 : 0;
    }
    return (double) found / captions.size();
  }

  private static int[] counting(int n) {
    int[] numbers = new int[n];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  static List<Embedding> random(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Embedding> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] vector = new float[DIMENSION];
      for (int j = 0; j < DIMENSION; j++) {
        vector[j] = (float) random.nextGaussian();
      }
      points.add(Embedding.of(SPACE, vector, "point " + i));
    }
    return points;
  }
}
