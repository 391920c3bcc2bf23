package dev.semblance.onnx.layout.huggingface;

import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.layout.file.GraphFiles;
import dev.semblance.onnx.layout.file.Layout;
import dev.semblance.onnx.layout.file.Translation;
import dev.semblance.onnx.layout.huggingface.HuggingFaceModel.Place;
import java.util.List;
import java.util.Optional;

/// Hugging Face's: `config.json`, `preprocessor_config.json`, a tokenizer, and the networks in
/// `onnx/` or beside them (transformers.js, optimum).
public final class HuggingFaceLayout implements Layout {
  private static final Place PLACE = new Place(List.of("onnx/", ""), "", "");

  @Override
  public String description() {
    return "Hugging Face's config.json with onnx/text_model.onnx and onnx/vision_model.onnx, or"
        + " onnx/model.onnx, of CLIP, SigLIP, SigLIP 2, MobileCLIP, Chinese-CLIP, jina-clip, nomic";
  }

  @Override
  public Optional<Translation> translate(ModelFiles files) {
    boolean networks =
        List.of("text_model", "vision_model", "model").stream()
            .anyMatch(name -> !GraphFiles.firstOf(files, PLACE.bases(name)).isEmpty());
    if (!networks || !files.has("config.json")) {
      return Optional.empty();
    }
    return Optional.of(new HuggingFaceModel(files, PLACE).translate(files.name()));
  }
}
