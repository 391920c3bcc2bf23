package dev.semblance.cli.eval;

import dev.semblance.calibration.Calibration;
import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.Names;
import dev.semblance.eval.ModelCalibration;
import dev.semblance.eval.PictureEmbeddings;
import dev.semblance.eval.files.PairTable;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.eval.files.PictureSource;
import dev.semblance.eval.files.TextLines;
import dev.semblance.hub.ModelEntry;
import dev.semblance.index.Filter;
import dev.semblance.library.Library;
import dev.semblance.model.Model;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `semblance model calibrate`: how sure are a model's scores?
@Command(
    name = "calibrate",
    header = "Find out how sure a model's scores are.",
    description = {
      "",
      "With --pairs and --images, from pictures and what is said of them; the measure is taken on"
          + " a third of the texts that the curve was not made from. Without them, from the pictures"
          + " of the library alone, which is weaker: then nothing can be measured.",
      "",
      "Written into the model's folder. The space stays the same, so libraries need not be indexed"
          + " again."
    },
    footer = {
      "",
      "Examples:",
      "  semblance model calibrate siglip2 --pairs captions.tsv --images photos",
      "  semblance model calibrate siglip2"
    })
public final class CalibrateModel implements Callable<Integer> {
  private static final int PICTURES = 2000;

  private final GlobalOptions options;

  @Parameters(
      paramLabel = "NAME|DIR",
      arity = "0..1",
      description = "The model; the chosen one where none is named.")
  private String name = "";

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description =
          "A table of file<TAB>text, or of file,text where its name ends in .csv, with or without"
              + " that header line.")
  private @Nullable String pairs;

  @Option(
      names = "--images",
      paramLabel = "DIR|TAR",
      arity = "1..*",
      description = "Folders and tar files with the pictures of the table.")
  private List<String> images = List.of();

  @Option(
      names = "--absent",
      paramLabel = "FILE",
      description =
          "Texts that none of the pictures answers, one a line, at least 20. Without it they are"
              + " made by leaving out the pictures of each text; where pictures show more than the"
              + " table says, that makes the model look less sure than it is.")
  private @Nullable String absent;

  public CalibrateModel(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    if ((pairs == null) != images.isEmpty()) {
      throw new IllegalArgumentException("--pairs and --images go together; give both or none");
    }
    if (absent != null && pairs == null) {
      throw new IllegalArgumentException("--absent goes with --pairs and --images; give those too");
    }
    ModelEntry entry =
        options
            .models()
            .find(name.isEmpty() ? options.models().chosen() : options.places().modelName(name));
    if (entry.where().equals(ModelEntry.BUILT_IN)) {
      throw new IllegalArgumentException(
          entry.name() + " is built in and calibrated already; calibrate a model of a folder");
    }
    Path folder = Path.of(entry.where());
    try (Model model = options.models().open(entry.where(), OpenOptions.usual())) {
      ModelCalibration made = pairs == null ? fromLibrary(model) : fromPairs(model, pairs);
      made.writeTo(folder, model.card());
      tell(made.calibration());
    }
    return ExitCode.FOUND;
  }

  private ModelCalibration fromPairs(Model model, String table) {
    List<Pair> read = PairTable.read(options.path(table));
    List<String> without = absent == null ? List.of() : TextLines.read(options.path(absent));
    ModelCalibration.Asked asked = new ModelCalibration.Asked(read, without);
    PictureSource source = new PictureSource(images.stream().map(options::path).toList());
    Map<String, Embedding> pictures =
        PictureEmbeddings.of(model, source, MeasuredPictures.files(read), _ -> {});
    return ModelCalibration.fromPairs(
        model, pictures, asked, pictures.size() + " pictures of " + Path.of(table).getFileName());
  }

  private ModelCalibration fromLibrary(Model model) {
    List<Embedding> pictures = new ArrayList<>();
    try (Library library = options.openExisting()) {
      if (!library.space().sameAs(model.space())) {
        throw new IllegalArgumentException(
            "the library holds embeddings of "
                + library.space().describe()
                + ", not of "
                + model.space().describe()
                + "; index pictures with this model first, or give --pairs and --images");
      }
      library.forEachEmbedded(
          new Filter.Everything(),
          item -> {
            if (pictures.size() < PICTURES) {
              pictures.add(item.embedding());
            }
          });
    }
    options.tell("without pairs, from the library's pictures alone: weaker, and not measured");
    return ModelCalibration.fromPictures(pictures);
  }

  private void tell(Calibration made) {
    String measured = made.measured().map(Calibration.Measured::inWords).orElse("nothing measured");
    options
        .surroundings()
        .out()
        .line("calibrated: " + Names.shown(made.source()) + "; " + measured);
  }
}
