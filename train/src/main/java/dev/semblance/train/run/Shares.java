package dev.semblance.train.run;

/// How good a model is on the two sets that only measure, each a share from 0 to 1.
///
/// @param r1 dev captions whose picture comes first
/// @param r5 among the first five
/// @param r10 among the first ten
/// @param top1 nips17 pictures whose name comes first
/// @param top5 among the first five
public record Shares(double r1, double r5, double r10, double top1, double top5) {
  /// What states are compared by: the mean recall on the dev split. The names of nips17 have no
  /// part in it, so that they measure what nothing was chosen by.
  public double score() {
    return (r1 + r5 + r10) / 3;
  }
}
