package dev.semblance.cli.eval;

import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.eval.PictureEmbeddings;
import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.eval.files.PictureSource;
import dev.semblance.model.Model;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import picocli.CommandLine.Option;

/// The pictures that are measured with, and the model that is measured.
public final class MeasuredPictures {
  private static final int TELL_EVERY = 1000;

  private final GlobalOptions options;

  @Option(
      names = "--images",
      paramLabel = "DIR|TAR",
      required = true,
      arity = "1..*",
      description = "Folders and tar files with the pictures.")
  private List<String> images = List.of();

  public MeasuredPictures(GlobalOptions options) {
    this.options = options;
  }

  /// Opens the model asked for, or the chosen one.
  public Model open() {
    return options
        .models()
        .open(options.model().orElseGet(() -> options.models().chosen()), OpenOptions.usual());
  }

  /// Where the pictures lie.
  public PictureSource source() {
    return new PictureSource(images.stream().map(options::path).toList());
  }

  /// A table as the user wrote its name.
  public Path table(String written) {
    return options.path(written);
  }

  /// The distinct pictures of a table in its order.
  public static SequencedSet<String> files(List<Pair> pairs) {
    SequencedSet<String> files = new LinkedHashSet<>();
    pairs.forEach(pair -> files.add(pair.file()));
    return files;
  }

  /// The embeddings of these pictures, in this order.
  public List<Embedding> embed(Model model, SequencedSet<String> files) {
    int[] told = {0};
    Map<String, Embedding> byName =
        PictureEmbeddings.of(
            model,
            source(),
            files,
            done -> {
              if (done / TELL_EVERY > told[0]) {
                told[0] = done / TELL_EVERY;
                options.tell(done + " of " + files.size() + " pictures");
              }
            });
    List<Embedding> embeddings = new ArrayList<>();
    for (String file : files) {
      Embedding embedding = byName.get(file);
      if (embedding != null) {
        embeddings.add(embedding);
      }
    }
    return embeddings;
  }
}
