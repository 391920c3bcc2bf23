package dev.semblance.train.data;

import java.util.Map;

/// The kinds of pictures a batch is mixed from.
public enum Group {
  /// Flickr8k: photographs with five full sentences each.
  FLICKR,
  /// Pictures of the web and of COCO with one caption each.
  WEB,
  /// Product photographs with their names.
  PRODUCTS,
  /// Pictures with a class name.
  LABELS,
  /// Our own drawings with exact descriptions.
  DRAWINGS;

  private static final Map<String, Group> BY_SOURCE =
      Map.of(
          "flickr8k",
          FLICKR,
          "web",
          WEB,
          "coco_sample",
          WEB,
          "fashion_products",
          PRODUCTS,
          "drawings",
          DRAWINGS);

  /// The group of a collection; one that is not known holds labels.
  public static Group ofSource(String source) {
    return BY_SOURCE.getOrDefault(source, LABELS);
  }
}
