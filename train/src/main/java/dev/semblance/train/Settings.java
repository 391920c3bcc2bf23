package dev.semblance.train;

import dev.semblance.train.data.Group;
import java.util.List;
import java.util.Map;

/// Everything that makes one run differ from another, as data; `settings.json` in its folder.
///
/// Immutable.
///
/// @param seed of the first weights, the order of the data, the views and the dropped inputs
/// @param steps of the whole run; the rates fall to 0 at the last
/// @param warmUp steps in which the rates rise
/// @param mix pictures of each group in a batch
/// @param sides side of the pictures in pixels, in parts of the run
/// @param convolutionRate highest rate of the filter banks
/// @param rate highest rate of everything else
/// @param decay what a matrix loses in a step, times the rate
/// @param pairs which loss makes pictures and texts agree
/// @param sameMeaning cosine of two texts over which they are no negatives of each other
/// @param sameDrawing the same between two of our drawings, whose texts are exact
/// @param featureWeight weight of the teacher's features
/// @param nameWeight weight of the teacher's distribution over names
/// @param half whether convolutions run in bfloat16
/// @param threads PyTorch's threads
/// @param keepEvery steps between states kept
/// @param measureEvery steps between measures
public record Settings(
    long seed,
    long steps,
    long warmUp,
    Map<Group, Integer> mix,
    List<Part> sides,
    double convolutionRate,
    double rate,
    double decay,
    Pairs pairs,
    double sameMeaning,
    double sameDrawing,
    double featureWeight,
    double nameWeight,
    boolean half,
    int threads,
    long keepEvery,
    long measureEvery) {

  public Settings {
    mix = Map.copyOf(mix);
    sides = List.copyOf(sides);
    if (steps < 1 || sides.isEmpty()) {
      throw new IllegalArgumentException(
          "a run needs steps and sides, got " + steps + ", " + sides);
    }
  }

  /// A part of a run.
  ///
  /// @param until the fraction of the steps at which it ends
  /// @param side of its pictures in pixels
  public record Part(double until, int side) {}

  /// How pictures and texts are made to agree.
  public enum Pairs {
    /// CLIP's: each finds its partner among those of the batch.
    SOFTMAX,
    /// SigLIP's: each pair is judged alone.
    SIGMOID
  }

  /// The mini model's settings for a run of this many steps.
  public static Settings mini(long steps) {
    return new Settings(
        7,
        steps,
        60,
        Map.of(
            Group.FLICKR,
            90,
            Group.WEB,
            122,
            Group.PRODUCTS,
            12,
            Group.LABELS,
            224,
            Group.DRAWINGS,
            64),
        // The time of a step goes with the square of the side: 34, 31, 20 and 15 % of the time.
        List.of(new Part(0.5, 64), new Part(0.79, 80), new Part(0.92, 96), new Part(1, 112)),
        0.035,
        1.5e-3,
        0.05,
        Pairs.SOFTMAX,
        0.8,
        0.97,
        2,
        1,
        true,
        1,
        50,
        100);
  }

  /// The same run with another length.
  public Settings withSteps(long newSteps) {
    return new Settings(
        seed,
        newSteps,
        warmUp,
        mix,
        sides,
        convolutionRate,
        rate,
        decay,
        pairs,
        sameMeaning,
        sameDrawing,
        featureWeight,
        nameWeight,
        half,
        threads,
        keepEvery,
        measureEvery);
  }

  /// The factor on the rates at a step: a linear rise, then a linear fall to 0 at the end.
  double schedule(long step) {
    double rise = Math.min(1, (step + 1.0) / Math.max(1, warmUp));
    return rise * Math.max(0, (double) (steps - step) / steps);
  }

  /// The side of the pictures at a step.
  int side(long step) {
    double done = (double) step / steps;
    for (Part part : sides) {
      if (done < part.until()) {
        return part.side();
      }
    }
    return sides.getLast().side();
  }
}
