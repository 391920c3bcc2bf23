package dev.semblance.cli;

import dev.semblance.calibration.Calibration;
import dev.semblance.library.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Hits cut into those that are likely what was asked for, those that may be, and the rest.
///
/// @param likely of at least the calibration's `likely`
/// @param maybe of at least its `least`
/// @param judged whether there was a calibration; without one all hits are maybe
record Verdict(List<Hit> likely, List<Hit> maybe, boolean judged) {
  Verdict {
    likely = List.copyOf(likely);
    maybe = List.copyOf(maybe);
  }

  static Verdict of(List<Hit> hits, Optional<Calibration> calibration) {
    if (calibration.isEmpty() || hits.stream().anyMatch(hit -> hit.confidence().isEmpty())) {
      return new Verdict(List.of(), hits, false);
    }
    List<Hit> likely = new ArrayList<>();
    List<Hit> maybe = new ArrayList<>();
    for (Hit hit : hits) {
      double probability = hit.confidence().orElse(0);
      if (probability >= calibration.get().likely()) {
        likely.add(hit);
      } else if (probability >= calibration.get().least()) {
        maybe.add(hit);
      }
    }
    return new Verdict(likely, maybe, true);
  }

  /// Those that may be what was asked for, best first.
  List<Hit> matches() {
    List<Hit> matches = new ArrayList<>(likely);
    matches.addAll(maybe);
    return List.copyOf(matches);
  }

  String inWords() {
    return judged
        ? likely.size() + " likely, " + maybe.size() + " maybe"
        : "this model is not calibrated, so how likely these are is not known";
  }
}
