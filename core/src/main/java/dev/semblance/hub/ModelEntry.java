package dev.semblance.hub;

import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.OnnxModels;
import java.util.List;
import java.util.Optional;

/// A model that can be opened, or one that is there but broken. Immutable, safe for many threads.
///
/// @param name under which it is chosen
/// @param where it lies, for people: a folder, or `built in`
/// @param card what its files say; absent when they are broken
/// @param sizeBytes of all its files
/// @param problem what is wrong with it, one sentence; absent when nothing is
public record ModelEntry(
    String name, String where, Optional<ModelCard> card, long sizeBytes, Optional<String> problem) {

  /// What [#where] says of a model on the class path.
  public static final String BUILT_IN = "built in";

  static ModelEntry of(String name, String where, ModelFiles files) {
    long sizeBytes = files.list().stream().mapToLong(files::sizeBytes).sum();
    try {
      ModelCard card = OnnxModels.describe(files);
      return new ModelEntry(name, where, Optional.of(card), sizeBytes, Optional.empty());
    } catch (ModelException e) {
      return new ModelEntry(
          name, where, Optional.empty(), sizeBytes, Optional.ofNullable(e.getMessage()));
    }
  }

  /// Components of an embedding; 0 when its files are broken.
  public int dimension() {
    return card.map(ModelCard::dimension).orElse(0);
  }

  /// BCP 47 tags; empty when its files say nothing.
  public List<String> languages() {
    return card.map(ModelCard::languages).orElse(List.of());
  }

  /// SPDX identifier or a sentence; `unknown` when its files say nothing.
  public String licence() {
    return card.map(ModelCard::licence).orElse("unknown");
  }
}
