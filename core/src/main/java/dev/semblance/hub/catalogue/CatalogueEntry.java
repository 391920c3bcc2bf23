package dev.semblance.hub.catalogue;

import dev.semblance.hub.pull.FileSelection;
import dev.semblance.hub.pull.PullRequest;
import dev.semblance.hub.source.Place;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A well-known model. Immutable.
///
/// @param name under which it is pulled and then chosen
/// @param about one sentence
/// @param sources the repositories it is made of
/// @param layout how its files lie, in words
/// @param dimension components of an embedding; 0 where it is not known before pulling
/// @param sizes bytes by precision: of the files, or where only the number of parameters is
///   published, four bytes a parameter for fp32 and one for int8; empty where neither is known
/// @param languages what its texts may be in
/// @param licence SPDX identifier or the licence's name
/// @param terms what the licence allows
/// @param accuracy published figures in percent, by what they measure
/// @param speed among those here
/// @param recommendation for whom, one sentence
/// @param card a `semblance.json` that is written beside the files, where the repository has
///   nothing that describes them; empty else
public record CatalogueEntry(
    String name,
    String about,
    List<Source> sources,
    String layout,
    int dimension,
    Map<String, Long> sizes,
    Languages languages,
    String licence,
    Terms terms,
    Map<String, Double> accuracy,
    Speed speed,
    String recommendation,
    String card) {

  public CatalogueEntry {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException(name + ": needs at least one repository");
    }
  }

  /// Part of a model.
  ///
  /// @param repository `ORG/REPO`
  /// @param from the folder there that counts as the top, empty or with a slash at its end
  /// @param into the model's folder the files go to, empty or with a slash at its end
  /// @param patterns which files count; all where empty
  public record Source(String repository, String from, String into, List<String> patterns) {
    public Source {
      patterns = List.copyOf(patterns);
    }
  }

  /// What texts may be in.
  ///
  /// @param good BCP 47 tags; `mul` for many
  /// @param weak among many, those it was measured to do badly in
  public record Languages(List<String> good, List<String> weak) {
    public Languages {
      good = List.copyOf(good);
      weak = List.copyOf(weak);
    }

    /// Whether texts of a language are understood.
    ///
    /// @param tag such as `fi` or `pt-BR`; only the language itself counts
    boolean covers(String tag) {
      String language = Locale.forLanguageTag(tag).getLanguage();
      return !weak.contains(language) && (good.contains(language) || good.contains("mul"));
    }
  }

  /// What a licence allows.
  public enum Terms {
    /// Any use.
    FREE,
    /// No commercial use.
    NON_COMMERCIAL,
    /// Research only.
    RESEARCH_ONLY,
    /// Not known here.
    UNKNOWN;

    /// For people: `research only`.
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /// How fast pictures are embedded, beside others.
  public enum Speed {
    /// As ViT-B/32 and smaller.
    FAST,
    /// As ViT-B/16.
    MEDIUM,
    /// As ViT-L and larger.
    SLOW;

    /// For people: `fast`.
    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// About how many bytes are pulled where no precision is named: int8's, else fp32's; 0 where that
  /// is not known.
  public long sizeBytes() {
    return sizes.getOrDefault("int8", sizes.getOrDefault("fp32", 0L));
  }

  /// What is to be pulled.
  ///
  /// @param endpoint of the hub
  /// @param revision of its repositories
  /// @param variants the precisions, see [FileSelection]
  public PullRequest request(URI endpoint, String revision, List<String> variants) {
    return new PullRequest(
        name,
        sources.stream()
            .map(source ->
                new PullRequest.Part(
                    new Place.Repository(endpoint, source.repository, revision),
                    source.from,
                    source.into,
                    new FileSelection(source.patterns, variants)))
            .toList(),
        card.isEmpty() ? Map.of() : Map.of("semblance.json", card),
        name);
  }
}
