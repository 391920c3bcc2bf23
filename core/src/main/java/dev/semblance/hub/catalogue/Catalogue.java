package dev.semblance.hub.catalogue;

import dev.semblance.hub.catalogue.CatalogueEntry.Languages;
import dev.semblance.hub.catalogue.CatalogueEntry.Source;
import dev.semblance.hub.catalogue.CatalogueEntry.Speed;
import dev.semblance.hub.catalogue.CatalogueEntry.Terms;
import dev.semblance.model.JsonFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The well-known models, those to be preferred first. Immutable, safe for many threads.
///
/// Figures are those that the models' makers, open_clip and immich published; sources are named in
/// `docs/catalogue.md`. What nobody published is left out.
public final class Catalogue {
  private static final String FILE = "catalogue.json";
  private static final double FP32_BYTES = 4e6;
  private static final double INT8_BYTES = 1e6;

  private final List<CatalogueEntry> entries;

  private Catalogue(List<CatalogueEntry> entries) {
    this.entries = entries;
  }

  /// The one that comes with Semblance.
  public static Catalogue builtIn() {
    JsonFields file = JsonFields.parse(resource(FILE), FILE);
    return new Catalogue(file.objects("models").stream().map(Catalogue::entry).toList());
  }

  /// All of them.
  public List<CatalogueEntry> entries() {
    return entries;
  }

  /// The one of a name.
  public Optional<CatalogueEntry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /// Those that are made of a repository, `ORG/REPO`.
  public List<CatalogueEntry> ofRepository(String repository) {
    return entries.stream()
        .filter(entry ->
            entry.sources().stream().anyMatch(it -> it.repository().equalsIgnoreCase(repository)))
        .toList();
  }

  /// Those that are what is asked for, the ones to be preferred first.
  public List<CatalogueEntry> matching(CatalogueFilter filter) {
    return entries.stream().filter(filter::fits).toList();
  }

  /// The one to take; a free one where there is one.
  public Optional<CatalogueEntry> recommend(CatalogueFilter filter) {
    return matching(filter.withOnlyFree(true)).stream()
        .findFirst()
        .or(() -> matching(filter).stream().findFirst());
  }

  private static CatalogueEntry entry(JsonFields fields) {
    fields.allowOnly(
        "name",
        "about",
        "sources",
        "layout",
        "dimension",
        "millionParameters",
        "megabytes",
        "languages",
        "weakLanguages",
        "licence",
        "terms",
        "accuracy",
        "speed",
        "recommendation",
        "card");
    Optional<String> card = fields.optionalString("card");
    return new CatalogueEntry(
        fields.string("name"),
        fields.string("about"),
        fields.objects("sources").stream().map(Catalogue::source).toList(),
        fields.string("layout"),
        fields.optionalInteger("dimension").orElse(0),
        sizes(fields),
        new Languages(fields.strings("languages"), fields.strings("weakLanguages")),
        fields.string("licence"),
        fields.choice("terms", Terms.class),
        numbers(fields, "accuracy"),
        fields.choice("speed", Speed.class),
        fields.string("recommendation"),
        card.map(name -> new String(resource(name), StandardCharsets.UTF_8)).orElse(""));
  }

  private static Source source(JsonFields fields) {
    fields.allowOnly("repository", "from", "into", "patterns");
    return new Source(
        fields.string("repository"),
        fields.optionalString("from").orElse(""),
        fields.optionalString("into").orElse(""),
        fields.strings("patterns"));
  }

  private static Map<String, Long> sizes(JsonFields fields) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    fields
        .optionalNumber("millionParameters")
        .ifPresent(count -> {
          sizes.put("fp32", Math.round(count * FP32_BYTES));
          sizes.put("int8", Math.round(count * INT8_BYTES));
        });
    numbers(fields, "megabytes")
        .forEach((variant, megabytes) -> sizes.put(variant, Math.round(megabytes * 1e6)));
    return Map.copyOf(sizes);
  }

  private static Map<String, Double> numbers(JsonFields fields, String name) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    Optional<JsonFields> object = fields.optionalObject(name);
    object.ifPresent(found -> found.names().forEach(key -> numbers.put(key, found.number(key))));
    return java.util.Collections.unmodifiableMap(numbers);
  }

  private static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read", e);
    }
  }
}
