package dev.semblance.hub;

import dev.semblance.hub.catalogue.Catalogue;
import dev.semblance.hub.catalogue.CatalogueEntry;
import dev.semblance.hub.pull.Origin;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.OnnxModels;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// A model that can be opened, or one that is there but broken. Immutable, safe for many threads.
///
/// @param name under which it is chosen
/// @param where it lies, for people: a folder, or `built in`
/// @param card what its files say; absent when they are broken
/// @param sizeBytes of all its files
/// @param problem what is wrong with it, one sentence; absent when nothing is
/// @param origin from where it was pulled; absent when it was not
public record ModelEntry(
    String name,
    String where,
    Optional<ModelCard> card,
    long sizeBytes,
    Optional<String> problem,
    Optional<Origin> origin) {

  /// What [#where] says of a model on the class path.
  public static final String BUILT_IN = "built in";

  private static final String UNKNOWN = "unknown";

  static ModelEntry of(String name, String where, ModelFiles files) {
    long sizeBytes = 0;
    Optional<Origin> origin = Optional.empty();
    try {
      sizeBytes = files.list().stream().mapToLong(files::sizeBytes).sum();
      origin = Origin.of(files);
      ModelCard card = OnnxModels.describe(files);
      return new ModelEntry(name, where, Optional.of(card), sizeBytes, Optional.empty(), origin);
    } catch (ModelException | UncheckedIOException e) {
      Optional<String> problem = Optional.ofNullable(e.getMessage());
      return new ModelEntry(name, where, Optional.empty(), sizeBytes, problem, origin);
    }
  }

  /// Components of an embedding; 0 when its files are broken.
  public int dimension() {
    return card.map(ModelCard::dimension).orElse(0);
  }

  /// BCP 47 tags by its files, else by the catalogue it was pulled from; empty when both say
  /// nothing.
  public List<String> languages() {
    List<String> own = card.map(ModelCard::languages).orElse(List.of());
    return own.isEmpty()
        ? catalogued().map(entry -> entry.languages().good()).orElse(List.of())
        : own;
  }

  /// SPDX identifier or a sentence by its files, else by the catalogue it was pulled from;
  /// `unknown` when both say nothing.
  public String licence() {
    return card.map(ModelCard::licence)
        .filter(licence -> !licence.equals(UNKNOWN))
        .or(() -> catalogued().map(CatalogueEntry::licence))
        .orElse(UNKNOWN);
  }

  /// The entry of the catalogue that it was pulled by.
  public Optional<CatalogueEntry> catalogued() {
    return origin
        .filter(known -> !known.catalogue().isEmpty())
        .flatMap(known -> Catalogue.builtIn().find(known.catalogue()));
  }
}
