import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Filter;
import dev.semblance.index.FlatIndex;
import dev.semblance.index.Item;
import dev.semblance.index.ScoredItem;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import dev.semblance.space.Fingerprint;

/// Vectors made elsewhere, by a batch job in Python for example, searched here.
///
/// A vector alone does not say which model made it, and two models' vectors must never meet. So a
/// space is named first; everything that is compared belongs to it, or is refused.
void main() {
  String fingerprint = new Fingerprint().part("model", "our-own-encoder, version 3").hex();
  EmbeddingSpace space = new EmbeddingSpace("our-own-encoder", fingerprint, 3);

  try (FlatIndex index = new FlatIndex(space)) {
    // Length does not matter: an embedding is its direction.
    index.put(
        List.of(
            new EmbeddedItem(item("/photos/tree.jpg"), point(space, 9, 1, 0)),
            new EmbeddedItem(item("/photos/sea.jpg"), point(space, 0, 2, 5)),
            new EmbeddedItem(item("/photos/garden.jpg"), point(space, 5, 4, 1))));
    index.commit();

    for (ScoredItem found : index.nearest(point(space, 1, 0.2f, 0), 2, new Filter.Everything())) {
      IO.println(String.format(Locale.ROOT, "%.3f  %s", found.score(), found.item().path()));
    }
  }

  // Another space of the same dimension is still another space.
  EmbeddingSpace other =
      new EmbeddingSpace("another", new Fingerprint().part("model", "another").hex(), 3);
  try {
    IO.println(point(space, 1, 0, 0).cosine(point(other, 1, 0, 0)));
  } catch (IllegalArgumentException e) {
    IO.println(e.getMessage());
  }
}

Embedding point(EmbeddingSpace space, float... vector) {
  return Embedding.of(space, vector, "an example");
}

Item item(String path) {
  return new Item(
      path,
      "",
      0,
      Instant.EPOCH,
      new Fingerprint().part("path", path).hex(),
      0,
      0,
      Optional.empty(),
      Optional.empty(),
      Optional.empty());
}
