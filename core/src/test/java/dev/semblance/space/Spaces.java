package dev.semblance.space;

/// Spaces for tests, told apart by the digit that fills their fingerprint.
final class Spaces {
  private Spaces() {}

  static EmbeddingSpace of(int dimension) {
    return named("test", 'a', dimension);
  }

  static EmbeddingSpace named(String name, char digit, int dimension) {
    return new EmbeddingSpace(name, String.valueOf(digit).repeat(64), dimension);
  }
}
