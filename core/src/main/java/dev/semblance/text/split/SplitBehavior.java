package dev.semblance.text.split;

/// What becomes of the delimiters when a text is split; the example splits `the-final--countdown`
/// at `-`.
public enum SplitBehavior {
  /// `the`, `final`, `countdown`
  REMOVED,
  /// `the`, `-`, `final`, `-`, `-`, `countdown`
  ISOLATED,
  /// `the-`, `final-`, `-`, `countdown`
  MERGED_WITH_PREVIOUS,
  /// `the`, `-final`, `-`, `-countdown`
  MERGED_WITH_NEXT,
  /// `the`, `-`, `final`, `--`, `countdown`
  CONTIGUOUS
}
