package dev.semblance.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/// A stream that a command writes to, in UTF-8.
///
/// Lines are kept back until [#flush], unless a terminal reads them. Safe for many threads.
public final class Output {
  private final OutputStream stream;
  private final boolean terminal;
  private final Style style;

  /// @param stream written to in whole lines; buffer it where that pays
  /// @param terminal whether a person reads along
  /// @param style how things may be marked there
  public Output(OutputStream stream, boolean terminal, Style style) {
    this.stream = stream;
    this.terminal = terminal;
    this.style = style;
  }

  /// Whether a person reads along.
  public boolean isTerminal() {
    return terminal;
  }

  /// How things may be marked here.
  public Style style() {
    return style;
  }

  /// Writes a line.
  ///
  /// @throws ReaderGone when nobody reads any more
  /// @throws UncheckedIOException when it cannot be written for another reason
  public void line(String text) {
    write((text + "\n").getBytes(StandardCharsets.UTF_8));
    if (terminal) {
      flush();
    }
  }

  /// Writes text as it is, without an end of line.
  public void text(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes bytes as they are.
  public synchronized void write(byte[] bytes) {
    try {
      stream.write(bytes);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// Sends on what was kept back.
  public synchronized void flush() {
    try {
      stream.flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// Lets something print here that knows only writers.
  public void print(Consumer<PrintWriter> printing) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    printing.accept(writer);
    writer.flush();
    text(text.toString());
  }

  private static RuntimeException failure(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("broken pipe") || message.contains("pipe closed")) {
      return new ReaderGone();
    }
    return new UncheckedIOException("the output cannot be written: " + e.getMessage(), e);
  }

  /// Nobody reads the output any more, as when `head` has seen enough; no error.
  public static final class ReaderGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReaderGone() {
      super("nobody reads the output any more", null, false, false);
    }
  }
}
