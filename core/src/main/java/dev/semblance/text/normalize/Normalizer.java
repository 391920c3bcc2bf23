package dev.semblance.text.normalize;

/// Rewrites a text. Implementations are immutable and safe for many threads.
@FunctionalInterface
public interface Normalizer {
  String normalize(String text);
}
