package dev.semblance.index;

import dev.semblance.image.PictureInfo.Place;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import dev.semblance.space.Fingerprint;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Spaces, items and vectors for tests: the same seed gives the same things.
public final class Items {
  private static final Instant NEW_YEAR = Instant.parse("2024-01-01T00:00:00Z");

  private Items() {}

  /// A space known by its name alone.
  public static EmbeddingSpace space(String name, int dimension) {
    return new EmbeddingSpace(name, hash(name), dimension);
  }

  /// A SHA-256 that belongs to a text.
  public static String hash(String text) {
    return new Fingerprint().part("text", text).hex();
  }

  /// The whole file at a path, its content that of no other path.
  public static Item item(String path) {
    return item(path, "", hash(path));
  }

  /// A file or a part of one; size, times and the rest follow from the path.
  public static Item item(String path, String part, String contentHash) {
    Random random = new Random(path.hashCode());
    return new Item(
        path,
        part,
        random.nextInt(1, 10_000_000),
        NEW_YEAR.plusSeconds(random.nextInt(100_000_000)).plusNanos(random.nextInt(1_000_000_000)),
        contentHash,
        random.nextInt(1, 8000),
        random.nextInt(1, 8000),
        random.nextBoolean() ? Optional.of(date(random)) : Optional.empty(),
        random.nextBoolean() ? Optional.of("Ænigma X" + random.nextInt(9)) : Optional.empty(),
        random.nextBoolean() ? Optional.of(place(random)) : Optional.empty());
  }

  private static LocalDateTime date(Random random) {
    return LocalDateTime.of(2019, 5, 17, 23, 59, 58)
        .plusHours(random.nextInt(50_000))
        .plusNanos(random.nextInt(1_000_000_000));
  }

  private static Place place(Random random) {
    return new Place(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
  }

  /// A failure at a path.
  public static Failure failure(String path) {
    Random random = new Random(path.hashCode());
    return new Failure(
        path,
        random.nextInt(1_000_000),
        NEW_YEAR.plusNanos(random.nextLong(1L << 50)),
        "TRUNCATED",
        path + ": the picture ends early",
        NEW_YEAR.plusSeconds(random.nextInt(1_000_000)));
  }

  /// A vector in any direction.
  public static Embedding embedding(EmbeddingSpace space, Random random) {
    return Embedding.of(space, gaussian(space.dimension(), random), "a seeded vector");
  }

  /// An item at a path with a vector that follows from the path.
  public static EmbeddedItem embedded(EmbeddingSpace space, String path) {
    return new EmbeddedItem(item(path), embedding(space, new Random(path.hashCode())));
  }

  /// Items at `/pictures/FOLDER/NAME` with vectors in clusters, as those of real pictures are;
  /// every tenth is a copy of the one before: same content, same vector.
  public static List<EmbeddedItem> clustered(EmbeddingSpace space, int count, Random random) {
    List<float[]> centres = new ArrayList<>();
    for (int i = 0; i < Math.max(1, count / 50); i++) {
      centres.add(gaussian(space.dimension(), random));
    }
    List<EmbeddedItem> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String path = "/pictures/" + folder(random) + "/" + random.nextInt(100) + "-" + i + ".jpg";
      if (i % 10 == 9) {
        EmbeddedItem before = items.getLast();
        String content = before.item().contentHash();
        items.add(new EmbeddedItem(item(path, "", content), before.embedding()));
      } else {
        float[] vector = near(centres.get(random.nextInt(centres.size())), random);
        items.add(new EmbeddedItem(item(path), Embedding.of(space, vector, path)));
      }
    }
    return items;
  }

  private static String folder(Random random) {
    String[] folders = {"a", "a/b", "a/bc", "été 2024", "z \"quoted\"", "z/y/x/w"};
    return folders[random.nextInt(folders.length)];
  }

  private static float[] near(float[] centre, Random random) {
    float[] vector = gaussian(centre.length, random);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = centre[i] + 0.7f * vector[i];
    }
    return vector;
  }

  private static float[] gaussian(int dimension, Random random) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }
}
