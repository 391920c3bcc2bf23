package dev.semblance.library;

import dev.semblance.calibration.Confidence;
import dev.semblance.calibration.Confidence.Direction;
import dev.semblance.calibration.Confidence.Judge;
import dev.semblance.crawl.Trouble;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Pixels;
import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Item;
import dev.semblance.index.ItemIndex;
import dev.semblance.index.LibraryException;
import dev.semblance.index.ScoredItem;
import dev.semblance.library.Hit.Part;
import dev.semblance.library.Query.Subject;
import dev.semblance.library.Query.Term;
import dev.semblance.library.store.Store;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Answers queries from an index. Safe for many threads.
final class Searching {
  private final Store store;
  private final Supplier<Model> model;

  Searching(Store store, Supplier<Model> model) {
    this.store = store;
    this.model = model;
  }

  /// The terms of a query as points, in its order.
  private List<Embedding> terms(Query query) {
    return query.terms().stream().map(term -> embed(term.subject())).toList();
  }

  private static Embedding sum(Query query, List<Embedding> terms) {
    List<Embedding.Weighted> weighted = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      weighted.add(new Embedding.Weighted(query.terms().get(i).weight(), terms.get(i)));
    }
    return Embedding.sum(weighted);
  }

  void warmUp() {
    Model opened = model.get();
    opened.text().ifPresent(text -> text.cuts(""));
    opened.confidence();
    store.read(ItemIndex::space);
  }

  List<String> cutTexts(Query query) {
    return query.terms().stream()
        .map(term -> term.subject() instanceof Subject.Text(String text) ? text : "")
        .filter(text -> !text.isEmpty() && model.get().requireText().cuts(text))
        .toList();
  }

  Embedding embed(Query query) {
    return sum(query, terms(query));
  }

  List<Hit> search(Query query) {
    List<Embedding> terms = terms(query);
    Embedding point = sum(query, terms);
    Optional<Confidence> confidence = confidence(query);
    return store.read(index ->
        hits(
            query,
            terms,
            index,
            new Asked(
                point,
                confidence.map(
                    it -> it.judge(point, direction(query), index.count(query.filter()))),
                confidence.map(it -> it.calibration().least()).orElse(0.0))));
  }

  /// The point of a query and how near to it is near.
  private record Asked(Embedding point, Optional<Judge> judge, double least) {
    OptionalDouble confidence(double score) {
      return judge
          .map(it -> OptionalDouble.of(it.probability(score)))
          .orElse(OptionalDouble.empty());
    }

    boolean lets(Query query, double score) {
      return score >= query.minScore().orElse(Double.NEGATIVE_INFINITY)
          && (!query.onlyMatches() || confidence(score).orElse(1) >= least);
    }
  }

  /// How sure hits are can be told for what the model itself has embedded.
  private Optional<Confidence> confidence(Query query) {
    boolean given = query.terms().stream().anyMatch(it -> it.subject() instanceof Subject.Given);
    return given ? Optional.empty() : model.get().confidence();
  }

  /// A sum is read as what its first term is.
  private static Direction direction(Query query) {
    return query.terms().getFirst().subject() instanceof Subject.Text
        ? Direction.TEXT
        : Direction.PICTURE;
  }

  private static List<Hit> hits(Query query, List<Embedding> terms, ItemIndex index, Asked asked) {
    requireSame(query, asked.point(), index);
    List<ScoredItem> nearest =
        index.nearest(asked.point(), query.top(), query.filter()).stream()
            .filter(found -> asked.lets(query, found.score()))
            .toList();
    Map<String, EmbeddedItem> embedded =
        terms.size() == 1
            ? Map.of()
            : index.byContent(
                nearest.stream().map(it -> it.item().contentHash()).collect(Collectors.toSet()));
    double length = length(query, terms);
    List<Hit> hits = new ArrayList<>();
    for (ScoredItem found : nearest) {
      List<Part> parts = parts(query, length, cosines(query, terms, found, embedded));
      double score = found.score();
      hits.add(new Hit(hits.size() + 1, found.item(), score, asked.confidence(score), parts));
    }
    return hits;
  }

  /// An index of another space than the model's was put in the old one's place by somebody else.
  private static void requireSame(Query query, Embedding point, ItemIndex index) {
    boolean given = query.terms().stream().anyMatch(it -> it.subject() instanceof Subject.Given);
    if (!given && !point.space().sameAs(index.space())) {
      throw new LibraryException(
          "the library holds embeddings of "
              + index.space().describe()
              + ", the query is one of "
              + point.space().describe()
              + "; open the library again, with its own model");
    }
  }

  /// The cosine of each term alone with an item; none when the item's own point is not at hand.
  private static List<Double> cosines(
      Query query, List<Embedding> terms, ScoredItem found, Map<String, EmbeddedItem> embedded) {
    if (terms.size() == 1) {
      return List.of(found.score() * Math.signum(query.terms().getFirst().weight()));
    }
    EmbeddedItem item = embedded.get(found.item().contentHash());
    if (item == null || !item.item().part().equals(found.item().part())) {
      return List.of();
    }
    return terms.stream().map(term -> term.cosine(item.embedding())).toList();
  }

  private static List<Part> parts(Query query, double length, List<Double> cosines) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < cosines.size(); i++) {
      Term term = query.terms().get(i);
      double share = term.weight() * cosines.get(i) / length;
      parts.add(new Part(term.subject().name(), term.weight(), cosines.get(i), share));
    }
    return parts;
  }

  /// The length of the weighted sum before it is brought back to one.
  private static double length(Query query, List<Embedding> terms) {
    double square = 0;
    for (int i = 0; i < terms.size(); i++) {
      for (int j = 0; j < terms.size(); j++) {
        double weights = query.terms().get(i).weight() * query.terms().get(j).weight();
        square += weights * (i == j ? 1 : terms.get(i).cosine(terms.get(j)));
      }
    }
    return Math.sqrt(square);
  }

  private Embedding embed(Subject subject) {
    return switch (subject) {
      case Subject.Text(String text) -> model.get().embed(new Input.Text(text));
      case Subject.Picture(Path file) -> picture(file);
      case Subject.InMemory(Pixels pixels, String name) ->
          model.get().embed(new Input.Image(pixels, name));
      case Subject.OfLibrary(String path) -> store.read(index -> item(index, path));
      case Subject.Given(Embedding embedding, _) -> embedding;
    };
  }

  private Embedding picture(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      DecodeBounds bounds =
          DecodeBounds.forPreprocessing(model.get().requireImage().preprocessing());
      Pixels pixels = new PictureDecoder().decode(bytes, file.toString(), bounds).pixels();
      return model.get().embed(new Input.Image(pixels, file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be searched with: " + Trouble.inWords(e), e);
    }
  }

  private static Embedding item(ItemIndex index, String path) {
    return index
        .item(path)
        .map(Item::contentHash)
        .flatMap(hash -> Optional.ofNullable(index.byContent(Set.of(hash)).get(hash)))
        .map(EmbeddedItem::embedding)
        .orElseThrow(() -> new LibraryException(path + " is not in the library; index it first"));
  }
}
