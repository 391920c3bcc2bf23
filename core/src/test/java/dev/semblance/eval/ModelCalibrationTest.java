package dev.semblance.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.calibration.Calibration;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.golden.Golden;
import dev.semblance.model.Model;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelCalibrationTest {
  private Model model;

  @BeforeAll
  void open() {
    model = OnnxModels.open(Golden.path("models/clip-split"), OpenOptions.usual());
  }

  @AfterAll
  void close() {
    model.close();
  }

  @Test
  void pictures_that_no_pair_names_are_searched_too() {
    List<Pair> pairs = shared(30, 1);
    assertThatThrownBy(
            () -> ModelCalibration.fromPairs(model, pictures(30), said(pairs), "the pairs' own"))
        .hasMessageContaining("at least 100 pictures");

    Calibration made =
        ModelCalibration.fromPairs(model, pictures(120), said(pairs), "more").calibration();

    assertThat(made.measured().orElseThrow().queries()).isEqualTo(10);
  }

  @Test
  void a_text_that_few_pictures_share_makes_them_alike_and_one_that_many_share_does_not() {
    Map<String, Embedding> pictures = pictures(200);

    Calibration few =
        ModelCalibration.fromPairs(model, pictures, said(shared(200, 2)), "two each").calibration();
    Calibration many =
        ModelCalibration.fromPairs(model, pictures, said(shared(200, 8)), "eight each")
            .calibration();

    assertThat(few.picture()).isNotEqualTo(few.text());
    assertThat(many.picture()).as("the texts' curve serves").isEqualTo(many.text());
  }

  @Test
  void a_pair_whose_picture_is_not_there_is_named() {
    assertThatThrownBy(() ->
            ModelCalibration.fromPairs(model, pictures(120), said(shared(121, 1)), "one too many"))
        .hasMessage("120: there is no embedding of it");
  }

  @Test
  void texts_that_no_picture_answers_are_asked_instead_of_leaving_pictures_out() {
    Map<String, Embedding> pictures = pictures(120);
    List<Pair> pairs = shared(120, 1);
    List<String> absent = IntStream.range(0, 40).mapToObj(i -> "absent " + i).toList();

    Calibration leftOut =
        ModelCalibration.fromPairs(model, pictures, said(pairs), "a").calibration();
    Calibration told =
        ModelCalibration.fromPairs(model, pictures, new ModelCalibration.Asked(pairs, absent), "a")
            .calibration();

    assertThat(told.text()).isNotEqualTo(leftOut.text());
    assertThat(told.picture()).as("asked by texts alone").isEqualTo(told.text());
    assertThat(told.measured().orElseThrow().queries())
        .isEqualTo(leftOut.measured().orElseThrow().queries());
    assertThatThrownBy(() ->
            ModelCalibration.fromPairs(
                model,
                pictures,
                new ModelCalibration.Asked(pairs, absent.subList(0, 3)),
                "too few"))
        .hasMessageContaining("at least 20 texts that no picture answers, or none, got 3");
  }

  private static ModelCalibration.Asked said(List<Pair> pairs) {
    return new ModelCalibration.Asked(pairs, List.of());
  }

  /// Pictures by number, so many with one text.
  private static List<Pair> shared(int pictures, int together) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < pictures; i++) {
      pairs.add(new Pair(Integer.toString(i), "thing number " + i / together));
    }
    return pairs;
  }

  private Map<String, Embedding> pictures(int count) {
    SplittableRandom random = new SplittableRandom(4);
    Map<String, Embedding> pictures = new HashMap<>();
    for (int i = 0; i < count; i++) {
      float[] vector = new float[model.space().dimension()];
      for (int j = 0; j < vector.length; j++) {
        vector[j] = (float) random.nextDouble(-1, 1);
      }
      pictures.put(Integer.toString(i), Embedding.of(model.space(), vector, "picture " + i));
    }
    return pictures;
  }
}
