package dev.semblance.onnx.optimize;

import dev.semblance.model.CardJson;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.onnx.rewrite.DynamicQuantizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives an fp32 model an int8 variant with signed weights, and says what that loses.
///
/// The new networks lie beside the old ones, with `_s8` behind their names; `semblance.json` is
/// written last, so that a run cut short leaves the model as it was. In the card the variant is
/// called `int8`, with the mean cosine between its vectors and those of fp32; what was called
/// `int8` before is called `found-int8`. Stateless, safe for many threads on different folders.
public final class ModelOptimizer {
  private static final String FP32 = "fp32";
  private static final String INT8 = "int8";
  private static final String FOUND = "found-int8";
  private static final String ENDING = "_s8.onnx";

  private ModelOptimizer() {}

  /// What came of it.
  ///
  /// @param card as it was written
  /// @param text of the text network, where there is one that could be made faster
  /// @param image of the picture network, where there is one that could be made faster
  public record Outcome(ModelCard card, Optional<Side> text, Optional<Side> image) {}

  /// One network.
  ///
  /// @param file relative name of the int8 network
  /// @param sizeBytes of the fp32 network
  /// @param newSizeBytes of the int8 network
  /// @param loss how far its vectors lie from those of fp32
  public record Side(String file, long sizeBytes, long newSizeBytes, Loss loss) {}

  /// Optimises the model in a folder.
  ///
  /// @param texts a sample, at least one where the model reads texts
  /// @param pictures a sample, at least one where the model reads pictures
  /// @throws ModelException when it has no fp32 network, or no products that can be quantised
  public static Outcome optimize(Path folder, List<Input.Text> texts, List<Input.Image> pictures) {
    FolderFiles files = new FolderFiles(folder);
    try (Model found = OnnxModels.open(files, options(FP32))) {
      ModelCard card = found.card();
      Map<String, String> made = make(card, files, folder);
      ModelCard draft = withInt8(card, made, Optional.empty(), Optional.empty());
      try (Model fast = OnnxModels.open(new WithCard(files, draft), options(INT8))) {
        Optional<Loss> text =
            card.text()
                .filter(side -> isMade(side.graph(), made))
                .map(_ -> Loss.of(found.requireText(), fast.requireText(), texts));
        Optional<Loss> image =
            card.image()
                .filter(side -> isMade(side.graph(), made))
                .map(_ -> Loss.of(found.requireImage(), fast.requireImage(), pictures));
        ModelCard measured = withInt8(card, made, text, image);
        publish(folder, measured);
        return new Outcome(
            measured,
            text.map(loss -> side(files, card.text().orElseThrow().graph(), made, loss)),
            image.map(loss -> side(files, card.image().orElseThrow().graph(), made, loss)));
      }
    }
  }

  private static boolean isMade(Graph graph, Map<String, String> made) {
    return plain(graph).filter(made::containsKey).isPresent();
  }

  private static OpenOptions options(String variant) {
    return OpenOptions.usual().withVariant(variant);
  }

  /// The int8 networks by the fp32 ones they were made of; one where both sides share one, none for
  /// a network without products.
  private static Map<String, String> make(ModelCard card, FolderFiles files, Path folder) {
    Map<String, String> made = new LinkedHashMap<>();
    List<String> plain = graphs(card).stream().flatMap(g -> plain(g).stream()).distinct().toList();
    if (plain.isEmpty()) {
      throw new ModelException(
          card.name()
              + ": an int8 network is made of an fp32 one, and there are only "
              + String.join(", ", variants(card))
              + "; fetch the fp32 network too");
    }
    for (String file : plain) {
      String other = file.replaceFirst("\\.onnx$", "") + ENDING;
      if (DynamicQuantizer.write(files, file, folder.resolve(other)) > 0) {
        made.put(file, other);
      }
    }
    if (made.isEmpty()) {
      throw new ModelException(
          card.name()
              + ": "
              + String.join(", ", plain)
              + ": no products with constant matrices, which are what int8 makes faster;"
              + " the model stays as it is");
    }
    return made;
  }

  private static List<String> variants(ModelCard card) {
    return graphs(card).stream()
        .flatMap(graph -> graph.files().stream())
        .map(VariantFile::variant)
        .distinct()
        .toList();
  }

  private static List<Graph> graphs(ModelCard card) {
    List<Graph> graphs = new ArrayList<>();
    card.text().ifPresent(side -> graphs.add(side.graph()));
    card.image().ifPresent(side -> graphs.add(side.graph()));
    return graphs;
  }

  private static Optional<String> plain(Graph graph) {
    return graph.files().stream()
        .filter(file -> file.variant().equals(FP32))
        .map(VariantFile::file)
        .findFirst();
  }

  private static ModelCard withInt8(
      ModelCard card, Map<String, String> made, Optional<Loss> text, Optional<Loss> image) {
    return card.withGraphs(
        card.text().map(side -> withInt8(side.graph(), made, text)),
        card.image().map(side -> withInt8(side.graph(), made, image)));
  }

  private static Graph withInt8(Graph graph, Map<String, String> made, Optional<Loss> loss) {
    if (!isMade(graph, made)) {
      return graph;
    }
    List<VariantFile> variants = new ArrayList<>();
    for (VariantFile file : graph.files()) {
      boolean before = file.variant().equals(INT8);
      if (!file.file().endsWith(ENDING)) {
        variants.add(before ? new VariantFile(FOUND, file.file(), file.cosine()) : file);
      }
    }
    String fast = made.getOrDefault(plain(graph).orElseThrow(), "");
    variants.add(new VariantFile(INT8, fast, loss.map(Loss::cosine)));
    return graph.withFiles(variants);
  }

  private static Side side(ModelFiles files, Graph graph, Map<String, String> made, Loss loss) {
    String before = plain(graph).orElseThrow();
    String after = made.getOrDefault(before, "");
    return new Side(after, files.sizeBytes(before), files.sizeBytes(after), loss);
  }

  private static void publish(Path folder, ModelCard card) {
    Path file = folder.resolve(CardJson.FILE);
    try {
      // Not a temporary file of Java's, which only its owner may read.
      Path part = folder.resolve(CardJson.FILE + ".part");
      Files.write(part, CardJson.write(card));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }
}
