package dev.semblance.ingest;

import dev.semblance.crawl.Crawler;
import dev.semblance.crawl.Excludes;
import dev.semblance.crawl.Finding;
import dev.semblance.crawl.Root;
import dev.semblance.crawl.Territory;
import dev.semblance.image.DecodedPicture;
import dev.semblance.image.PictureInfo;
import dev.semblance.image.Pixels;
import dev.semblance.image.Preprocessing;
import dev.semblance.image.UnreadablePictureException;
import dev.semblance.image.UnreadablePictureException.Kind;
import dev.semblance.index.Failure;
import dev.semblance.index.Filter;
import dev.semblance.index.FlatIndex;
import dev.semblance.index.Items;
import dev.semblance.model.Encoder.Prepared;
import dev.semblance.model.ImageEncoder;
import dev.semblance.model.Input;
import dev.semblance.model.ModelException;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// A run to watch: a folder of files whose content is text, a decoder that reads it, an encoder
/// that takes four at a time, an index in memory, and everything that was told.
///
/// A file whose text begins with `broken` cannot be decoded, with `cursed` not be embedded.
final class Stage implements ImageEncoder {
  static final int BATCH = 4;
  private static final EmbeddingSpace SPACE = Items.space("stage", 2);

  final Path folder;
  final FlatIndex index = new FlatIndex(SPACE);
  final List<Event> events = new ArrayList<>();
  final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());

  /// Done before a file is decoded and before a batch is encoded.
  volatile Runnable beforeDecoding = () -> {};

  volatile Runnable beforeEncoding = () -> {};
  volatile Runnable afterEvent = () -> {};
  volatile BooleanSupplier stop = () -> false;

  Stage(Path folder) {
    this.folder = folder;
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Files with names that sort as their numbers do.
  void writeMany(int count) {
    for (int i = 0; i < count; i++) {
      write(String.format(java.util.Locale.ROOT, "%04d.jpg", i), "picture " + i);
    }
  }

  private Root root() {
    return new Root(folder, Excludes.of(List.of()));
  }

  boolean run() {
    return run(new Crawler(List.of(root())).crawl());
  }

  boolean run(Iterator<Finding> findings) {
    Settings settings = new Settings(2, 1 << 20, 1, 8, Duration.ofSeconds(2));
    Territory territory = new Territory(List.of(root()), List.of(root()));
    return new Ingest(index, this, this::decode, settings)
        .run(
            new Plan(
                findings,
                List.of(folder),
                territory,
                false,
                false,
                false,
                () -> stop.getAsBoolean(),
                event -> {
                  events.add(event);
                  afterEvent.run();
                }));
  }

  private DecodedPicture decode(byte[] bytes, String source, long maxBytes) {
    beforeDecoding.run();
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("broken")) {
      throw new UnreadablePictureException(Kind.CORRUPT, source, "the picture is broken");
    }
    if (text.startsWith("out of memory")) {
      throw new OutOfMemoryError("in a test");
    }
    if (text.startsWith("decoder fails")) {
      throw new ArrayIndexOutOfBoundsException(7);
    }
    byte cursed = (byte) (text.startsWith("cursed") ? 1 : 0);
    PictureInfo info =
        new PictureInfo("TEXT", 1, 1, Optional.empty(), Optional.empty(), Optional.empty());
    return new DecodedPicture(new Pixels(1, 1, 1, new byte[] {cursed}), info);
  }

  // ---- what came of it

  /// Names of the items of the index.
  List<String> items() {
    List<String> names = new ArrayList<>();
    index.forEach(
        new Filter.Everything(), item -> names.add(Path.of(item.path()).getFileName().toString()));
    return names;
  }

  /// Names of the failures, and why.
  Map<String, String> failures() {
    Map<String, String> reasons = new TreeMap<>();
    index.forEachFailure(
        failure -> reasons.put(name(failure), failure.kind() + " " + failure.reason()));
    return reasons;
  }

  private static String name(Failure failure) {
    return Path.of(failure.path()).getFileName().toString();
  }

  <E extends Event> List<E> told(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// Threads of runs that have not come to their end.
  static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("semblance-"))
        .filter(thread -> !joined(thread))
        .map(Thread::getName)
        .toList();
  }

  private static boolean joined(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  // ---- the encoder

  private record Ready(String source, boolean cursed) implements Prepared {}

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.clip(16);
  }

  @Override
  public EmbeddingSpace space() {
    return SPACE;
  }

  @Override
  public int batchSize() {
    return BATCH;
  }

  @Override
  public Prepared prepare(Input.Image input) {
    return new Ready(input.source(), input.pixels().data()[0] == 1);
  }

  @Override
  public List<Embedding> encode(List<Prepared> batch) {
    beforeEncoding.run();
    batches.add(batch.stream().map(it -> Path.of(it.source()).getFileName().toString()).toList());
    return batch.stream().map(it -> embedding((Ready) it)).toList();
  }

  private static Embedding embedding(Ready ready) {
    if (ready.cursed()) {
      throw new ModelException(ready.source() + ": the picture is cursed");
    }
    return Embedding.of(SPACE, new float[] {1, ready.source().hashCode() % 7}, ready.source());
  }
}
