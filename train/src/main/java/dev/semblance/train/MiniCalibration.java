package dev.semblance.train;

import dev.semblance.eval.ModelCalibration;
import dev.semblance.eval.PictureEmbeddings;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.eval.files.PictureSource;
import dev.semblance.eval.files.TarFiles;
import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import dev.semblance.model.Model;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;
import dev.semblance.train.data.Group;
import dev.semblance.train.data.TeacherNet;
import dev.semblance.train.data.TextRow;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Calibrates an exported mini model with pictures that it was not trained on: the captioned ones
/// that every run holds out ([Group#holdsOut]), and drawings of another seed.
///
/// They are asked for by the names of things that their captions mention, not by the captions: who
/// types "a dog" means any of the dogs. A caption means one picture, and by captions a short query
/// looks like a bad one, the worse the more pictures there are.
///
/// What is not there are ImageNet's names that no text mentions and neither teacher sees in any of
/// the pictures. To leave out the pictures whose texts mention a name is not enough: others show it
/// unsaid.
final class MiniCalibration {
  /// Other than the seeds of training's drawings and the demo's.
  private static final long DRAWING_SEED = 31_121_999;

  private static final int DRAWINGS = 640;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 192;

  /// Pictures that mention a name, at least and at most, where it is asked for.
  private static final int FEWEST = 3;

  private static final int MOST = 80;

  /// What both teachers give a name at most, in every picture, where it is not there.
  private static final double UNSEEN = 0.03;

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final Path data;
  private final Path cache;
  private final Path folder;
  private final PrintStream log;

  /// @param data the folder of tars and tables
  /// @param work where the pictures are put, in `calibration`, and the teachers' prepared graphs,
  ///   in `cache`
  MiniCalibration(Path data, Path work, PrintStream log) {
    this.data = data;
    this.cache = work.resolve("cache");
    this.folder = work.resolve("calibration");
    this.log = log;
  }

  /// Calibrates the model in a folder and writes its card anew.
  void run(Path model) {
    Set<String> files = new LinkedHashSet<>();
    List<TextRow> said = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>(photographs(files, said));
    pairs.addAll(drawings(files, said));
    List<String> absent = absent(files, said);
    try (Model open = OnnxModels.open(model, OpenOptions.usual())) {
      Map<String, Embedding> pictures =
          PictureEmbeddings.of(open, new PictureSource(List.of(folder)), files, _ -> {});
      String source =
          files.size()
              + " pictures that it was not trained on, "
              + DRAWINGS
              + " of them drawings, asked for by the names of things and by names that none of them"
              + " shows";
      ModelCalibration.Asked asked = new ModelCalibration.Asked(pairs, absent);
      ModelCalibration made = ModelCalibration.fromPairs(open, pictures, asked, source);
      made.writeTo(model, open.card());
      log.println("calibrated: " + made.calibration());
    }
  }

  /// Writes the photographs that were held out.
  ///
  /// @param files their names are added
  /// @param said what is said of them is added
  /// @return what they are asked for by
  private List<Pair> photographs(Set<String> files, List<TextRow> said) {
    List<TextRow> all = new ArrayList<>();
    MiniData.listed(data, ".tsv").forEach(table -> all.addAll(TextRow.read(table)));
    List<TextRow> rows =
        all.stream().filter(row -> Group.ofSource(row.source()).holdsOut(row.file())).toList();
    said.addAll(rows);
    Set<String> heldOut = rows.stream().map(TextRow::file).collect(Collectors.toSet());
    for (Path tar : MiniData.listed(data, ".tar")) {
      TarFiles.forEach(
          tar,
          (name, bytes) -> {
            if (heldOut.contains(name)) {
              write(name, bytes);
              files.add(name);
            }
          });
    }
    List<Pair> pairs = new ArrayList<>();
    Mentions.of(Mentions.names(all), rows, FEWEST, MOST)
        .forEach((name, mentioning) -> {
          for (String file : mentioning) {
            asked(name).forEach(text -> pairs.add(new Pair(file, text)));
          }
        });
    return pairs;
  }

  /// Writes drawings of a seed of their own, as [#photographs] does.
  private List<Pair> drawings(Set<String> files, List<TextRow> said) {
    List<Pair> pairs = new ArrayList<>();
    for (Drawing drawing : Gallery.training(DRAWING_SEED, DRAWINGS)) {
      String name = "drawings/" + drawing.name() + ".jpg";
      write(name, drawing.jpeg(WIDTH, HEIGHT));
      files.add(name);
      pairs.add(new Pair(name, drawing.label()));
      Stream.concat(Stream.of(drawing.label(), drawing.caption()), drawing.otherCaptions().stream())
          .forEach(text -> said.add(new TextRow(name, "drawings", "caption", text)));
    }
    return pairs;
  }

  /// What none of the pictures shows.
  private List<String> absent(Set<String> files, List<TextRow> said) {
    List<Path> pictures = files.stream().map(folder::resolve).toList();
    List<float[]> seen =
        Arrays.stream(TeacherNet.values())
            .map(net -> new Teacher(data, cache, log, net).highest(pictures, THREADS))
            .toList();
    return absent(MiniData.imageNetNames(data), seen, said);
  }

  /// How one asks for the names that no text mentions and no teacher sees.
  ///
  /// @param seen by teacher and name the highest probability among the pictures
  static List<String> absent(List<String> names, List<float[]> seen, List<TextRow> said) {
    Set<String> unseen = new LinkedHashSet<>();
    for (int i = 0; i < names.size(); i++) {
      int name = i;
      if (seen.stream().allMatch(highest -> highest[name] < UNSEEN)) {
        unseen.add(Mentions.words(names.get(i)));
      }
    }
    return Mentions.of(unseen, said, 0, 0).keySet().stream()
        .flatMap(name -> asked(name).stream())
        .toList();
  }

  /// How one asks for a thing.
  private static List<String> asked(String name) {
    String article = "aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ";
    return List.of(name, article + name);
  }

  private void write(String name, byte[] bytes) {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException(name + ": lies outside of " + folder);
    }
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }
}
