package dev.semblance.library;

import dev.semblance.model.Model;

/// Temporary: until the store of models lands.
final class Models {
  private Models() {}

  static String chosen() {
    return "mini";
  }

  static Model open(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(name);
    }
    throw new LibraryException("models by name follow: " + name);
  }
}
