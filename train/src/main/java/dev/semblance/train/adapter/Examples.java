package dev.semblance.train.adapter;

import dev.semblance.eval.files.PairTable.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SplittableRandom;

/// Pictures with their texts, split by picture: a fifth is held out to measure, a tenth of the rest
/// decides when to stop.
///
/// @param training to learn from
/// @param dev to know when to stop
/// @param heldOut to measure before and after
record Examples(List<Example> training, List<Example> dev, List<Example> heldOut) {
  private static final int HELD_OUT_OF = 5;
  private static final int DEV_OF = 10;
  private static final int FEWEST = 50;

  Examples {
    training = List.copyOf(training);
    dev = List.copyOf(dev);
    heldOut = List.copyOf(heldOut);
  }

  /// A picture.
  ///
  /// @param file its name
  /// @param texts at least one
  record Example(String file, List<String> texts) {
    Example {
      texts = List.copyOf(texts);
    }
  }

  /// The split of a table by a seed.
  ///
  /// @throws IllegalArgumentException when there are fewer than 50 pictures
  static Examples split(List<Pair> pairs, long seed) {
    Map<String, SequencedSet<String>> byFile = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      byFile.computeIfAbsent(pair.file(), _ -> new LinkedHashSet<>()).add(pair.text());
    }
    if (byFile.size() < FEWEST) {
      throw new IllegalArgumentException(
          "an adapter needs at least " + FEWEST + " pictures, got " + byFile.size());
    }
    List<Example> all = new ArrayList<>();
    byFile.forEach((file, texts) -> all.add(new Example(file, List.copyOf(texts))));
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = all.size() - 1; i > 0; i--) {
      java.util.Collections.swap(all, i, random.nextInt(i + 1));
    }
    int held = all.size() / HELD_OUT_OF;
    int dev = (all.size() - held) / DEV_OF;
    return new Examples(
        all.subList(held + dev, all.size()), all.subList(held, held + dev), all.subList(0, held));
  }
}
