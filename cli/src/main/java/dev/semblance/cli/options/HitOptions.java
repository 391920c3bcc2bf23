package dev.semblance.cli.options;

import dev.semblance.cli.pictures.HitPictures;
import dev.semblance.cli.terminal.JsonLine;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.drawing.ContactSheet;
import dev.semblance.drawing.terminal.TerminalProtocol;
import dev.semblance.library.Hit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// How hits are shown: lines, JSON, bare paths, pictures in the terminal, a contact sheet.
public final class HitOptions {
  private final GlobalOptions options;

  private final OptionSpec json =
      OptionSpec.builder("--json")
          .type(boolean.class)
          .description(
              "One JSON object a line: rank, score, path, width, height, and confidence where the"
                  + " model is calibrated.")
          .build();
  private final OptionSpec paths =
      OptionSpec.builder("--paths")
          .type(boolean.class)
          .description("Only the paths, one a line, exactly as they are.")
          .build();
  private final OptionSpec nul =
      OptionSpec.builder("-0", "--null")
          .type(boolean.class)
          .description(
              "With --paths, end each path with a NUL instead of a line end, for xargs -0.")
          .build();
  private final OptionSpec preview =
      OptionSpec.builder("--preview")
          .type(boolean.class)
          .description("Show small pictures in the terminal.")
          .build();
  private final OptionSpec sheet =
      OptionSpec.builder("--sheet")
          .paramLabel("FILE.png")
          .type(String.class)
          .description("Also draw all hits on one sheet and write it to this file.")
          .build();

  public HitOptions(GlobalOptions options) {
    this.options = options;
  }

  /// Adds them to a command.
  public void addTo(CommandSpec command) {
    for (OptionSpec option : List.of(json, paths, nul, preview, sheet)) {
      command.addOption(option);
    }
  }

  /// Refuses what contradicts itself.
  public void check() {
    int ways = 0;
    for (OptionSpec way : List.of(json, paths, preview)) {
      ways += Given.flag(way) ? 1 : 0;
    }
    if (ways > 1) {
      throw new IllegalArgumentException("use only one of --json, --paths and --preview");
    }
    if (Given.flag(nul) && !Given.flag(paths)) {
      throw new IllegalArgumentException("-0 goes with --paths only");
    }
    sheet().ifPresent(HitOptions::requirePng);
  }

  private Optional<String> sheet() {
    return Given.value(sheet);
  }

  private static void requirePng(String file) {
    if (!file.toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new IllegalArgumentException(
          "--sheet writes a PNG; got \"" + file + "\", name it *.png");
    }
  }

  /// Shows what was found.
  ///
  /// @param heading what was searched for
  public void show(String heading, List<Hit> hits) {
    Output out = options.surroundings().out();
    if (Given.flag(json)) {
      hits.forEach(hit -> out.line(asJson(hit)));
    } else if (Given.flag(paths)) {
      String end = Given.flag(nul) ? "\0" : "\n";
      for (Hit hit : hits) {
        out.write(Names.bytes(hit.item().path()));
        out.text(end);
      }
    } else {
      TerminalProtocol protocol = Given.flag(preview) ? protocol() : TerminalProtocol.NONE;
      for (Hit hit : hits) {
        out.line(asText(hit, out));
        out.text(preview(hit, protocol));
      }
    }
    out.flush();
    sheet().ifPresent(file -> draw(options.path(file), heading, hits));
  }

  private void draw(Path file, String heading, List<Hit> hits) {
    new ContactSheet("", "", HitPictures.rows(heading, hits)).writeTo(file);
    options.tell("the sheet is " + Names.shown(file.toString()));
  }

  private TerminalProtocol protocol() {
    TerminalProtocol protocol = TerminalProtocol.of(options.surroundings().environment());
    if (protocol == TerminalProtocol.NONE) {
      options.tell(
          "this terminal is not known to show pictures; set SEMBLANCE_PREVIEW to kitty, iterm, sixel"
              + " or blocks if it does, or use --sheet");
    }
    return protocol;
  }

  private String preview(Hit hit, TerminalProtocol protocol) {
    return protocol == TerminalProtocol.NONE
        ? ""
        : HitPictures.preview(hit, protocol, options.surroundings().columns());
  }

  private static String asJson(Hit hit) {
    JsonLine line =
        new JsonLine()
            .with("rank", hit.rank())
            .with("score", hit.score())
            .with("path", hit.item().path())
            .with("width", hit.item().width())
            .with("height", hit.item().height());
    hit.confidence().ifPresent(probability -> line.with("confidence", probability));
    return line.end();
  }

  private static String asText(Hit hit, Output out) {
    return out.style().faint(String.format(Locale.ROOT, "%.4f", hit.score()))
        + "\t"
        + Names.shown(hit.item().path());
  }
}
