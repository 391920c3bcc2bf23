package dev.semblance.hub.pull;

import dev.semblance.hub.source.Place;
import java.util.List;
import java.util.Map;

/// What is to be pulled. Immutable.
///
/// @param name of the model, a single folder's name
/// @param parts its repositories or folders, at least one
/// @param own files that are written beside those pulled, by name: a card where the repository has
///   none
/// @param catalogue the entry it is pulled by; empty for none
public record PullRequest(
    String name, List<Part> parts, Map<String, String> own, String catalogue) {

  public PullRequest {
    parts = List.copyOf(parts);
    own = Map.copyOf(own);
    if (!name.matches("[\\w][\\w.+-]*")) {
      throw new IllegalArgumentException(
          "\"" + name + "\" cannot name a model; use letters, digits, -, _, + and .");
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(name + ": nothing to pull");
    }
  }

  /// A model that lies in one place.
  public static PullRequest of(Place place, FileSelection files) {
    return new PullRequest(place.name(), List.of(new Part(place, "", "", files)), Map.of(), "");
  }

  /// Files of one place.
  ///
  /// @param from the folder there that counts as the top, empty or with a slash at its end
  /// @param into the folder of the model they go to, empty or with a slash at its end
  public record Part(Place place, String from, String into, FileSelection files) {}
}
