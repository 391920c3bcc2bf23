package dev.semblance.cli.train;

import dev.semblance.cli.options.CaptionsOption;
import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.eval.files.PictureSource;
import dev.semblance.hub.ModelStore;
import dev.semblance.model.Model;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.train.adapter.Adapter;
import dev.semblance.train.adapter.AdapterSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `semblance train adapter`: a model made to fit one's own pictures.
@Command(
    name = "adapter",
    header = "Fit a model to your own pictures.",
    description = {
      "",
      "The model's encoders stay as they are; a small change behind each is learned, in minutes. A"
          + " fifth of the pictures is held out, and what was gained on those is told. Where that is"
          + " no more than chance would give, it says so and writes nothing, unless --keep is given.",
      "",
      "The result is a new model with a space of its own: libraries made with the old one refuse it"
          + " until they are indexed again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:gained and written", "1:no gain", "2:error"},
    footer = {
      "",
      "Examples:",
      "  semblance train adapter --images photos --captions labels.tsv --out mine",
      "  semblance train adapter --images shard-0.tar shard-1.tar --out mine",
      "  semblance index --force --model mine ~/Pictures"
    })
final class TrainAdapter implements Callable<Integer> {
  private final GlobalOptions options;

  @Option(
      names = "--images",
      paramLabel = "DIR|TAR",
      required = true,
      arity = "1..*",
      description = "Folders and tar files with the pictures.")
  private List<String> images = List.of();

  @Mixin private final CaptionsOption captions;

  @Option(
      names = "--out",
      paramLabel = "NAME|DIR",
      required = true,
      description = "The new model: a name among your models, or a folder.")
  private String out = "";

  @Option(names = "--seed", paramLabel = "N", description = "Of the split and the training (1).")
  private long seed = 1;

  @Option(names = "--epochs", paramLabel = "N", description = "At most so many passes (60).")
  private int epochs = AdapterSettings.usual().epochs();

  @Option(names = "--keep", description = "Write the model even when nothing was gained.")
  private boolean keep;

  TrainAdapter(GlobalOptions options) {
    this.options = options;
    this.captions = new CaptionsOption(options);
  }

  @Override
  public Integer call() {
    PictureSource source = new PictureSource(images.stream().map(options::path).toList());
    List<Pair> pairs = captions.pairs(source);
    ModelStore models = options.models();
    String base = options.model().orElseGet(models::chosen);
    Path folder = out.contains("/") ? options.path(out) : models.folder().resolve(out);
    AdapterSettings usual = AdapterSettings.usual();
    AdapterSettings settings =
        new AdapterSettings(
            seed,
            usual.hidden(),
            epochs,
            usual.patience(),
            usual.batch(),
            usual.rate(),
            usual.decay());
    return Engine.with(() -> {
      try (Model model = models.open(base, OpenOptions.usual());
          Adapter adapter = Adapter.train(model, source, pairs, settings, log())) {
        options.surroundings().out().line(adapter.report().inWords());
        if (!adapter.report().gained() && !keep) {
          options.tell("nothing was written; more pictures help most, --keep writes it anyway");
          return ExitCode.NOTHING;
        }
        adapter.write(models.files(base), folder, name(folder));
        options.tell("the model is " + Names.shown(folder.toString()));
        return ExitCode.FOUND;
      }
    });
  }

  private PrintStream log() {
    return options.verbose()
        ? System.err
        : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private static String name(Path folder) {
    Path last = folder.getFileName();
    return last == null ? "adapted" : last.toString();
  }
}
