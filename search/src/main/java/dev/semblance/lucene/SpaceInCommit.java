package dev.semblance.lucene;

import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.IndexCommit;

/// The space of an index, kept in the user data of each commit.
final class SpaceInCommit {
  private static final String FORMAT = "semblance.format";
  private static final String NAME = "semblance.space.name";
  private static final String FINGERPRINT = "semblance.space.fingerprint";
  private static final String DIMENSION = "semblance.space.dimension";

  /// The form of the documents; a change that older programs cannot read gets another number.
  private static final String FORMAT_NOW = "1";

  private SpaceInCommit() {}

  static Map<String, String> userData(EmbeddingSpace space) {
    return Map.of(
        FORMAT, FORMAT_NOW,
        NAME, space.name(),
        FINGERPRINT, space.fingerprint(),
        DIMENSION, String.valueOf(space.dimension()));
  }

  static EmbeddingSpace read(IndexCommit commit) throws IOException {
    Map<String, String> data = commit.getUserData();
    String format = data.get(FORMAT);
    if (!FORMAT_NOW.equals(format)) {
      throw new IOException(
          "the index is of format "
              + (format == null ? "unknown (not made by Semblance)" : format)
              + ", this program reads format "
              + FORMAT_NOW
              + "; index anew");
    }
    return new EmbeddingSpace(
        data.getOrDefault(NAME, ""),
        data.getOrDefault(FINGERPRINT, ""),
        Integer.parseInt(data.getOrDefault(DIMENSION, "0")));
  }
}
