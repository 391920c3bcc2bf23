package dev.semblance.onnx.layout.config;

import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessing.Alpha;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelException;
import java.util.List;

/// Translates open_clip's preprocessing (`PreprocessCfg` in `open_clip/transform.py`), which immich
/// and jina use too: `size`, `mean`, `std`, `interpolation`, `resize_mode`, `fill_color`.
public final class OpenClipPictures {
  private OpenClipPictures() {}

  /// @param config must hold `size`
  public static Preprocessing read(JsonFields config, CropRounding rounding) {
    List<Integer> sides =
        config.isNumber("size")
            ? List.of(config.integer("size"), config.integer("size"))
            : config.integers("size");
    if (sides.size() != 2) {
      throw config.wrong("size", sides, "one number, or height and width");
    }
    return read(config, sides.get(0), sides.get(1), rounding);
  }

  /// @throws ModelException naming the file when it asks for what cannot be done
  public static Preprocessing read(
      JsonFields config, int height, int width, CropRounding rounding) {
    try {
      return translate(config, height, width, rounding);
    } catch (IllegalArgumentException e) {
      throw new ModelException(config.file() + ": " + e.getMessage(), e);
    }
  }

  private static Preprocessing translate(
      JsonFields config, int height, int width, CropRounding rounding) {
    return new Preprocessing(
        fit(config),
        width,
        height,
        Math.max(width, height),
        filter(config),
        rounding,
        Alpha.DROP,
        padding(config),
        1 / 255.0,
        config.has("mean") ? config.numbers("mean") : Preprocessing.CLIP_MEAN,
        config.has("std") ? config.numbers("std") : Preprocessing.CLIP_STD);
  }

  /// A grey level, also where it is written once for each channel.
  private static int padding(JsonFields config) {
    if (!config.has("fill_color") || config.isNumber("fill_color")) {
      return config.has("fill_color") ? config.integer("fill_color") : 0;
    }
    List<Integer> levels = config.integers("fill_color");
    if (levels.isEmpty() || levels.stream().distinct().count() > 1) {
      throw config.wrong("fill_color", levels, "one grey level from 0 to 255");
    }
    return levels.getFirst();
  }

  private static Fit fit(JsonFields config) {
    String mode = config.optionalString("resize_mode").orElse("shortest");
    return switch (mode) {
      case "shortest" -> Fit.SHORTEST_AND_CROP;
      case "squash" -> Fit.SQUASH;
      case "longest" -> Fit.LONGEST_AND_PAD;
      default -> throw config.wrong("resize_mode", mode, "shortest, squash, longest");
    };
  }

  private static ResizeFilter filter(JsonFields config) {
    String name = config.optionalString("interpolation").orElse("bicubic");
    return switch (name) {
      case "bicubic" -> ResizeFilter.BICUBIC;
      case "bilinear" -> ResizeFilter.BILINEAR;
      default -> throw config.wrong("interpolation", name, "bicubic, bilinear");
    };
  }
}
