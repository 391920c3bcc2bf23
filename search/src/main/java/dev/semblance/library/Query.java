package dev.semblance.library;

import dev.semblance.image.Pixels;
import dev.semblance.index.Filter;
import dev.semblance.space.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What is looked for: a sum of weighted terms, brought back to unit length, among the items that a
/// filter lets through.
///
/// {@snippet file="dev/semblance/library/SnippetsTest.java" region="sum"}
///
/// Immutable, safe for many threads.
///
/// @param terms at least one
/// @param top how many hits at most, at least 1
/// @param filter which items may be found
/// @param minScore hits below this cosine are left out
/// @param onlyMatches whether hits are left out that the model's calibration thinks too unlikely;
///   nothing is left out where there is no calibration
public record Query(
    List<Term> terms, int top, Filter filter, OptionalDouble minScore, boolean onlyMatches) {
  public Query {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a query needs at least one term, got none");
    }
    if (top < 1) {
      throw new IllegalArgumentException("top must be at least 1, got " + top);
    }
  }

  private static Query of(Subject subject) {
    return sum(List.of(new Term(1, subject)));
  }

  /// The sum of terms, at most 20 hits among all items.
  public static Query sum(List<Term> terms) {
    return new Query(terms, 20, new Filter.Everything(), OptionalDouble.empty(), false);
  }

  /// Pictures that show what a text says.
  public static Query text(String text) {
    return of(new Subject.Text(text));
  }

  /// Pictures like the one in a file, which need not be in the library.
  public static Query picture(Path file) {
    return of(new Subject.Picture(file));
  }

  /// Pictures like one in memory.
  ///
  /// @param name what to call it in messages
  public static Query pixels(Pixels pixels, String name) {
    return of(new Subject.InMemory(pixels, name));
  }

  /// Pictures like the item at a path of the library.
  public static Query item(String path) {
    return of(new Subject.OfLibrary(path));
  }

  /// Pictures near a given point.
  ///
  /// @param name what to call it in messages
  public static Query embedding(Embedding embedding, String name) {
    return of(new Subject.Given(embedding, name));
  }

  /// All weights multiplied.
  public Query times(double factor) {
    return new Query(
        terms.stream().map(term -> new Term(term.weight() * factor, term.subject())).toList(),
        top,
        filter,
        minScore,
        onlyMatches);
  }

  /// The terms of both; all else stays this query's.
  public Query plus(Query other) {
    List<Term> sum = new ArrayList<>(terms);
    sum.addAll(other.terms);
    return new Query(sum, top, filter, minScore, onlyMatches);
  }

  /// The terms of this one, and those of the other with weights negated.
  public Query minus(Query other) {
    return plus(other.times(-1));
  }

  /// At most `count` hits.
  public Query top(int count) {
    return new Query(terms, count, filter, minScore, onlyMatches);
  }

  /// Only items that this filter lets through too.
  public Query where(Filter another) {
    Filter both =
        filter instanceof Filter.Everything ? another : new Filter.All(List.of(filter, another));
    return new Query(terms, top, both, minScore, onlyMatches);
  }

  /// Only hits of at least this cosine.
  public Query minScore(double cosine) {
    return new Query(terms, top, filter, OptionalDouble.of(cosine), onlyMatches);
  }

  /// Only hits that the model's calibration thinks likely enough to be shown.
  public Query matches() {
    return new Query(terms, top, filter, minScore, true);
  }

  /// One term of the sum.
  ///
  /// @param weight any finite number but 0; negative pushes away
  public record Term(double weight, Subject subject) {
    public Term {
      if (!Double.isFinite(weight) || weight == 0) {
        throw new IllegalArgumentException(
            "the weight of "
                + subject.name()
                + " must be a finite number other than 0, got "
                + weight);
      }
    }
  }

  /// What a term is about.
  public sealed interface Subject {
    /// What it is called in messages and explanations.
    String name();

    /// A text.
    record Text(String text) implements Subject {
      public Text {
        if (text.isBlank()) {
          throw new IllegalArgumentException("a text to search for must not be blank");
        }
      }

      @Override
      public String name() {
        return "\"" + text + "\"";
      }
    }

    /// A picture file.
    record Picture(Path file) implements Subject {
      @Override
      public String name() {
        return file.toString();
      }
    }

    /// A picture in memory.
    record InMemory(Pixels pixels, String name) implements Subject {}

    /// An item of the library.
    record OfLibrary(String path) implements Subject {
      @Override
      public String name() {
        return path;
      }
    }

    /// A point.
    record Given(Embedding embedding, String name) implements Subject {}
  }
}
