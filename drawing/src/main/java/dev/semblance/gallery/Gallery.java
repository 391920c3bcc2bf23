package dev.semblance.gallery;

import dev.semblance.gallery.brush.Dice;
import dev.semblance.gallery.scene.Family;
import dev.semblance.gallery.scene.Scene;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Drawings by the hundred. Nothing is drawn before a drawing is asked for its pixels.
///
/// Immutable, safe for many threads.
public final class Gallery {
  private static final int TRIES = 600;

  /// What the demo searches for, and so must hold; the first of a family to be hung.
  private static final List<String> WANTED =
      List.of(
          "a red suspension bridge at sunset",
          "a golden retriever on a beach",
          "a city at night",
          "an invoice with a red OVERDUE stamp",
          "a pie chart with five slices",
          "a stop sign on a sunny day",
          "a bowl of fruit",
          "a sailing boat at sea on a sunny day",
          "a cabin in the snow at dusk",
          "three red circles");

  /// Scenes that would compete with a wanted one: a caption with all words of a line is left out,
  /// unless it is wanted itself.
  private static final List<List<String>> RIVALS =
      List.of(
          List.of("red", "bridge", "sunset"),
          List.of("red", "bridge", "dusk"),
          List.of("red", "bridge", "dawn"),
          List.of("city", "night"),
          List.of("city street", "night"),
          List.of("stop sign"),
          List.of("three red"));

  private Gallery() {}

  /// The names of all families, in the order of the demo.
  public static List<String> families() {
    return Shelf.ALL.stream().map(shelf -> shelf.family().name()).toList();
  }

  /// The demo's gallery: always the same drawings, no two with one caption.
  public static List<Drawing> demo() {
    List<Drawing> drawings = new ArrayList<>();
    Set<String> captions = new HashSet<>();
    for (Shelf shelf : Shelf.ALL) {
      hang(shelf, drawings, captions);
    }
    return List.copyOf(drawings);
  }

  /// Drawings for training: families in turn, everything else by chance. Captions repeat now and
  /// then, as those of photographs do; no picture is one of the demo's.
  ///
  /// @param seed other seeds give other drawings
  /// @param count how many, at least 0
  public static List<Drawing> training(long seed, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + "; it must be at least 0");
    }
    Dice seeds = new Dice(seed);
    List<Drawing> drawings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Family family = Shelf.ALL.get(i % Shelf.ALL.size()).family();
      long own = seeds.seed();
      String name = String.format(Locale.ROOT, "%s-%06d", family.name(), i);
      drawings.add(new Drawing(name, family.name(), own, cast(family, own)));
    }
    return List.copyOf(drawings);
  }

  private static Scene cast(Family family, long seed) {
    return family.cast().apply(new Dice(seed));
  }

  /// Tries seeds until the shelf is full: first for a wanted caption, then for any new one.
  private static void hang(Shelf shelf, List<Drawing> drawings, Set<String> captions) {
    Family family = shelf.family();
    Dice seeds = new Dice(family.name().hashCode());
    List<Drawing> others = new ArrayList<>();
    List<Drawing> wanted = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      long seed = seeds.seed();
      Drawing drawing = new Drawing("", family.name(), seed, cast(family, seed));
      boolean first = WANTED.contains(drawing.caption());
      boolean room = first || (others.size() < shelf.demo() && !isRival(drawing.caption()));
      if (room && captions.add(drawing.caption())) {
        (first ? wanted : others).add(drawing);
      }
    }
    wanted.addAll(others.subList(0, Math.min(others.size(), shelf.demo() - wanted.size())));
    for (int i = 0; i < wanted.size(); i++) {
      drawings.add(
          wanted.get(i).named(String.format(Locale.ROOT, "%s-%02d", family.name(), i + 1)));
    }
  }

  private static boolean isRival(String caption) {
    return RIVALS.stream().anyMatch(words -> words.stream().allMatch(caption::contains));
  }
}
