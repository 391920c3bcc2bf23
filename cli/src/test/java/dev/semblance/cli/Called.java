package dev.semblance.cli;

import dev.semblance.cli.terminal.Output;
import dev.semblance.cli.terminal.Style;
import dev.semblance.cli.terminal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A command line called in this process, with what it wrote.
final class Called {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private Path folder = Path.of("").toAbsolutePath();
  private OutputStream sink = out;
  private boolean terminal;
  private String answer = "";
  private Runnable interrupt = () -> {};
  private int code = -1;

  /// Relative paths start there, and so does the user's home.
  Called in(Path where) {
    folder = where;
    environment.put("HOME", where.toString());
    return this;
  }

  Called with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// A person sits in front of it.
  Called atTerminal() {
    terminal = true;
    environment.putIfAbsent("TERM", "xterm");
    return this;
  }

  /// What the person types when asked.
  Called answering(String line) {
    answer = line;
    return this;
  }

  /// Standard output goes there instead.
  Called into(OutputStream other) {
    sink = other;
    return this;
  }

  Surroundings surroundings() {
    return new Surroundings(
        output(sink),
        output(err),
        environment,
        folder,
        80,
        () -> answer,
        action -> interrupt = action);
  }

  private Output output(OutputStream stream) {
    Style style = Surroundings.style(terminal, environment);
    return new Output(stream, terminal, style);
  }

  Called run(String... arguments) {
    out.reset();
    err.reset();
    code = Semblance.run(surroundings(), arguments);
    return this;
  }

  /// What Ctrl-C does now.
  void interrupt() {
    interrupt.run();
  }

  int code() {
    return code;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  List<String> lines() {
    return out().lines().toList();
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  @Override
  public String toString() {
    return "exit " + code + "\nout: " + out() + "\nerr: " + err();
  }
}
