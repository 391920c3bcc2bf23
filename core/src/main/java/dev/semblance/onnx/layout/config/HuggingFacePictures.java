package dev.semblance.onnx.layout.config;

import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessing.Alpha;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelException;
import java.util.List;

/// Translates Hugging Face's `preprocessor_config.json`, and jina's own form of it.
///
/// Fields and defaults are those of transformers `CLIPImageProcessor` and `SiglipImageProcessor`;
/// `resample` counts as in Pillow.
public final class HuggingFacePictures {
  private static final List<ResizeFilter> PILLOW =
      List.of(
          ResizeFilter.NEAREST,
          ResizeFilter.LANCZOS,
          ResizeFilter.BILINEAR,
          ResizeFilter.BICUBIC,
          ResizeFilter.BOX,
          ResizeFilter.HAMMING);

  private HuggingFacePictures() {}

  /// @throws ModelException naming the file when it asks for what cannot be done
  public static Preprocessing read(JsonFields config) {
    if (config.has("resize_mode")) {
      return OpenClipPictures.read(config, CropRounding.DOWN);
    }
    try {
      return translate(config);
    } catch (IllegalArgumentException e) {
      throw new ModelException(config.file() + ": " + e.getMessage(), e);
    }
  }

  private static Preprocessing translate(JsonFields config) {
    Size size = size(config, "size", new Size(224, 224, true));
    boolean crops = config.optionalFlag("do_center_crop").orElse(size.shortest);
    Size result = crops ? size(config, "crop_size", size) : size;
    if (!crops && size.shortest) {
      throw config.wrong(
          "size", "a shortest edge without centre crop", "height and width, or a centre crop");
    }
    if (crops && !size.shortest && !result.fills(size)) {
      throw config.wrong(
          "crop_size",
          result.width + " x " + result.height,
          size.width + " x " + size.height + " as in size, which is no shortest edge");
    }
    boolean normalises = config.optionalFlag("do_normalize").orElse(true);
    boolean rescales = config.optionalFlag("do_rescale").orElse(true);
    return new Preprocessing(
        size.shortest ? Fit.SHORTEST_AND_CROP : Fit.SQUASH,
        result.width,
        result.height,
        Math.max(size.width, size.height),
        filter(config),
        CropRounding.DOWN,
        Alpha.DROP,
        0,
        rescales ? config.optionalNumber("rescale_factor").orElse(1 / 255.0) : 1,
        normalises ? three(config, "image_mean", Preprocessing.CLIP_MEAN) : List.of(0.0, 0.0, 0.0),
        normalises ? three(config, "image_std", Preprocessing.CLIP_STD) : List.of(1.0, 1.0, 1.0));
  }

  private static ResizeFilter filter(JsonFields config) {
    int resample = config.optionalInteger("resample").orElse(3);
    if (resample < 0 || resample >= PILLOW.size()) {
      throw config.wrong("resample", resample, "0 to 5, as Pillow counts its filters");
    }
    return PILLOW.get(resample);
  }

  private static List<Double> three(JsonFields config, String name, List<Double> usual) {
    List<Double> given = config.numbers(name);
    return given.isEmpty() ? usual : given;
  }

  /// `224`, `{"shortest_edge": 224}` or `{"height": 224, "width": 224}`.
  private static Size size(JsonFields config, String name, Size usual) {
    if (!config.has(name)) {
      return usual;
    }
    if (config.isNumber(name)) {
      int side = config.integer(name);
      return new Size(side, side, config.optionalFlag("do_center_crop").orElse(true));
    }
    JsonFields size = config.object(name);
    if (size.has("shortest_edge")) {
      int side = size.integer("shortest_edge");
      return new Size(side, side, true);
    }
    return new Size(size.integer("width"), size.integer("height"), false);
  }

  private record Size(int width, int height, boolean shortest) {
    boolean fills(Size other) {
      return width == other.width && height == other.height;
    }
  }
}
