package dev.semblance.onnx.layout.huggingface;

import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.layout.file.Layout;
import dev.semblance.onnx.layout.file.Translation;
import dev.semblance.onnx.layout.huggingface.HuggingFaceModel.Place;
import java.util.List;
import java.util.Optional;

/// MobileCLIP's as exported by plhery/mobileclip2-onnx: `onnx/SIZE/` with networks, config and
/// preprocessing, the tokenizer above them.
public final class MobileClipLayout implements Layout {
  private static final String VISION = "/vision_model.onnx";

  @Override
  public String description() {
    return "onnx/SIZE/text_model.onnx and vision_model.onnx with a config.json (MobileCLIP)";
  }

  @Override
  public Optional<Translation> translate(ModelFiles files) {
    List<String> sizes =
        files.list().stream()
            .filter(file -> file.matches("onnx/[^/]+" + VISION))
            .map(file -> file.substring("onnx/".length(), file.length() - VISION.length()))
            .filter(size -> files.has("onnx/" + size + "/config.json"))
            .toList();
    if (sizes.isEmpty()) {
      return Optional.empty();
    }
    if (sizes.size() > 1) {
      throw new ModelException(
          files.name()
              + ": holds several models, "
              + String.join(", ", sizes)
              + "; keep one of the folders in onnx/ and move the others away");
    }
    String folder = "onnx/" + sizes.getFirst() + "/";
    Place place = new Place(List.of(folder), folder, "");
    return Optional.of(
        new HuggingFaceModel(files, place).translate(files.name() + "-" + sizes.getFirst()));
  }
}
