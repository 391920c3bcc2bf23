package dev.semblance.text.pipeline;

import java.util.List;

/// The special ids that frame the content of every text.
///
/// @param before ids in front
/// @param behind ids at the end
public record SpecialIds(List<Integer> before, List<Integer> behind) {
  public SpecialIds {
    before = List.copyOf(before);
    behind = List.copyOf(behind);
  }

  /// No special ids.
  public static SpecialIds none() {
    return new SpecialIds(List.of(), List.of());
  }

  /// How many there are together.
  public int count() {
    return before.size() + behind.size();
  }
}
