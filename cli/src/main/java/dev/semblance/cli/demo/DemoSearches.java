package dev.semblance.cli.demo;

import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import java.util.List;

/// The searches of the demo.
public final class DemoSearches {
  /// Other than every seed of the gallery's and of training's usual drawings.
  private static final long PICTURE_SEED = 25_112_026;

  private static final int MANY = 400;

  private DemoSearches() {}

  /// Words, a picture, a sum with something taken away, and something that is not there.
  public static List<DemoSearch> all() {
    return List.of(
        new DemoSearch(List.of("a red bridge at sunset"), List.of("red", "bridge", "sunset")),
        new DemoSearch(
            List.of("a golden retriever on a beach"), List.of("golden", "retriever", "beach")),
        new DemoSearch(List.of("a city at night"), List.of("city", "night")),
        new DemoSearch(List.of("an overdue invoice"), List.of("invoice", "overdue")),
        new DemoSearch(List.of("a pie chart"), List.of("pie", "chart")),
        new DemoSearch(List.of(DemoSearch.PICTURE), List.of("cabin", "snow")),
        new DemoSearch(List.of("2:a cat", "+", "snow", "-", "a sofa"), List.of("cat", "snow")),
        new DemoSearch(List.of("an elephant"), List.of()));
  }

  /// The picture that is searched by: a cabin in the snow that is not in the gallery.
  public static Drawing picture() {
    return Gallery.training(PICTURE_SEED, MANY).stream()
        .filter(drawing -> drawing.label().equals("cabin"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the gallery draws no cabins any more"));
  }
}
