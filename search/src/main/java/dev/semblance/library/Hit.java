package dev.semblance.library;

import dev.semblance.index.Item;
import java.util.List;

/// An item found.
///
/// @param rank 1 for the best
/// @param score the cosine between query and item
/// @param explanation what each term of the query contributed, in the query's order; the parts add
///   up to the score
public record Hit(int rank, Item item, double score, List<Part> explanation) {
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
