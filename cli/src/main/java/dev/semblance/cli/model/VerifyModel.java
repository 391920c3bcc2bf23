package dev.semblance.cli.model;

import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.cli.terminal.Style;
import dev.semblance.hub.ModelStore;
import dev.semblance.hub.verify.Check;
import dev.semblance.hub.verify.Check.Outcome;
import dev.semblance.hub.verify.ModelVerification;
import dev.semblance.hub.verify.VerifyReport;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `semblance model verify`.
@Command(
    name = "verify",
    header = "Let a model check itself.",
    description = {
      "",
      "Are its files those that were pulled; do its networks give vectors of unit length, the same"
          + " each time, and in a batch as alone; is a drawn red circle nearer to \"a red circle\""
          + " than to \"a blue square\"; does int8 give what fp32 gives; and where it is known what"
          + " the makers got for a picture: does it get that. A check that cannot be done says so."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no check failed", "1:one failed", "2:error"},
    footer = {
      "",
      "Examples:",
      "  semblance model verify mini",
      "  semblance model verify clip-b32 --pictures ~/reference"
    })
final class VerifyModel implements Callable<Integer> {
  private final GlobalOptions options;

  @Parameters(
      paramLabel = "NAME|DIR",
      arity = "0..1",
      description = "The model; the chosen one where none is named.")
  private String name = "";

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description =
          "A folder with CLIP.png (from the repository openai/CLIP) and coco_000000039769.jpg (from"
              + " COCO val2017), for the models whose values for these are known.")
  private @Nullable String pictures;

  VerifyModel(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    ModelStore store = options.models();
    ModelVerification verification =
        new ModelVerification(
            store.files(name.isEmpty() ? store.chosen() : options.places().modelName(name)));
    VerifyReport report =
        (pictures == null ? verification : verification.withPictures(options.path(pictures))).run();
    Output out = options.surroundings().out();
    for (Check check : report.checks()) {
      out.line(
          String.format(Locale.ROOT, "%-26s", check.name())
              + marked(check.outcome(), out.style())
              + "  "
              + Names.shown(check.detail()));
    }
    options.tell(
        String.format(
            Locale.ROOT,
            "%s: %d passed, %d failed, %d could not be done",
            Names.shown(report.model()),
            report.count(Outcome.PASSED),
            report.count(Outcome.FAILED),
            report.count(Outcome.NOT_DONE)));
    return report.passed() ? ExitCode.FOUND : ExitCode.NOTHING;
  }

  private static String marked(Outcome outcome, Style style) {
    String words = String.format(Locale.ROOT, "%-8s", outcome.words());
    return switch (outcome) {
      case PASSED -> style.good(words);
      case FAILED -> style.bad(words);
      case NOT_DONE -> style.faint(words);
    };
  }
}
