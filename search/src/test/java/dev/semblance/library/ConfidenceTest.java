package dev.semblance.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.calibration.Calibration;
import dev.semblance.calibration.Confidence;
import dev.semblance.calibration.Curve;
import dev.semblance.calibration.Reference;
import dev.semblance.index.FlatIndex;
import dev.semblance.model.ImageEncoder;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.model.TextEncoder;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Red, green and blue pictures, and a curve that lets through what scores about .8.
class ConfidenceTest {
  private static final Curve STEEP = new Curve(50, 0, 0, -40);

  @TempDir Path folder;

  @Test
  void hits_carry_the_probability_that_the_curve_gives_their_score() {
    try (Library library = library(new Calibrated(ColourModel.create()))) {
      List<Hit> hits = library.search(Query.text("red"));

      assertThat(hits).hasSize(3);
      for (Hit hit : hits) {
        double expected = 1 / (1 + Math.exp(40 - 50 * hit.score()));
        assertThat(hit.confidence().orElseThrow()).isCloseTo(expected, within(1e-9));
      }
    }
  }

  @Test
  void matches_leave_out_what_is_too_unlikely_and_a_query_may_match_nothing() {
    try (Library library = library(new Calibrated(ColourModel.create()))) {
      assertThat(library.search(Query.text("red").matches()))
          .extracting(hit -> hit.item().path())
          .containsExactly(folder.resolve("red.png").toString());
      assertThat(library.search(Query.text("yellow").matches())).isEmpty();
      assertThat(library.search(Query.text("yellow"))).hasSize(3);
    }
  }

  @Test
  void a_model_without_calibration_leaves_nothing_out() {
    try (Library library = library(ColourModel.create())) {
      List<Hit> hits = library.search(Query.text("yellow").matches());

      assertThat(hits).hasSize(3);
      assertThat(hits).allMatch(hit -> hit.confidence().isEmpty());
      assertThat(library.calibration()).isEmpty();
    }
  }

  @Test
  void a_point_of_unknown_origin_is_not_judged() {
    try (Library library = library(new Calibrated(ColourModel.create()))) {
      Embedding point = library.embed(Query.text("red"));

      assertThat(library.search(Query.embedding(point, "a point")))
          .allMatch(hit -> hit.confidence().isEmpty());
    }
  }

  private Library library(Model model) {
    Drawn.write(folder.resolve("red.png"), 0xff0000, 1);
    Drawn.write(folder.resolve("green.png"), 0x00ff00, 1);
    Drawn.write(folder.resolve("blue.png"), 0x0000ff, 1);
    Library library = Library.of(new FlatIndex(model.space()), model);
    library.index(folder);
    return library;
  }

  /// A model with the steep curve, and the axes of its space for a reference.
  private record Calibrated(ColourModel model) implements Model {
    private Calibration calibration() {
      return new Calibration("a test", STEEP, STEEP, 0.5, 0.1, "none", Optional.empty());
    }

    @Override
    public ModelCard card() {
      return model.card().withCalibration(calibration());
    }

    @Override
    public EmbeddingSpace space() {
      return model.space();
    }

    @Override
    public Optional<TextEncoder> text() {
      return model.text();
    }

    @Override
    public Optional<ImageEncoder> image() {
      return model.image();
    }

    @Override
    public Optional<Confidence> confidence() {
      List<Embedding> axes = new ArrayList<>();
      for (int i = 0; i < 2 * space().dimension(); i++) {
        float[] axis = new float[space().dimension()];
        axis[i % axis.length] = i < axis.length ? 1 : -1;
        axes.add(Embedding.of(space(), axis, "axis " + i));
      }
      return Optional.of(new Confidence(calibration(), Reference.of(axes)));
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
