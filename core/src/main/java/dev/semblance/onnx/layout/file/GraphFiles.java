package dev.semblance.onnx.layout.file;

import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.model.ModelFiles;
import java.util.ArrayList;
import java.util.List;

/// Finds a network's files, one for each precision, by the endings that the hub's exporters use
/// (transformers.js `dtypes.js`: `_fp16`, `_quantized`, `_int8`, `_uint8`, `_q4`, `_q4f16`,
/// `_bnb4`).
public final class GraphFiles {
  private static final List<String> ENDINGS =
      List.of("fp32", "fp16", "int8", "quantized", "uint8", "q4", "q4f16", "bnb4");

  private GraphFiles() {}

  /// The variants of a network, `fp32` first; empty when there is none at all.
  ///
  /// `_quantized` is called `int8` unless there is an `_int8` too.
  ///
  /// @param base relative name without ending, such as `onnx/text_model`
  public static List<VariantFile> variants(ModelFiles files, String base) {
    List<VariantFile> found = new ArrayList<>();
    for (String ending : ENDINGS) {
      String file = ending.equals("fp32") ? base + ".onnx" : base + "_" + ending + ".onnx";
      if (files.has(file)) {
        boolean plain = ending.equals("quantized") && !files.has(base + "_int8.onnx");
        found.add(new VariantFile(plain ? "int8" : ending, file));
      }
    }
    return found;
  }

  /// The variants of the first of several networks that is there.
  public static List<VariantFile> firstOf(ModelFiles files, List<String> bases) {
    return bases.stream()
        .map(base -> variants(files, base))
        .filter(variants -> !variants.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
