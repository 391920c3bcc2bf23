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
import dev.semblance.train.data.TextRow;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Calibrates an exported mini model with pictures that it was not trained on: the captioned ones
/// that every run holds out ([Group#holdsOut]), and drawings of another seed.
final class MiniCalibration {
  /// Other than the seeds of training's drawings and the demo's.
  private static final long DRAWING_SEED = 31_121_999;

  private static final int DRAWINGS = 640;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 192;

  private final Path data;
  private final Path folder;
  private final PrintStream log;

  /// @param data the folder of tars and tables
  /// @param work where the pictures are put, in `calibration`
  MiniCalibration(Path data, Path work, PrintStream log) {
    this.data = data;
    this.folder = work.resolve("calibration");
    this.log = log;
  }

  /// Calibrates the model in a folder and writes its card anew.
  void run(Path model) {
    List<Pair> pairs = pairs();
    try (Model open = OnnxModels.open(model, OpenOptions.usual())) {
      Set<String> files = new LinkedHashSet<>();
      pairs.forEach(pair -> files.add(pair.file()));
      Map<String, Embedding> pictures =
          PictureEmbeddings.of(open, new PictureSource(List.of(folder)), files, _ -> {});
      String source =
          files.size()
              + " pictures with captions that it was not trained on, "
              + DRAWINGS
              + " of them drawings";
      ModelCalibration made = ModelCalibration.fromPairs(open, pictures, pairs, source);
      made.writeTo(model, open.card());
      log.println("calibrated: " + made.calibration());
    }
  }

  /// The pictures as files, and what is said of them.
  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    Set<String> heldOut = new LinkedHashSet<>();
    for (Path table : MiniData.listed(data, ".tsv")) {
      for (TextRow row : TextRow.read(table)) {
        if (Group.ofSource(row.source()).holdsOut(row.file())) {
          heldOut.add(row.file());
          pairs.add(new Pair(row.file(), row.text()));
        }
      }
    }
    for (Path tar : MiniData.listed(data, ".tar")) {
      TarFiles.forEach(
          tar,
          (name, bytes) -> {
            if (heldOut.contains(name)) {
              write(name, bytes);
            }
          });
    }
    for (Drawing drawing : Gallery.training(DRAWING_SEED, DRAWINGS)) {
      String name = "drawings/" + drawing.name() + ".jpg";
      write(name, drawing.jpeg(WIDTH, HEIGHT));
      pairs.add(new Pair(name, drawing.caption()));
      drawing.otherCaptions().forEach(other -> pairs.add(new Pair(name, other)));
      pairs.add(new Pair(name, drawing.label()));
    }
    return pairs;
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
