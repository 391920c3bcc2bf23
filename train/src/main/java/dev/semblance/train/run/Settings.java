package dev.semblance.train.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.semblance.train.data.Group;
import java.util.List;
import java.util.Map;

/// Everything that makes one run differ from another, as data; `settings.json` in its folder, see
/// [SettingsFile].
///
/// Immutable.
///
/// @param seed of the first weights, the order of the data, the views and the dropped inputs
/// @param steps of the whole run; the rates fall to 0 at the last
/// @param mix pictures of each group in a batch
/// @param sides side of the pictures in pixels, in parts of the run
/// @param goals what is learned
/// @param optimising how it is learned
/// @param machine what the run asks of the machine
/// @param keeping how often the run is kept and measured
public record Settings(
    long seed,
    long steps,
    Map<Group, Integer> mix,
    List<Part> sides,
    Goals goals,
    Optimising optimising,
    Machine machine,
    Keeping keeping) {

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

  /// What is learned.
  ///
  /// @param pairs which loss makes pictures and texts agree
  /// @param sameMeaning cosine of two texts over which they are no negatives of each other
  /// @param sameDrawing the same between two of our drawings, whose texts are exact
  /// @param featureWeight weight of the teacher's features
  /// @param nameWeight weight of the teachers' distribution over names
  /// @param pairWeight weight of pictures and their own texts
  /// @param guide how the guide is followed
  public record Goals(
      Pairs pairs,
      double sameMeaning,
      double sameDrawing,
      double featureWeight,
      double nameWeight,
      double pairWeight,
      Following guide) {
    /// Goals without a guide.
    public Goals(
        Pairs pairs,
        double sameMeaning,
        double sameDrawing,
        double featureWeight,
        double nameWeight) {
      this(pairs, sameMeaning, sameDrawing, featureWeight, nameWeight, 1, new Following(0, 0));
    }
  }

  /// How much a [dev.semblance.train.guide.Guide] is followed. Where it is, its text head is taken
  /// over and stays as it is.
  ///
  /// @param place weight of being where the guide puts the picture
  /// @param order weight of ordering the texts of the batch by nearness as the guide does
  public record Following(double place, double order) {
    /// Whether there is a guide.
    @JsonIgnore
    public boolean any() {
      return place > 0 || order > 0;
    }
  }

  /// How it is learned.
  ///
  /// @param warmUp steps in which the rates rise
  /// @param convolutionRate highest rate of the filter banks
  /// @param rate highest rate of everything else
  /// @param decay what a matrix loses in a step, times the rate
  /// @param accumulate parts in which the pictures of a step go through the net, for machines with
  ///   little memory; 1 for all at once. See [dev.semblance.train.net.PictureParts] for what stays
  ///   the same and what does not
  /// @param average steps that the averaged weights look back, 0 for none. Measured beside the raw
  ///   weights, and exported where they measured better. About a tenth of the run is the most that
  ///   helps; as long as the run is far worse than none
  /// @param smallestArea share of a photograph that is seen at least, where a random part of it is
  public record Optimising(
      long warmUp,
      double convolutionRate,
      double rate,
      double decay,
      int accumulate,
      long average,
      double smallestArea) {
    public Optimising {
      if (accumulate < 1 || average < 0) {
        throw new IllegalArgumentException(
            "a step has at least 1 part and averages look back 0 steps or more, got "
                + accumulate
                + " and "
                + average);
      }
      if (smallestArea <= 0 || smallestArea > 1) {
        throw new IllegalArgumentException(
            "a part of a picture is over 0 and at most 1 of its area, got " + smallestArea);
      }
    }

    /// The same with a step in so many parts, and averages that look back so many steps.
    public Optimising with(int newAccumulate, long newAverage) {
      return new Optimising(
          warmUp, convolutionRate, rate, decay, newAccumulate, newAverage, smallestArea);
    }
  }

  /// What the run asks of the machine.
  ///
  /// @param half whether convolutions run in bfloat16
  /// @param threads PyTorch's threads. They change nothing of the mathematics but the order in
  ///   which sums are taken, so that the last bits of a run may differ
  public record Machine(boolean half, int threads) {
    public Machine {
      if (threads < 1) {
        throw new IllegalArgumentException("a run needs at least 1 thread, got " + threads);
      }
    }
  }

  /// How often the run is kept and measured, and when it gives up.
  ///
  /// @param keepEvery steps between states kept
  /// @param measureEvery steps between measures
  /// @param patience measures without a better one on the dev split after which the run stops; 0
  ///   for never. Then the state that measured best is kept and exported. As the rates fall to 0 at
  ///   the last step, most is gained at the end, and a run that is stopped before has not had that:
  ///   patience is useful for a run on few pictures, which begins to learn them by heart, or for
  ///   one whose losses go astray; not for finding out how many steps are enough
  public record Keeping(long keepEvery, long measureEvery, int patience) {
    public Keeping {
      if (keepEvery < 1 || measureEvery < 1 || patience < 0) {
        throw new IllegalArgumentException(
            "states and measures are taken every 1 step or more and patience is 0 or more, got "
                + keepEvery
                + ", "
                + measureEvery
                + " and "
                + patience);
      }
    }
  }

  /// The mini model's settings for a run of this many steps.
  public static Settings mini(long steps) {
    Settings before = unguided(steps);
    return new Settings(
        before.seed,
        steps,
        mix(80, 132),
        before.sides,
        new Goals(Pairs.SOFTMAX, 0.8, 0.97, 1, 1, 0.5, new Following(4, 1)),
        new Optimising(60, 0.035, 1.5e-3, 0.05, 1, 0, 0.6),
        before.machine,
        before.keeping);
  }

  /// The settings of a run that begins with weights trained before: lower rates, and no small
  /// pictures, whose place is the beginning.
  public static Settings further(long steps) {
    Settings before = mini(steps);
    return new Settings(
        before.seed,
        steps,
        before.mix,
        List.of(new Part(0.3, 80), new Part(0.75, 96), new Part(1, 112)),
        before.goals,
        new Optimising(60, 0.012, 1e-3, 0.05, 1, 0, 0.6),
        before.machine,
        before.keeping);
  }

  /// The same as runs were before there was a guide to follow.
  public static Settings unguided(long steps) {
    return new Settings(
        7,
        steps,
        mix(90, 122),
        // The time of a step goes with the square of the side: 34, 31, 20 and 15 % of the time.
        List.of(new Part(0.5, 64), new Part(0.79, 80), new Part(0.92, 96), new Part(1, 112)),
        new Goals(Pairs.SOFTMAX, 0.8, 0.97, 2, 1),
        new Optimising(60, 0.035, 1.5e-3, 0.05, 1, 0, 0.45),
        new Machine(true, 1),
        new Keeping(50, 100, 0));
  }

  /// A batch of 512 with so many of Flickr8k's pictures and of the web's.
  private static Map<Group, Integer> mix(int flickr, int web) {
    return Map.of(
        Group.FLICKR, flickr,
        Group.WEB, web,
        Group.PRODUCTS, 12,
        Group.LABELS, 224,
        Group.DRAWINGS, 64);
  }

  /// The same run from another seed.
  public Settings withSeed(long other) {
    return new Settings(other, steps, mix, sides, goals, optimising, machine, keeping);
  }

  /// The same run, learned in another way.
  public Settings with(Optimising other) {
    return new Settings(seed, steps, mix, sides, goals, other, machine, keeping);
  }

  /// The same run on another machine.
  public Settings with(Machine other) {
    return new Settings(seed, steps, mix, sides, goals, optimising, other, keeping);
  }

  /// The same run, kept in another way.
  public Settings with(Keeping other) {
    return new Settings(seed, steps, mix, sides, goals, optimising, machine, other);
  }

  /// These settings, of a run that was begun, as it goes on: with the steps and threads of another.
  public Settings goingOnAs(Settings other) {
    Machine newMachine = new Machine(machine.half(), other.machine.threads());
    return new Settings(seed, other.steps, mix, sides, goals, optimising, newMachine, keeping);
  }

  /// The factor on the rates at a step: a linear rise, then a linear fall to 0 at the end.
  public double schedule(long step) {
    double rise = Math.min(1, (step + 1.0) / Math.max(1, optimising.warmUp()));
    return rise * Math.max(0, (double) (steps - step) / steps);
  }

  /// The side of the pictures at a step.
  public int side(long step) {
    double done = (double) step / steps;
    for (Part part : sides) {
      if (done < part.until()) {
        return part.side();
      }
    }
    return sides.getLast().side();
  }
}
