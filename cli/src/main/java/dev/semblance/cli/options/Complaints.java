package dev.semblance.cli.options;

import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.image.UnreadablePictureException;
import dev.semblance.index.LibraryException;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells the user in one sentence what went wrong, and where it happened only when asked.
public final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final GlobalOptions options;

  public Complaints(GlobalOptions options) {
    this.options = options;
  }

  /// Wrong arguments: what is wrong, and where the right ones are told.
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    String sentence = ofArguments(e);
    String help = "see: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    complain(sentence + (sentence.endsWith("?") ? " " : "; ") + help, e);
    return ExitCode.ERROR;
  }

  private static String ofArguments(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return firstLine(e.getMessage());
    }
    String first = unmatched.getUnmatched().getFirst();
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String sentence =
        !first.startsWith("-") && !command.subcommands().isEmpty()
            ? "there is no command '" + first + "'"
            : firstLine(e.getMessage());
    if (command.name().equals("search") && first.matches("-[^-].*")) {
      return sentence + "; to take something away, write: - " + first.substring(1);
    }
    List<String> close = unmatched.getSuggestions();
    return close.isEmpty() ? sentence : sentence + "; did you mean " + close.getFirst() + "?";
  }

  /// Everything else that stops a command.
  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof Output.ReaderGone) {
      return ExitCode.FOUND;
    }
    complain(sentence(e), e);
    return ExitCode.ERROR;
  }

  private void complain(String sentence, Exception e) {
    Output err = options.surroundings().err();
    err.line("semblance: " + Names.shown(sentence));
    if (options.verbose()) {
      for (Throwable at = e; at != null; at = at.getCause()) {
        err.line(at.getClass().getName() + ": " + Names.shown(String.valueOf(at.getMessage())));
        for (StackTraceElement frame : at.getStackTrace()) {
          err.line("    at " + frame);
        }
      }
    }
  }

  private static String sentence(Exception e) {
    return switch (e) {
      case UncheckedIOException unchecked -> ofFile(unchecked);
      case IOException plain -> ofFile(plain);
      case IllegalArgumentException _,
          LibraryException _,
          ModelException _,
          UnreadablePictureException _ ->
          firstLine(e.getMessage());
      default ->
          "this should not happen ("
              + e.getClass().getSimpleName()
              + ": "
              + firstLine(e.getMessage())
              + "); run the command with --verbose and report what it prints";
    };
  }

  /// A message for what Java's file exceptions leave at the bare path.
  private static String ofFile(UncheckedIOException unchecked) {
    IOException cause = Objects.requireNonNull(unchecked.getCause());
    String own = firstLine(unchecked.getMessage());
    return own.startsWith(cause.getClass().getName()) ? ofFile(cause) : own;
  }

  private static String ofFile(IOException e) {
    return switch (e) {
      case NoSuchFileException file -> file.getFile() + ": there is no such file or folder";
      case AccessDeniedException file -> file.getFile() + ": access is denied";
      default -> firstLine(e.getMessage());
    };
  }

  private static String firstLine(@org.jspecify.annotations.Nullable String message) {
    return message == null ? "no message" : message.lines().findFirst().orElse("no message");
  }
}
