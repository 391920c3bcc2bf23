package dev.semblance.onnx.layout.openclip;

import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessing.Alpha;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.ImageSide;
import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Pooling;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.layout.file.Dimensions;
import dev.semblance.onnx.layout.file.GraphFiles;
import dev.semblance.onnx.layout.file.Layout;
import dev.semblance.onnx.layout.file.Ports;
import dev.semblance.onnx.layout.file.Translation;
import dev.semblance.text.TokenizerSpec;
import dev.semblance.text.TokenizerSpec.Cleaning;
import java.util.List;
import java.util.Optional;

/// rclip's: `MODEL/visual.onnx` and `MODEL/textual.onnx`, CLIP's vocabulary
/// `tokenizer/bpe_simple_vocab_16e6.txt.gz` beside the model's folder, and no configuration at all.
///
/// What configurations say elsewhere is in rclip's program, for its one model, a ViT-B/32 of
/// open_clip for 256 pixels: `rclip/utils/preprocess.py` (shorter side bicubic, centre cut with
/// Python's rounding, CLIP's means), `rclip/utils/tokenizer.py` (padded with 0). Sizes come from
/// the networks, so that another CLIP exported by its `scripts/convert_model.py` works too. The
/// ports must be called as that script calls them, `input` and `output`.
public final class RclipLayout implements Layout {
  private static final String VOCABULARY = "tokenizer/bpe_simple_vocab_16e6.txt.gz";
  private static final String VISUAL = "visual.onnx";
  private static final String TEXTUAL = "textual.onnx";

  @Override
  public String description() {
    return "MODEL/" + VISUAL + " and MODEL/" + TEXTUAL + " with " + VOCABULARY + " (rclip)";
  }

  @Override
  public Optional<Translation> translate(ModelFiles files) {
    List<String> folders =
        files.list().stream()
            .filter(file -> file.matches("([^/]+/)?" + VISUAL))
            .map(file -> file.substring(0, file.length() - VISUAL.length()))
            .filter(folder -> files.has(folder + TEXTUAL))
            .toList();
    if (folders.isEmpty()) {
      return Optional.empty();
    }
    if (!files.has(VOCABULARY)) {
      throw new ModelException(unsaid(files, folders.getFirst()));
    }
    if (folders.size() > 1) {
      throw new ModelException(
          files.name()
              + ": holds several models, "
              + String.join(", ", folders)
              + "; keep one of these folders and move the others away");
    }
    return Optional.of(translate(files, folders.getFirst()));
  }

  private static String unsaid(ModelFiles files, String folder) {
    return files.name()
        + ": "
        + folder
        + VISUAL
        + " and "
        + folder
        + TEXTUAL
        + " are here, but nothing says how texts and pictures are prepared for them; missing is"
        + " open_clip_config.json with tokenizer.json beside them (open_clip), or "
        + VOCABULARY
        + " (rclip, whose folder is the one above the networks'), or write a card semblance.json:"
        + " docs/models.md shows one";
  }

  private static Translation translate(ModelFiles files, String folder) {
    Tower visual = Tower.read(files, folder + VISUAL);
    Tower textual = Tower.read(files, folder + TEXTUAL);
    int side = visual.length(3);
    if (visual.length(2) != side) {
      throw new ModelException(
          visual.called + ": takes pictures that are not square, " + visual.input);
    }
    String name = folder.isEmpty() ? files.name() : folder.substring(0, folder.length() - 1);
    ModelCard card =
        new ModelCard(
            name,
            "rclip's by its files",
            Dimensions.of(
                files.name(),
                Optional.of(textual.output),
                Optional.of(visual.output),
                Optional.empty()),
            Optional.of(
                new TextSide(
                    textual.graph(files, folder + "textual"),
                    VOCABULARY,
                    new TokenizerSpec(textual.length(1), true, 0, Cleaning.NONE),
                    "")),
            Optional.of(new ImageSide(visual.graph(files, folder + "visual"), preprocessing(side))),
            new Scoring(Link.SOFTMAX, 100, 0, "family"),
            List.of(),
            "unknown",
            List.of(),
            List.of(),
            List.of());
    String note =
        "no file says how pictures and texts are prepared; done as rclip does for its own model";
    return new Translation(card, List.of(note), Optional.empty(), Optional.empty());
  }

  private static Preprocessing preprocessing(int side) {
    return new Preprocessing(
        Fit.SHORTEST_AND_CROP,
        side,
        side,
        side,
        ResizeFilter.BICUBIC,
        CropRounding.HALF_EVEN,
        Alpha.DROP,
        0,
        1 / 255.0,
        Preprocessing.CLIP_MEAN,
        Preprocessing.CLIP_STD);
  }

  /// @param called for messages
  private record Tower(String called, TensorPort input, TensorPort output) {
    static Tower read(ModelFiles files, String file) {
      String called = files.name() + "/" + file;
      OnnxGraph graph = OnnxGraph.read(files, file);
      TensorPort input =
          graph
              .input("input")
              .orElseThrow(() ->
                  new ModelException(
                      called
                          + ": rclip's networks take `input`, this one "
                          + graph.inputs()
                          + "; write a card semblance.json for it: docs/models.md shows one"));
      return new Tower(called, input, Ports.output(graph, List.of("output"), called));
    }

    /// A length that must be fixed, since nothing else says it.
    int length(int dimension) {
      if (input.rank() <= dimension || input.length(dimension) == TensorPort.FREE) {
        throw new ModelException(
            called
                + ": its input "
                + input
                + " leaves open how large pictures or texts are, and nothing else here says it;"
                + " write a card semblance.json: docs/models.md shows one");
      }
      return Math.toIntExact(input.length(dimension));
    }

    Graph graph(ModelFiles files, String base) {
      return new Graph(
          GraphFiles.variants(files, base),
          input.name(),
          output.name(),
          Pooling.NONE,
          false,
          Optional.empty());
    }
  }
}
