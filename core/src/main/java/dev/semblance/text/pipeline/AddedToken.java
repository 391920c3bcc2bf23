package dev.semblance.text.pipeline;

/// A token that is found in a text before anything else is done to it.
///
/// @param content its text, not empty
/// @param singleWord whether it counts only where no word character touches it
/// @param takesLeft whether it swallows the white space before it
/// @param takesRight whether it swallows the white space behind it
/// @param normalized whether it is sought, normalised, in the normalised text
public record AddedToken(
    String content, boolean singleWord, boolean takesLeft, boolean takesRight, boolean normalized) {
  /// A token that is sought as it is, in the text as it is.
  public static AddedToken plain(String content) {
    return new AddedToken(content, false, false, false, false);
  }
}
