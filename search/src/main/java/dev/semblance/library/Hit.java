package dev.semblance.library;

import dev.semblance.index.Item;
import java.util.List;
import java.util.OptionalDouble;

/// An item found.
///
/// @param rank 1 for the best
/// @param score the cosine between query and item
/// @param confidence the probability from 0 to 1 that the item is what was asked for; absent where
///   the model was not calibrated, or the query is a point of unknown origin
/// @param explanation what each term of the query contributed, in the query's order; the parts add
///   up to the score
public record Hit(
    int rank, Item item, double score, OptionalDouble confidence, List<Part> explanation) {
  public Hit {
    explanation = List.copyOf(explanation);
  }

  /// The share of one term.
  ///
  /// @param term the term's name
  /// @param weight its weight in the query
  /// @param cosine between the term alone and the item
  /// @param share of the score: weight times cosine over the length of the sum
  public record Part(String term, double weight, double cosine, double share) {}
}
