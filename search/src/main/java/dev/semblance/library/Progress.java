package dev.semblance.library;

/// Told how an indexing run goes. Called from one thread at a time.
public interface Progress {
  /// More files were found by the crawl, or it has come to its end.
  ///
  /// @param found files so far
  /// @param all whether these are all
  void found(long found, boolean all);

  /// Files are done with, in whatever way.
  ///
  /// @param done files so far
  /// @param embedded pictures through the model so far
  void done(long done, long embedded);

  /// A file could not be embedded or a folder not be read.
  ///
  /// @param path as in [dev.semblance.index.Item]
  void failed(String path, String reason);

  /// Something the user should know once.
  void notice(String sentence);

  /// Says nothing.
  static Progress silent() {
    return new Progress() {
      @Override
      public void found(long found, boolean all) {}

      @Override
      public void done(long done, long embedded) {}

      @Override
      public void failed(String path, String reason) {}

      @Override
      public void notice(String sentence) {}
    };
  }
}
