package dev.semblance.eval;

import dev.semblance.image.Preprocessing;
import dev.semblance.model.Encoder;
import dev.semblance.model.ImageEncoder;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.model.TextEncoder;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/// A model without a network: a text becomes a point drawn with its letters as the seed, a picture
/// a point drawn with the bytes of its pixels.
final class TinyModel implements Model {
  static final int DIMENSION = 6;
  static final int BATCH = 3;

  private static final EmbeddingSpace SPACE =
      new EmbeddingSpace("tiny", "c0".repeat(32), DIMENSION);

  private final List<String> templates;
  private final boolean seesPictures;
  private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

  TinyModel(List<String> templates, boolean seesPictures) {
    this.templates = templates;
    this.seesPictures = seesPictures;
  }

  static TinyModel usual() {
    return new TinyModel(List.of(), true);
  }

  /// How many inputs each run of the network has had.
  List<Integer> batches() {
    return List.copyOf(batches);
  }

  static Embedding point(Object content) {
    SplittableRandom random = new SplittableRandom(content.hashCode());
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextDouble(-1, 1);
    }
    return Embedding.of(SPACE, vector, "a point");
  }

  @Override
  public ModelCard card() {
    ModelCard.Graph graph =
        new ModelCard.Graph(
            List.of(new ModelCard.VariantFile("fp32", "image.onnx")),
            "pixels",
            "embedding",
            ModelCard.Pooling.NONE,
            false,
            Optional.empty());
    return new ModelCard(
        "tiny",
        "Points drawn by chance.",
        DIMENSION,
        Optional.empty(),
        Optional.of(new ModelCard.ImageSide(graph, Preprocessing.clip(8))),
        new ModelCard.Scoring(ModelCard.Link.SOFTMAX, 100, 0, "none"),
        templates,
        "unknown",
        List.of(),
        List.of());
  }

  @Override
  public EmbeddingSpace space() {
    return SPACE;
  }

  @Override
  public Optional<TextEncoder> text() {
    return Optional.of(new Texts());
  }

  @Override
  public Optional<ImageEncoder> image() {
    return seesPictures ? Optional.of(new Images()) : Optional.empty();
  }

  @Override
  public void close() {}

  private record Ready(String source, Embedding point) implements Encoder.Prepared {}

  private List<Embedding> encoded(List<Encoder.Prepared> batch) {
    batches.add(batch.size());
    Function<Encoder.Prepared, Embedding> point = each -> ((Ready) each).point();
    return batch.stream().map(point).toList();
  }

  private final class Texts implements TextEncoder {
    @Override
    public EmbeddingSpace space() {
      return SPACE;
    }

    @Override
    public int batchSize() {
      return BATCH;
    }

    @Override
    public boolean cuts(String text) {
      return false;
    }

    @Override
    public Prepared prepare(Input.Text input) {
      return new Ready(input.source(), point(input.text()));
    }

    @Override
    public List<Embedding> encode(List<Prepared> batch) {
      return encoded(batch);
    }
  }

  private final class Images implements ImageEncoder {
    @Override
    public EmbeddingSpace space() {
      return SPACE;
    }

    @Override
    public int batchSize() {
      return BATCH;
    }

    @Override
    public Preprocessing preprocessing() {
      return Preprocessing.clip(8);
    }

    @Override
    public Prepared prepare(Input.Image input) {
      return new Ready(input.source(), point(java.util.Arrays.hashCode(input.pixels().data())));
    }

    @Override
    public List<Embedding> encode(List<Prepared> batch) {
      return encoded(batch);
    }
  }
}
