package dev.semblance.library;

import java.nio.file.Path;
import java.util.List;

/// Reads the words of a command line as a [Query].
public final class QueryParser {
  private QueryParser() {}

  /// The query that words stand for.
  ///
  /// @param words as the shell hands them over
  /// @param folder where relative picture paths start
  /// @throws IllegalArgumentException when the words make no query, or a word that looks like a
  ///   path has no file; the message says which
  public static Query parse(List<String> words, Path folder) {
    return landing(words.toString() + folder);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // gone with the next commit
  private static <T> T landing(Object... arguments) {
    throw new UnsupportedOperationException("follows on this branch: " + arguments.length);
  }
}
