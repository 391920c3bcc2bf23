package dev.semblance.train;

import dev.semblance.train.data.Phrases;
import dev.semblance.train.data.PictureStore;
import dev.semblance.train.data.TeacherAnswers;
import dev.semblance.train.data.TeacherNet;
import dev.semblance.train.data.TextBook;
import dev.semblance.train.data.TextRow;
import dev.semblance.train.data.TrainingSet;
import dev.semblance.train.data.VectorFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The prepared data of the mini model, open: pictures, texts with their vectors, a teacher's
/// answers, and the two sets that only measure.
///
/// Holds mapped files: close it.
final class MiniData implements AutoCloseable {
  static final String TRAINING = "training";
  static final String DRAWINGS = "drawings";
  static final String FLICKR_DEV = "flickr8k-dev";
  static final String NIPS = "nips17";
  static final String DRAWING_ROWS = "drawings.tsv";
  static final String GUIDE = "guide.f16";
  static final String GUIDE_HEAD = "guide.safetensors";
  static final int TEXT_WIDTH = 384;

  private final List<PictureStore> stores = new ArrayList<>();
  private final TrainingSet training;
  private final TextBook book;
  private final VectorFile vectors;
  private final List<TeacherAnswers> teachers = new ArrayList<>();
  private final Optional<VectorFile> guide;
  private final List<String> names;

  /// @param data the folder of tars and tables
  /// @param cache what was prepared from it
  MiniData(Path data, Path cache) {
    book = TextBook.read(cache.resolve("texts.txt"));
    vectors = new VectorFile(cache.resolve("texts.f32"), TEXT_WIDTH);
    if (vectors.rows() != book.texts().size()) {
      throw new IllegalArgumentException(
          cache + ": " + vectors.rows() + " vectors for " + book.texts().size() + " texts");
    }
    stores.add(PictureStore.open(cache, TRAINING));
    if (Files.exists(cache.resolve(DRAWINGS + ".u8"))) {
      stores.add(PictureStore.open(cache, DRAWINGS));
    }
    training = new TrainingSet(stores, rows(data, cache), book);
    for (TeacherNet net : TeacherNet.values()) {
      if (net.answeredIn(cache)) {
        teachers.add(TeacherAnswers.open(cache, net));
      }
    }
    Path guided = cache.resolve(GUIDE);
    guide =
        Files.exists(guided) ? Optional.of(new VectorFile(guided, TEXT_WIDTH)) : Optional.empty();
    names = imageNetNames(data);
  }

  TrainingSet training() {
    return training;
  }

  TextBook book() {
    return book;
  }

  VectorFile vectors() {
    return vectors;
  }

  /// What each teacher said, at least one.
  ///
  /// @throws IllegalStateException when there is none
  List<TeacherAnswers> teachers() {
    if (teachers.isEmpty()) {
      throw new IllegalStateException(
          "the prepared data holds no teacher's answers; set featureWeight and nameWeight to 0");
    }
    return List.copyOf(teachers);
  }

  boolean hasGuide() {
    return guide.isPresent();
  }

  /// Where the guide puts each picture.
  ///
  /// @throws IllegalStateException when there is no guide
  VectorFile guide() {
    return guide.orElseThrow(() ->
        new IllegalStateException(
            "the prepared data holds no guide; prepare anew, or set the guide's weights to 0"));
  }

  /// The vectors of the sentences that ask for the 1,000 ImageNet names, `[1000, 384]`.
  float[] nameVectors() {
    return vectors.gather(
        names.stream().mapToInt(name -> book.number(Phrases.classPrompt(name))).toArray());
  }

  List<String> names() {
    return names;
  }

  /// The rows of all training tables, our drawings' among them.
  static List<TextRow> rows(Path data, Path cache) {
    List<TextRow> rows = new ArrayList<>();
    for (Path table : listed(data, ".tsv")) {
      rows.addAll(TextRow.read(table));
    }
    if (Files.exists(cache.resolve(DRAWING_ROWS))) {
      rows.addAll(TextRow.read(cache.resolve(DRAWING_ROWS)));
    }
    return rows;
  }

  /// The rows of a set that only measures.
  static List<TextRow> measureRows(Path data, String set) {
    return TextRow.read(data.resolve("measure").resolve(set + ".items.tsv"));
  }

  /// The first of the comma-separated names of each ImageNet class, without the background.
  static List<String> imageNetNames(Path data) {
    Path file = data.resolve("teachers").resolve("imagenet_labels.txt");
    try {
      return Files.readAllLines(file).stream()
          .skip(1)
          .map(line -> line.split(",")[0].strip().toLowerCase(Locale.ROOT))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /// Every text that a run or its measures can ask for.
  static TextBook allTexts(Path data, Path cache) {
    List<String> texts = new ArrayList<>();
    imageNetNames(data).forEach(name -> texts.add(Phrases.classPrompt(name)));
    measureRows(data, FLICKR_DEV).forEach(row -> texts.add(row.text()));
    rows(data, cache).forEach(row -> texts.addAll(Phrases.of(row)));
    return TextBook.of(texts);
  }

  /// The files of a folder with this ending, sorted.
  static List<Path> listed(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e);
    }
  }

  @Override
  public void close() {
    stores.forEach(PictureStore::close);
    vectors.close();
    teachers.forEach(TeacherAnswers::close);
    guide.ifPresent(VectorFile::close);
  }
}
