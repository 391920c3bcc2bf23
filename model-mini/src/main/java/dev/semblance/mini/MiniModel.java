package dev.semblance.mini;

import dev.semblance.model.ClassPathFiles;
import dev.semblance.model.ModelFiles;
import dev.semblance.model.ModelProvider;
import java.util.Map;

/// The mini model: our own small picture net and text head, behind all-MiniLM-L6-v2 from its Maven
/// artifact. Found by [java.util.ServiceLoader] as `mini`.
///
/// `MODEL_CARD.md` among the files says what it was trained on, how good it is and what it is bad
/// at. Stateless, safe for many threads.
public final class MiniModel implements ModelProvider {
  private static final String OWN = "dev/semblance/mini/";
  private static final Map<String, String> RESOURCES =
      Map.of(
          "semblance.json", OWN + "semblance.json",
          "reference.f16", OWN + "reference.f16",
          "image.onnx", OWN + "image.onnx",
          "text_head.onnx", OWN + "text_head.onnx",
          "MODEL_CARD.md", OWN + "MODEL_CARD.md",
          "all-minilm-l6-v2-q.onnx", "all-minilm-l6-v2-q.onnx",
          "all-minilm-l6-v2-q-tokenizer.json", "all-minilm-l6-v2-q-tokenizer.json");

  @Override
  public String name() {
    return "mini";
  }

  @Override
  public ModelFiles files() {
    return new ClassPathFiles(name(), MiniModel.class.getClassLoader(), RESOURCES);
  }
}
