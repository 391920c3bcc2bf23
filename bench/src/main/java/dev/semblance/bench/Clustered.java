package dev.semblance.bench;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Item;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import dev.semblance.space.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Seeded items whose vectors lie in clusters of about fifty, as those of pictures taken on one day
/// do, and queries from the same clusters. The same seed gives the same things.
final class Clustered {
  private static final int IN_A_CLUSTER = 50;
  private static final int IN_A_FOLDER = 500;

  /// The length of the noise around a centre, that of the centre being 1.
  private static final float NOISE = 0.7f;

  private final EmbeddingSpace space;
  private final Random random;
  private final List<float[]> centres = new ArrayList<>();

  Clustered(int items, int dimension, long seed) {
    this.space = new EmbeddingSpace("clustered", hash("clustered"), dimension);
    this.random = new Random(seed);
    for (int i = 0; i <= items / IN_A_CLUSTER; i++) {
      centres.add(gaussian());
    }
  }

  EmbeddingSpace space() {
    return space;
  }

  /// The items numbered from one to another.
  List<EmbeddedItem> items(int from, int until) {
    List<EmbeddedItem> items = new ArrayList<>(until - from);
    for (int i = from; i < until; i++) {
      String path = "/home/ann/pictures/" + i / IN_A_FOLDER + "/holiday-" + i + ".jpg";
      Item item =
          new Item(
              path,
              "",
              4_000_000 + i,
              Instant.ofEpochSecond(1_700_000_000 + i),
              hash(path),
              4000,
              3000,
              Optional.empty(),
              Optional.of("Canon EOS 5D"),
              Optional.empty());
      items.add(new EmbeddedItem(item, embedding(path)));
    }
    return items;
  }

  Embedding embedding(String source) {
    float[] vector = gaussian();
    float[] centre = centres.get(random.nextInt(centres.size()));
    for (int i = 0; i < vector.length; i++) {
      vector[i] = centre[i] + NOISE * vector[i];
    }
    return Embedding.of(space, vector, source);
  }

  private float[] gaussian() {
    float[] vector = new float[space.dimension()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static String hash(String text) {
    return new Fingerprint().part("text", text).hex();
  }
}
