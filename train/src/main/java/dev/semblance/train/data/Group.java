package dev.semblance.train.data;

import java.util.Map;

/// The kinds of pictures a batch is mixed from.
public enum Group {
  /// Flickr8k: photographs with five full sentences each.
  FLICKR(0),
  /// Pictures of the web and of COCO with one caption each.
  WEB(1),
  /// Product photographs with their names.
  PRODUCTS(2),
  /// Pictures with a class name.
  LABELS(3),
  /// Our own drawings with exact descriptions.
  DRAWINGS(4);

  /// One captioned picture of so many is not trained on: the model is calibrated with those.
  private static final int HELD_OUT_OF = 40;

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

  private final long number;

  Group(long number) {
    this.number = number;
  }

  /// What the order of its pictures is drawn with; stays the same when groups are added.
  long number() {
    return number;
  }

  /// Whether a picture of this group is never trained on, so that confidence can be measured with
  /// it: by its name alone, whatever else there is.
  public boolean holdsOut(String name) {
    return this != LABELS && this != DRAWINGS && Math.floorMod(name.hashCode(), HELD_OUT_OF) == 0;
  }

  /// The group of a collection; one that is not known holds labels.
  public static Group ofSource(String source) {
    return BY_SOURCE.getOrDefault(source, LABELS);
  }
}
