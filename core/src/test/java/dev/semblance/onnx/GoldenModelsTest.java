package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.golden.Npy;
import dev.semblance.golden.Golden;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.space.Embedding;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Embeddings and scores of `golden/models`, from text and picture files through the public API,
/// against what PyTorch gave.
class GoldenModelsTest {
  /// `golden/models/README.md`: embeddings to 1e-4.
  private static final double COMPONENT = 1e-4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clip-split",
        "clip-merged",
        "siglip",
        "siglip2",
        "mobileclip",
        "openclip",
        "immich",
        "jina-clip-v2",
        "nomic",
        "chinese-clip"
      })
  void embeddings_equal_those_of_pytorch(String folder) {
    GoldenModel golden = new GoldenModel(folder);
    try (Model model = golden.open("fp32")) {
      List<Embedding> texts = model.requireText().embed(golden.texts());
      List<Embedding> pictures = model.requireImage().embed(golden.pictures());
      double text = GoldenModel.greatestDifference(texts, golden.expectedTexts());
      double picture = GoldenModel.greatestDifference(pictures, golden.expectedPictures());
      System.out.println(folder + ": texts " + text + ", pictures " + picture);
      assertThat(texts).hasSize(golden.expectedTexts().shape()[0]);
      assertThat(pictures).hasSize(golden.expectedPictures().shape()[0]);
      assertThat(text).isLessThan(COMPONENT);
      assertThat(picture).isLessThan(COMPONENT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clip-split, int8, .99",
    "clip-split, fp16, .9999",
    "clip-merged, int8, .99",
    "clip-merged, fp16, .9999",
    "siglip, int8, .99",
    "siglip2, int8, .99",
    "mobileclip, int8, .99",
    "jina-clip-v2, int8, .99"
  })
  void other_precisions_lie_near(String folder, String variant, double cosine) {
    GoldenModel golden = new GoldenModel(folder);
    try (Model model = golden.open(variant)) {
      List<Embedding> texts = model.requireText().embed(golden.texts());
      List<Embedding> pictures = model.requireImage().embed(golden.pictures());
      assertThat(GoldenModel.smallestCosine(texts, golden.expectedTexts()))
          .isGreaterThan(cosine);
      assertThat(GoldenModel.smallestCosine(pictures, golden.expectedPictures()))
          .isGreaterThan(cosine);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "clip-split, config",
    "clip-merged, graph",
    "siglip, graph",
    "siglip2, graph",
    "mobileclip, family",
    "openclip, family",
    "immich, family",
    "jina-clip-v2, family",
    "nomic, family",
    "chinese-clip, graph"
  })
  void logits_and_probabilities_equal_those_of_pytorch(String folder, String source) {
    GoldenModel golden = new GoldenModel(folder);
    try (Model model = golden.open("fp32")) {
      Scoring scoring = model.card().scoring();
      JsonNode expected = golden.expected().get("scoring");
      assertThat(scoring.source()).isEqualTo(source);
      assertThat(scoring.link().name()).isEqualToIgnoringCase(expected.get("kind").asText());
      Npy logits = Golden.npy("models/" + folder + "/logits_per_image.npy");
      List<Embedding> texts = model.requireText().embed(golden.texts());
      List<Embedding> pictures = model.requireImage().embed(golden.pictures());
      for (int picture = 0; picture < pictures.size(); picture++) {
        double[] row = new double[texts.size()];
        for (int text = 0; text < row.length; text++) {
          double cosine = pictures.get(picture).cosine(texts.get(text));
          row[text] = scoring.scale() * cosine + scoring.bias();
        }
        assertLogits(row, logits.row(picture));
        assertProbabilities(
            row, scoring.link(), expected.get("probabilities").get(picture));
      }
    }
  }

  private static void assertLogits(double[] got, float[] expected) {
    for (int i = 0; i < got.length; i++) {
      assertThat(got[i]).isCloseTo(expected[i], within(1e-3 + 1e-4 * Math.abs(expected[i])));
    }
  }

  private static void assertProbabilities(double[] logits, Link link, JsonNode expected) {
    double[] got = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < got.length; i++) {
      got[i] = link == Link.SIGMOID ? 1 / (1 + Math.exp(-logits[i])) : Math.exp(logits[i]);
      sum += got[i];
    }
    for (int i = 0; i < got.length; i++) {
      double probability = link == Link.SIGMOID ? got[i] : got[i] / sum;
      assertThat(probability).isCloseTo(expected.get(i).asDouble(), within(1e-3));
    }
  }
}
