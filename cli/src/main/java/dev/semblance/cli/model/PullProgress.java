package dev.semblance.cli.model;

import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.hub.pull.PullListener;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Shows how a pull goes: a line that moves in a terminal, a line every ten seconds elsewhere. Used
/// by one thread; close it when the pull has ended.
final class PullProgress implements PullListener, AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;

  private final GlobalOptions options;
  private final Output err;
  private final LongSupplier clockNanos;
  private final long begunNanos;
  private long shownNanos;
  private long before = -1;
  private boolean drawn;

  /// @param clockNanos as [System#nanoTime]
  PullProgress(GlobalOptions options, LongSupplier clockNanos) {
    this.options = options;
    this.err = options.surroundings().err();
    this.clockNanos = clockNanos;
    this.begunNanos = clockNanos.getAsLong();
    this.shownNanos = begunNanos;
  }

  @Override
  public void planned(int files, long bytes) {
    options.tell(
        String.format(Locale.ROOT, "pulling %d files, %s", files, Wording.megabytes(bytes)));
  }

  @Override
  public void progressed(String file, long done, long total) {
    before = before < 0 ? done : before;
    long now = clockNanos.getAsLong();
    boolean live = err.isTerminal();
    if (options.quiet() || now - shownNanos < (live ? REDRAW_NANOS : LINE_NANOS)) {
      return;
    }
    shownNanos = now;
    String line = line(file, done, total, (now - begunNanos) / 1e9);
    if (!live) {
      options.tell(line);
      err.flush();
      return;
    }
    int width = Math.max(20, options.surroundings().columns()) - 1;
    err.text("\r\u001b[K" + line.substring(0, Math.min(width, line.length())));
    err.flush();
    drawn = true;
  }

  @Override
  public void notice(String sentence) {
    wipe();
    options.tell(Names.shown(sentence));
  }

  /// Takes the line away.
  @Override
  public void close() {
    wipe();
  }

  /// What is known, such as `25 % 125.0 of 500.0 MB 9.8 MB/s onnx/text_model.onnx`.
  private String line(String file, long done, long total, double seconds) {
    return String.format(
        Locale.ROOT,
        "%d %%  %.1f of %s  %.1f MB/s  %s",
        total == 0 ? 100 : done * 100 / total,
        done / 1e6,
        Wording.megabytes(total),
        (done - before) / 1e6 / Math.max(seconds, 1e-3),
        Names.shown(file));
  }

  private void wipe() {
    if (drawn) {
      err.text("\r\u001b[K");
      err.flush();
      drawn = false;
    }
  }
}
