package dev.semblance.onnx;

import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which precision of each network runs.
///
/// @param text the file of the text network, where there is one
/// @param image the file of the picture network, where there is one
/// @param reason one sentence for people
record VariantChoice(Optional<VariantFile> text, Optional<VariantFile> image, String reason) {
  /// What `auto` takes, the best first. int8 is several times as fast as fp32 on processors with
  /// VNNI or AMX; fp16 is slower on all, since it is computed as fp32.
  private static final List<String> PREFERRED =
      List.of("int8", "quantized", "fp32", "fp16", "uint8", "q4", "q4f16", "bnb4");

  /// What `auto` asks of a variant that was measured: the mean cosine to fp32.
  static final double NEAR = 0.99;

  /// Chooses.
  ///
  /// @param wanted [OpenOptions#AUTO] or a name; a network that has it not takes what `auto` would,
  ///   as long as another has it
  /// @throws ModelException when no network has it, with those there are
  static VariantChoice of(ModelCard card, String wanted) {
    Optional<Graph> text = card.text().map(ModelCard.TextSide::graph);
    Optional<Graph> image = card.image().map(ModelCard.ImageSide::graph);
    boolean auto = wanted.equals(OpenOptions.AUTO);
    if (!auto && find(text, wanted).isEmpty() && find(image, wanted).isEmpty()) {
      throw new ModelException(
          card.name()
              + ": there is no variant "
              + wanted
              + "; there are "
              + String.join(", ", names(text, image))
              + ", or auto");
    }
    Optional<VariantFile> texts = text.map(graph -> find(text, wanted).orElse(best(graph)));
    Optional<VariantFile> images = image.map(graph -> find(image, wanted).orElse(best(graph)));
    return new VariantChoice(texts, images, reason(auto, wanted, texts, images));
  }

  /// The precisions that run, in one word: `int8`, or `fp32+int8` where texts and pictures differ.
  String label() {
    return Stream.of(text, image)
        .flatMap(Optional::stream)
        .map(VariantFile::variant)
        .distinct()
        .collect(Collectors.joining("+"));
  }

  /// Every precision that a card has.
  static Set<String> names(ModelCard card) {
    return names(
        card.text().map(ModelCard.TextSide::graph), card.image().map(ModelCard.ImageSide::graph));
  }

  private static Set<String> names(Optional<Graph> text, Optional<Graph> image) {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(text, image)
        .flatMap(Optional::stream)
        .flatMap(graph -> graph.files().stream())
        .forEach(file -> names.add(file.variant()));
    return names;
  }

  /// The variant of a name; `int8` and `quantized` stand for each other where only one is there.
  private static Optional<VariantFile> find(Optional<Graph> graph, String wanted) {
    List<String> names =
        switch (wanted) {
          case "int8" -> List.of("int8", "quantized");
          case "quantized" -> List.of("quantized", "int8");
          default -> List.of(wanted);
        };
    return graph.flatMap(there ->
        names.stream().flatMap(name -> withName(there.files(), name).stream()).findFirst());
  }

  private static VariantFile best(Graph graph) {
    return PREFERRED.stream()
        .flatMap(name -> withName(graph.files(), name).stream())
        .filter(VariantChoice::isNear)
        .findFirst()
        .orElse(graph.files().getFirst());
  }

  /// Whether its vectors lie near those of fp32; one that nobody measured is believed to.
  private static boolean isNear(VariantFile file) {
    return file.cosine().orElse(1.0) >= NEAR;
  }

  private static Optional<VariantFile> withName(List<VariantFile> files, String name) {
    return files.stream().filter(file -> file.variant().equals(name)).findFirst();
  }

  private static String reason(
      boolean auto, String wanted, Optional<VariantFile> text, Optional<VariantFile> image) {
    List<String> parts = new ArrayList<>();
    text.ifPresent(file -> parts.add("texts by " + described(file)));
    image.ifPresent(file -> parts.add("pictures by " + described(file)));
    return String.join(", ", parts)
        + (auto
            ? ": int8 where there is one near enough to fp32 (cosine " + NEAR + "), else fp32"
            : ": " + wanted + " was asked for");
  }

  private static String described(VariantFile file) {
    String measured = file.cosine().map(cosine -> ", cosine to fp32 " + cosine).orElse("");
    return file.variant() + " (" + file.file() + measured + ")";
  }
}
