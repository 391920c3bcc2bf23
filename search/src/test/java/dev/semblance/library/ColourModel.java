package dev.semblance.library;

import dev.semblance.image.Pixels;
import dev.semblance.image.Preprocessing;
import dev.semblance.model.Encoder.Prepared;
import dev.semblance.model.ImageEncoder;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelException;
import dev.semblance.model.TextEncoder;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import dev.semblance.space.Fingerprint;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A stand-in for a model, for tests: a picture is the histogram of its colours, a text the colours
/// it names.
///
/// A picture of [#CURSED] colour alone cannot be embedded. Counts what it embeds; safe for many
/// threads.
public final class ColourModel implements Model {
  /// The colours that it knows, one dimension each; the last stands for everything else.
  public static final List<String> NAMES =
      List.of("red", "green", "blue", "yellow", "white", "black", "other");

  private static final int[] RGB = {0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xffffff, 0x000000};

  /// The colour, as 0xRRGGBB, of a picture that it fails on.
  public static final int CURSED = 0x123456;

  private static final int BATCH = 8;

  private final String name;
  private final Duration perBatch;
  private final EmbeddingSpace space;
  private final AtomicLong embedded = new AtomicLong();
  private final AtomicLong largestBatch = new AtomicLong();
  private volatile boolean closed;

  private ColourModel(String name, Duration perBatch) {
    this.name = name;
    this.perBatch = perBatch;
    this.space = new EmbeddingSpace(name, new Fingerprint().part("name", name).hex(), NAMES.size());
  }

  /// The usual one, called `colours`.
  public static ColourModel create() {
    return named("colours");
  }

  /// One whose name decides its space: two names, two spaces of one dimension.
  public static ColourModel named(String name) {
    return new ColourModel(name, Duration.ZERO);
  }

  /// One in the same space as the usual one, that takes its time for each batch.
  public static ColourModel slow(Duration perBatch) {
    return new ColourModel("colours", perBatch);
  }

  /// How many pictures were embedded so far.
  public long embedded() {
    return embedded.get();
  }

  /// How many pictures the largest batch had.
  public long largestBatch() {
    return largestBatch.get();
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public ModelCard card() {
    ModelCard.Graph graph =
        new ModelCard.Graph(
            List.of(new ModelCard.VariantFile("fp32", "none")),
            "in",
            "out",
            ModelCard.Pooling.NONE,
            false,
            Optional.empty());
    return new ModelCard(
        name,
        "Counts colours",
        NAMES.size(),
        Optional.empty(),
        Optional.of(new ModelCard.ImageSide(graph, Preprocessing.clip(16))),
        new ModelCard.Scoring(ModelCard.Link.SOFTMAX, 1, 0, "none"),
        List.of(),
        "none",
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public EmbeddingSpace space() {
    return space;
  }

  @Override
  public Optional<TextEncoder> text() {
    return Optional.of(new Texts());
  }

  @Override
  public Optional<ImageEncoder> image() {
    return Optional.of(new Pictures());
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the model " + name + " is closed");
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Counted(String source, float[] counts, boolean cursed) implements Prepared {}

  private Embedding embedding(Counted counted) {
    if (counted.cursed()) {
      throw new ModelException(counted.source() + ": the picture is cursed");
    }
    return Embedding.of(space, counted.counts(), counted.source());
  }

  private final class Texts implements TextEncoder {
    @Override
    public EmbeddingSpace space() {
      return space;
    }

    @Override
    public int batchSize() {
      return BATCH;
    }

    /// More than twenty words.
    @Override
    public boolean cuts(String text) {
      return text.split(" ").length > 20;
    }

    @Override
    public Prepared prepare(Input.Text input) {
      float[] counts = new float[NAMES.size()];
      for (String word : input.text().toLowerCase(Locale.ROOT).split("[^a-z]+")) {
        counts[NAMES.contains(word) ? NAMES.indexOf(word) : NAMES.size() - 1] += 1;
      }
      return new Counted(input.source(), counts, false);
    }

    @Override
    public List<Embedding> encode(List<Prepared> batch) {
      requireOpen();
      return batch.stream().map(prepared -> embedding((Counted) prepared)).toList();
    }
  }

  private final class Pictures implements ImageEncoder {
    @Override
    public Preprocessing preprocessing() {
      return Preprocessing.clip(16);
    }

    @Override
    public EmbeddingSpace space() {
      return space;
    }

    @Override
    public int batchSize() {
      return BATCH;
    }

    @Override
    public Prepared prepare(Input.Image input) {
      Pixels pixels = input.pixels();
      float[] counts = new float[NAMES.size()];
      boolean cursed = true;
      for (int at = 0; at < pixels.data().length; at += pixels.channels()) {
        int rgb = rgb(pixels, at);
        counts[nearest(rgb)] += 1;
        cursed &= distance(rgb, CURSED) < 12;
      }
      return new Counted(input.source(), counts, cursed);
    }

    @Override
    public List<Embedding> encode(List<Prepared> batch) {
      requireOpen();
      largestBatch.accumulateAndGet(batch.size(), Math::max);
      if (!perBatch.isZero()) {
        LockSupport.parkNanos(perBatch.toNanos());
      }
      List<Embedding> embeddings =
          batch.stream().map(prepared -> embedding((Counted) prepared)).toList();
      embedded.addAndGet(batch.size());
      return embeddings;
    }
  }

  private static int rgb(Pixels pixels, int at) {
    int last = pixels.channels() == 1 ? 0 : 1;
    int red = pixels.data()[at] & 0xff;
    int green = pixels.data()[at + last] & 0xff;
    int blue = pixels.data()[at + 2 * last] & 0xff;
    return (red << 16) | (green << 8) | blue;
  }

  private static int nearest(int rgb) {
    int best = NAMES.size() - 1;
    int least = 3 * 60 * 60;
    for (int i = 0; i < RGB.length; i++) {
      if (distance(rgb, RGB[i]) < least) {
        best = i;
        least = distance(rgb, RGB[i]);
      }
    }
    return best;
  }

  /// The square of the distance of two colours.
  private static int distance(int one, int other) {
    int red = ((one >> 16) & 0xff) - ((other >> 16) & 0xff);
    int green = ((one >> 8) & 0xff) - ((other >> 8) & 0xff);
    int blue = (one & 0xff) - (other & 0xff);
    return red * red + green * green + blue * blue;
  }
}
