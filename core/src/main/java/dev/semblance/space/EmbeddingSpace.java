package dev.semblance.space;

/// A shared coordinate space, known by its fingerprint.
///
/// Two spaces of one dimension are still two spaces: only the fingerprint decides. Immutable, safe
/// for many threads.
///
/// @param name what people call it, such as `mini` or `clip-vit-base-patch32/int8`
/// @param fingerprint lower-case hexadecimal SHA-256 over everything that decides where a thing
///   lands (see [Fingerprint])
/// @param dimension the number of components of its embeddings, at least 1
public record EmbeddingSpace(String name, String fingerprint, int dimension) {
  public EmbeddingSpace {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a space needs a name, got a blank one");
    }
    if (!isFingerprint(fingerprint)) {
      throw new IllegalArgumentException(
          "space "
              + name
              + ": a fingerprint is 64 hexadecimal digits, got \""
              + fingerprint
              + "\"");
    }
    if (dimension < 1) {
      throw new IllegalArgumentException(
          "space " + name + ": dimension must be at least 1, got " + dimension);
    }
  }

  private static boolean isFingerprint(String text) {
    return text.length() == 64
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /// Whether embeddings of both may be compared.
  public boolean sameAs(EmbeddingSpace other) {
    return fingerprint.equals(other.fingerprint) && dimension == other.dimension;
  }

  /// Does nothing when both are one space.
  ///
  /// @throws IllegalArgumentException with both names when they are not
  public void requireSame(EmbeddingSpace other) {
    if (!sameAs(other)) {
      throw new IllegalArgumentException(
          "embeddings of two spaces cannot be compared: "
              + describe()
              + " and "
              + other.describe()
              + "; embed both sides with one model");
    }
  }

  /// One line for people: name, dimension and the start of the fingerprint.
  public String describe() {
    return name + " (" + dimension + "-d, " + fingerprint.substring(0, 12) + ")";
  }
}
