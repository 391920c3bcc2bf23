package dev.semblance.onnx.layout.openclip;

import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.layout.config.OpenClipPictures;
import dev.semblance.onnx.layout.file.GraphFiles;
import dev.semblance.onnx.layout.file.JsonFiles;
import dev.semblance.onnx.layout.file.Layout;
import dev.semblance.onnx.layout.file.Translation;
import java.util.List;
import java.util.Optional;

/// immich's: `visual/` with network and `preprocess_cfg.json`, `textual/` with network and
/// tokenizer, `config.json` being open_clip's `model_cfg`.
///
/// immich pads with the tokenizer's own token and cuts at `int(n / 2 - size / 2)`
/// (`immich_ml/transforms.py`).
public final class ImmichLayout implements Layout {
  private static final String PREPROCESSING = "visual/preprocess_cfg.json";

  @Override
  public String description() {
    return "visual/model.onnx, " + PREPROCESSING + " and textual/model.onnx (immich)";
  }

  @Override
  public Optional<Translation> translate(ModelFiles files) {
    if (!files.has(PREPROCESSING) || !files.has("config.json")) {
      return Optional.empty();
    }
    OpenClipModel.Parts parts =
        new OpenClipModel.Parts(
            GraphFiles.firstOf(files, List.of("visual/model")),
            GraphFiles.firstOf(files, List.of("textual/model")),
            OpenClipPictures.read(
                JsonFiles.read(files, PREPROCESSING), CropRounding.TRUNCATED_DIFFERENCE),
            "textual/",
            true);
    return parts.visual().isEmpty() && parts.textual().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OpenClipModel(files, JsonFiles.read(files, "config.json"), parts).translate());
  }
}
