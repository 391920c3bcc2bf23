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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How hits are shown: lines, JSON, bare paths, pictures in the terminal, a contact sheet.
public final class HitOptions {
  private final GlobalOptions options;

  @Option(
      names = "--json",
      description =
          "One JSON object a line: rank, score, path, width, height, and confidence where the model is calibrated.")
  private boolean json;

  @Option(names = "--paths", description = "Only the paths, one a line, exactly as they are.")
  private boolean paths;

  @Option(
      names = {"-0", "--null"},
      description = "With --paths, end each path with a NUL instead of a line end, for xargs -0.")
  private boolean nul;

  @Option(names = "--preview", description = "Show small pictures in the terminal.")
  private boolean preview;

  @Option(
      names = "--sheet",
      paramLabel = "FILE.png",
      description = "Also draw all hits on one sheet and write it to this file.")
  private @Nullable String sheet;

  public HitOptions(GlobalOptions options) {
    this.options = options;
  }

  /// Refuses what contradicts itself.
  public void check() {
    if ((json ? 1 : 0) + (paths ? 1 : 0) + (preview ? 1 : 0) > 1) {
      throw new IllegalArgumentException("use only one of --json, --paths and --preview");
    }
    if (nul && !paths) {
      throw new IllegalArgumentException("-0 goes with --paths only");
    }
    if (sheet != null && !sheet.toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new IllegalArgumentException(
          "--sheet writes a PNG; got \"" + sheet + "\", name it *.png");
    }
  }

  /// Shows what was found.
  ///
  /// @param heading what was searched for
  public void show(String heading, List<Hit> hits) {
    Output out = options.surroundings().out();
    TerminalProtocol protocol = preview ? protocol() : TerminalProtocol.NONE;
    for (Hit hit : hits) {
      if (json) {
        out.line(asJson(hit));
      } else if (paths) {
        out.write(Names.bytes(hit.item().path()));
        out.text(nul ? "\0" : "\n");
      } else {
        out.line(asText(hit, out));
        out.text(preview ? preview(hit, protocol) : "");
      }
    }
    out.flush();
    if (sheet != null) {
      Path file = options.path(sheet);
      new ContactSheet("", "", HitPictures.rows(heading, hits)).writeTo(file);
      options.tell("the sheet is " + Names.shown(file.toString()));
    }
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
