package dev.semblance.train.adapter;

import dev.semblance.model.CardJson;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelFiles;
import dev.semblance.train.export.AdapterExport;
import dev.semblance.train.net.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The files of an adapted model.
///
/// @param card of the model it was made from
/// @param files of that model
/// @param weights of both adapters
/// @param scale the learned factor on the cosines
record AdaptedModel(ModelCard card, ModelFiles files, Weights weights, double scale) {
  private static final String IMAGE_HEAD = "adapted_image_head.onnx";
  private static final String TEXT_HEAD = "adapted_text_head.onnx";

  /// Writes all into a folder, which is there whole or not at all.
  void write(Path folder, String name, AdapterReport report) {
    Path target = folder.toAbsolutePath().normalize();
    Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      requireFree(target);
      for (String file : files.list()) {
        copy(file, part);
      }
      ModelCard.TextSide text = card.text().orElseThrow();
      ModelCard.ImageSide image = card.image().orElseThrow();
      write(part.resolve(IMAGE_HEAD), head(image.graph(), "image"));
      write(part.resolve(TEXT_HEAD), head(text.graph(), "text"));
      write(part.resolve(CardJson.FILE), CardJson.write(adapted(name, report, image, text)));
      Files.deleteIfExists(target);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": the model cannot be written", e);
    }
  }

  private static void requireFree(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    try (Stream<Path> entries = Files.list(target)) {
      if (entries.findAny().isPresent()) {
        throw new IllegalArgumentException(
            target + ": is not empty; name a folder that is not there yet");
      }
    }
  }

  private void copy(String file, Path part) throws IOException {
    Path to = part.resolve(file).normalize();
    if (!to.startsWith(part)) {
      throw new IllegalArgumentException(file + ": lies outside of the model");
    }
    Files.createDirectories(to.getParent());
    Optional<Path> from = files.path(file);
    if (from.isPresent()) {
      Files.copy(from.get(), to);
    } else {
      Files.write(to, files.read(file));
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private byte[] head(ModelCard.Graph graph, String side) {
    Optional<byte[]> before = graph.head().map(files::read);
    return AdapterExport.toBytes(weights, side, card.dimension(), before);
  }

  private ModelCard adapted(
      String name, AdapterReport report, ModelCard.ImageSide image, ModelCard.TextSide text) {
    List<String> lineage = new ArrayList<>(List.of(card.name()));
    lineage.addAll(card.lineage());
    return new ModelCard(
        name,
        card.name() + " adapted: " + report.inWords(),
        card.dimension(),
        Optional.of(
            new ModelCard.TextSide(
                withHead(text.graph(), TEXT_HEAD),
                text.tokenizerFile(),
                text.tokenizer(),
                text.prefix())),
        Optional.of(
            new ModelCard.ImageSide(withHead(image.graph(), IMAGE_HEAD), image.preprocessing())),
        new ModelCard.Scoring(ModelCard.Link.SOFTMAX, scale, 0, "card"),
        card.promptTemplates(),
        card.licence(),
        card.languages(),
        lineage);
  }

  private static ModelCard.Graph withHead(ModelCard.Graph graph, String head) {
    return new ModelCard.Graph(
        graph.files(),
        graph.input(),
        graph.output(),
        graph.pooling(),
        graph.layerNorm(),
        Optional.of(head));
  }
}
