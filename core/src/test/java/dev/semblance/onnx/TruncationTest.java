package dev.semblance.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.model.Model;
import dev.semblance.model.ModelException;
import dev.semblance.space.Embedding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Embeddings cut to their first components, where the model was trained for it.
class TruncationTest {
  private static final GoldenModel JINA = new GoldenModel("jina-clip-v2");

  private static Model open(int dimension) {
    return OnnxModels.open(
        JINA.path(), OpenOptions.usual().withVariant("fp32").withDimension(dimension));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32})
  void the_first_components_are_brought_to_unit_length_again(int dimension) {
    JsonNode expected = JINA.expected().get("matryoshka").get(Integer.toString(dimension));
    try (Model model = open(dimension)) {
      List<Embedding> texts = model.requireText().embed(JINA.texts());
      List<Embedding> pictures = model.requireImage().embed(JINA.pictures());
      assertClose(texts, expected.get("text_unit"), dimension);
      assertClose(pictures, expected.get("image_unit"), dimension);
    }
  }

  private static void assertClose(List<Embedding> got, JsonNode expected, int dimension) {
    assertThat(got).hasSize(expected.size());
    for (int i = 0; i < got.size(); i++) {
      float[] numbers = got.get(i).toArray();
      assertThat(numbers).hasSize(dimension);
      for (int j = 0; j < dimension; j++) {
        assertThat((double) numbers[j]).isCloseTo(expected.get(i).get(j).asDouble(), within(1e-4));
      }
    }
  }

  @Test
  void they_lie_in_another_space_with_a_name_of_its_own() {
    try (Model whole = open(OpenOptions.ALL);
        Model cut = open(16)) {
      assertThat(cut.space().name()).isEqualTo("jina-clip-v2/fp32/first-16");
      assertThat(cut.space().dimension()).isEqualTo(16);
      assertThat(cut.space().fingerprint()).isNotEqualTo(whole.space().fingerprint());
      Embedding left = whole.requireText().embed(JINA.texts()).getFirst();
      Embedding right = cut.requireText().embed(JINA.texts()).getFirst();
      assertThatThrownBy(() -> left.cosine(right))
          .hasMessageContaining("jina-clip-v2/fp32 (64-d")
          .hasMessageContaining("jina-clip-v2/fp32/first-16 (16-d");
    }
  }

  @Test
  void all_components_are_the_whole_space() {
    try (Model whole = open(OpenOptions.ALL);
        Model same = open(64)) {
      assertThat(same.space()).isEqualTo(whole.space());
    }
  }

  @Test
  void a_dimension_the_model_was_not_trained_for_is_refused_with_those_it_was() {
    assertThatThrownBy(() -> open(20))
        .isInstanceOf(ModelException.class)
        .hasMessage("jina-clip-v2: embeddings cannot be cut to 20 numbers; allowed: 16, 32, 64");
    assertThatThrownBy(() -> open(-1)).hasMessageContaining("got -1");
  }

  @Test
  void other_models_cannot_be_cut() {
    OpenOptions options = OpenOptions.usual().withDimension(16);
    assertThatThrownBy(() -> OnnxModels.open(new GoldenModel("clip-split").path(), options))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("allowed: 32");
  }
}
