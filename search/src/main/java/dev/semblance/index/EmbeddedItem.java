package dev.semblance.index;

import dev.semblance.space.Embedding;

/// An item with its point in the index's space.
public record EmbeddedItem(Item item, Embedding embedding) {}
