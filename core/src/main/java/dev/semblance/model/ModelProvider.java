package dev.semblance.model;

/// A model that comes with the class path, found by [java.util.ServiceLoader].
public interface ModelProvider {
  /// The name under which it can be chosen, such as `mini`.
  String name();

  /// Its files; among them a card, `semblance.json`.
  ModelFiles files();
}
