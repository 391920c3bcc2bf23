package dev.semblance.gallery.thing;

/// Colours by their plain names.
final class Swatch {
  private Swatch() {}

  static int of(String name) {
    return switch (name) {
      case "red" -> 0xFFD2322D;
      case "blue" -> 0xFF2C62B8;
      case "green" -> 0xFF2F9350;
      case "yellow" -> 0xFFF3C928;
      case "orange" -> 0xFFEE7F22;
      case "purple" -> 0xFF7A3FA0;
      case "black" -> 0xFF1E1F24;
      case "white" -> 0xFFF7F5F0;
      case "pink" -> 0xFFEB86A8;
      case "brown" -> 0xFF7B4E2C;
      case "grey" -> 0xFF8D9298;
      default -> throw new IllegalArgumentException("no colour is called " + name);
    };
  }
}
