package dev.semblance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// A command's help as a manual page, in the `man` macros of roff (see man-pages(7)).
final class ManPage {
  private final CommandSpec command;
  private final StringBuilder roff = new StringBuilder();

  private ManPage(CommandSpec command) {
    this.command = command;
  }

  /// The name of the page's file, such as `semblance-search.1`.
  static String fileName(CommandSpec command) {
    return command.qualifiedName("-") + ".1";
  }

  static String of(CommandSpec command) {
    ManPage page = new ManPage(command);
    page.write();
    return page.roff.toString();
  }

  private void write() {
    UsageMessageSpec usage = command.usageMessage();
    String name = command.qualifiedName("-");
    line(".\\\" Generated from the command's own help: do not edit.");
    line(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" Semblance");
    section("NAME");
    text(name + " - " + String.join(" ", usage.header()));
    section("SYNOPSIS");
    line(".B " + escaped(command.qualifiedName(" ")));
    text(synopsis());
    section("DESCRIPTION");
    paragraphs(usage.description());
    parameters();
    options();
    commands();
    exitCodes();
    footer(usage.footer());
    seeAlso();
  }

  private String synopsis() {
    List<String> words = new ArrayList<>();
    if (!command.options().isEmpty()) {
      words.add("[OPTION]...");
    }
    command
        .positionalParameters()
        .forEach(p -> words.add(p.paramLabel() + (p.arity().isVariable() ? "..." : "")));
    if (!command.subcommands().isEmpty()) {
      words.add("COMMAND");
    }
    return String.join(" ", words);
  }

  private void parameters() {
    List<PositionalParamSpec> shown =
        command.positionalParameters().stream().filter(p -> !p.hidden()).toList();
    if (!shown.isEmpty()) {
      section("ARGUMENTS");
      shown.forEach(p -> entry(p.paramLabel(), p.description()));
    }
  }

  private void options() {
    section("OPTIONS");
    command.options().stream()
        .filter(option -> !option.hidden())
        .sorted((a, b) -> a.longestName().compareTo(b.longestName()))
        .forEach(option -> entry(names(option), option.description()));
  }

  private static String names(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
    return String.join(", ", option.names()) + value;
  }

  private void commands() {
    if (command.subcommands().isEmpty()) {
      return;
    }
    section("COMMANDS");
    command
        .subcommands()
        .forEach((name, sub) -> entry(name, sub.getCommandSpec().usageMessage().header()));
  }

  private void exitCodes() {
    if (!command.usageMessage().exitCodeList().isEmpty()) {
      section("EXIT STATUS");
      command.usageMessage().exitCodeList().forEach((code, meaning) -> entry(code, meaning));
    }
  }

  /// Blocks that begin with a line such as `Examples:` and go on indented.
  private void footer(String[] lines) {
    boolean open = false;
    for (String line : lines) {
      if (line.endsWith(":") && !line.startsWith(" ")) {
        close(open);
        section(line.substring(0, line.length() - 1).toUpperCase(Locale.ROOT));
        line(".nf");
        open = true;
      } else if (!line.isBlank()) {
        text(line.strip());
      }
    }
    close(open);
  }

  private void close(boolean open) {
    if (open) {
      line(".fi");
    }
  }

  private void seeAlso() {
    section("SEE ALSO");
    List<String> others = new ArrayList<>();
    CommandSpec parent = command.parent();
    if (parent != null) {
      others.add(parent.qualifiedName("-") + "(1)");
    }
    command
        .subcommands()
        .values()
        .forEach(sub -> others.add(sub.getCommandSpec().qualifiedName("-") + "(1)"));
    text(String.join(", ", others));
  }

  private void section(String name) {
    line(".SH " + name);
  }

  private void entry(String term, String... meaning) {
    line(".TP");
    line(".B " + escaped(term));
    text(String.join(" ", meaning).replace("${DEFAULT-VALUE}", defaultOf(term)));
  }

  private String defaultOf(String term) {
    OptionSpec option = command.findOption(term.replaceAll("[,=].*", ""));
    return option == null ? "" : String.valueOf(option.defaultValue());
  }

  private void paragraphs(String[] lines) {
    for (String line : lines) {
      if (line.isBlank()) {
        line(".PP");
      } else {
        text(line);
      }
    }
  }

  private void text(String text) {
    String escaped = escaped(text);
    line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
  }

  private void line(String text) {
    roff.append(text).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }
}
