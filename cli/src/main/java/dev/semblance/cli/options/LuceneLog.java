package dev.semblance.cli.options;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Lucene's log, which says on stderr what instructions it found in the processor.
public final class LuceneLog {
  /// Kept, since the log manager holds it weakly.
  private static final Logger LOG = Logger.getLogger("org.apache.lucene");

  static {
    LOG.setLevel(Level.OFF);
  }

  private LuceneLog() {}

  /// Says no more from now on. Looking for the log manager takes a while, so that it is done where
  /// Lucene is about to be used, by whichever thread is first.
  public static void hush() {
    // Done when the class was loaded.
  }
}
