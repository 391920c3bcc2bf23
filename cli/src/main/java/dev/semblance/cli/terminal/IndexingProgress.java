package dev.semblance.cli.terminal;

import dev.semblance.library.Progress;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Shows how an indexing run goes: a bar that moves in a terminal, a line now and then elsewhere.
///
/// Notices are lines in both. Safe for many threads; close it when the run has ended.
public final class IndexingProgress implements Progress, AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;
  private static final int BAR = 24;

  private final Output output;
  private final Settings settings;
  private final LongSupplier clockNanos;
  private final Pace pace;
  private long found;
  private boolean all;
  private long done;
  private long embedded;
  private long failed;
  private long shownNanos;
  private boolean drawn;

  /// How much to show.
  ///
  /// @param columns how wide the terminal is
  /// @param quiet whether to show nothing but notices
  /// @param eachFailure whether each failure gets a line
  public record Settings(int columns, boolean quiet, boolean eachFailure) {}

  /// @param clockNanos as [System#nanoTime]
  public IndexingProgress(Output output, Settings settings, LongSupplier clockNanos) {
    this.output = output;
    this.settings = settings;
    this.clockNanos = clockNanos;
    long now = clockNanos.getAsLong();
    this.pace = new Pace(now);
    this.shownNanos = now;
  }

  @Override
  public synchronized void found(long files, boolean complete) {
    if (files < found) {
      // Another run of a watched folder.
      done = 0;
      embedded = 0;
    }
    found = files;
    all = complete;
    refresh();
  }

  @Override
  public synchronized void done(long files, long throughModel) {
    done = files;
    embedded = throughModel;
    refresh();
  }

  @Override
  public synchronized void failed(String path, String reason) {
    failed++;
    if (settings.eachFailure()) {
      above("failed: " + Names.shown(path) + ": " + Names.shown(reason));
    }
    refresh();
  }

  @Override
  public synchronized void notice(String sentence) {
    above(Names.shown(sentence));
  }

  /// Takes the bar away.
  @Override
  public synchronized void close() {
    wipe();
  }

  private void refresh() {
    if (settings.quiet()) {
      return;
    }
    long now = clockNanos.getAsLong();
    boolean live = output.isTerminal();
    if (now - shownNanos < (live ? REDRAW_NANOS : LINE_NANOS)) {
      return;
    }
    shownNanos = now;
    pace.update(now, done);
    if (live) {
      String line = line(true);
      int width = Math.max(20, settings.columns()) - 1;
      output.text("\r\u001b[K" + line.substring(0, Math.min(width, line.length())));
      output.flush();
      drawn = true;
    } else {
      output.line("semblance: " + line(false));
      output.flush();
    }
  }

  /// What is known, such as `[######------] 25 % 1,250 of 5,000 98/s 0:38 left 2 failed`.
  private String line(boolean withBar) {
    StringBuilder line = new StringBuilder();
    if (all && found > 0) {
      double share = (double) done / found;
      if (withBar) {
        int full = (int) (share * BAR);
        line.append('[').append("#".repeat(full)).append("-".repeat(BAR - full)).append("] ");
      }
      line.append((int) (100 * share)).append(" %  ");
    }
    line.append(grouped(done)).append(" of ").append(grouped(found)).append(all ? "" : "+");
    line.append(" files");
    if (pace.perSecond() > 0) {
      line.append(
          String.format(
              Locale.ROOT, pace.perSecond() < 10 ? "  %.1f/s" : "  %.0f/s", pace.perSecond()));
    }
    String left = all ? pace.timeFor(found - done) : "";
    if (!left.isEmpty()) {
      line.append("  ").append(left).append(" left");
    }
    if (embedded > 0) {
      line.append("  ").append(grouped(embedded)).append(" embedded");
    }
    if (failed > 0) {
      line.append("  ").append(grouped(failed)).append(" failed");
    }
    return line.toString();
  }

  private void above(String sentence) {
    wipe();
    output.line("semblance: " + sentence);
    output.flush();
  }

  private void wipe() {
    if (drawn) {
      output.text("\r\u001b[K");
      output.flush();
      drawn = false;
    }
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
