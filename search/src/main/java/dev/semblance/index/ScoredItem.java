package dev.semblance.index;

import java.util.Comparator;

/// An item found.
///
/// @param score the cosine between query and item, -1 to 1
public record ScoredItem(Item item, double score) {
  /// The order of hits: highest score first, equal scores as [Item#BY_PATH].
  public static final Comparator<ScoredItem> BEST_FIRST =
      Comparator.comparingDouble(ScoredItem::score)
          .reversed()
          .thenComparing(ScoredItem::item, Item.BY_PATH);
}
