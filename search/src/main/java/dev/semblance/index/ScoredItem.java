package dev.semblance.index;

/// An item found.
///
/// @param score the cosine between query and item, -1 to 1
public record ScoredItem(Item item, double score) {}
