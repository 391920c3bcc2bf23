package dev.semblance.hub.pull;

/// Hears how a pull goes, on the thread that pulls.
public interface PullListener {
  /// What is about to be fetched.
  ///
  /// @param files how many
  /// @param bytes of all together
  default void planned(int files, long bytes) {}

  /// How far it is; called for every piece.
  ///
  /// @param file the one being fetched
  /// @param done bytes of all files together
  /// @param total bytes of all files together
  default void progressed(String file, long done, long total) {}

  /// Something worth telling, one sentence: a second attempt, a file without hash.
  default void notice(String sentence) {}
}
