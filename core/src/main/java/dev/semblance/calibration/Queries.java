package dev.semblance.calibration;

import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.List;

/// What a calibration asks of its pictures. Immutable, safe for many threads.
///
/// @param texts queries by text whose answers are known, at least 20
/// @param absent queries by text that none of the pictures answers, at least 20; or none where that
///   is not known. Then searches without an answer are made by leaving out what answers a text.
///   Where pictures show more than is said of them, that leaves in what shows it unsaid, and right
///   hits pass for wrong ones
/// @param byPicture queries by picture; when there are fewer than 20, the curve of the texts serves
///   for them too
public record Queries(List<Question> texts, List<Embedding> absent, List<Question> byPicture) {
  private static final int FEWEST = 20;

  public Queries {
    texts = List.copyOf(texts);
    absent = List.copyOf(absent);
    byPicture = List.copyOf(byPicture);
    if (texts.size() < FEWEST) {
      throw new IllegalArgumentException(
          "calibration needs at least "
              + FEWEST
              + " texts that belong to its pictures, got "
              + texts.size());
    }
    requireEnoughAbsent(absent.size());
  }

  /// Checks how many texts there are that none of the pictures answers.
  ///
  /// @throws IllegalArgumentException when there are some but too few
  public static void requireEnoughAbsent(int count) {
    if (count > 0 && count < FEWEST) {
      throw new IllegalArgumentException(
          "calibration needs at least "
              + FEWEST
              + " texts that no picture answers, or none, got "
              + count);
    }
  }

  boolean hasCurveForPictures() {
    return byPicture.size() >= FEWEST;
  }

  /// The texts of one side of a division into a third and the rest.
  Texts part(boolean third) {
    return new Texts(part(texts, third), part(absent, third));
  }

  /// All texts.
  Texts whole() {
    return new Texts(texts, absent);
  }

  private static <T> List<T> part(List<T> all, boolean third) {
    List<T> part = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if ((i % 3 == 0) == third) {
        part.add(all.get(i));
      }
    }
    return part;
  }

  /// Queries by text, with answers and without.
  record Texts(List<Question> answered, List<Embedding> absent) {
    /// Their searches: half of them have no answer.
    List<Trials.Trial> searched(Trials trials) {
      if (absent.isEmpty()) {
        return trials.run(answered);
      }
      List<Embedding> without = new ArrayList<>();
      for (int i = 0; i < answered.size(); i++) {
        without.add(absent.get(i % absent.size()));
      }
      List<Trials.Trial> all = new ArrayList<>(trials.answered(answered));
      all.addAll(trials.unanswered(without));
      return all;
    }
  }
}
