package dev.semblance.gallery.animal;

/// What a dog looks like.
///
/// @param name as in a caption
/// @param coat the coat's main colour, `deep` its shadow, `pale` its light
/// @param hair length of the coat, 0 (smooth) to 1 (long)
/// @param legs length of the legs, 1 is a retriever's
/// @param body length of the body, 1 is a retriever's
/// @param ears 0 hanging, 1 standing
/// @param marks what is painted over the coat
record Breed(
    String name,
    int coat,
    int deep,
    int pale,
    double hair,
    double legs,
    double body,
    int ears,
    Marks marks) {
  enum Marks {
    NONE,
    SPOTS,
    TAN,
    PATCHES
  }

  static Breed of(String name) {
    return switch (name) {
      case "golden retriever" ->
          new Breed(name, 0xFFD9A55B, 0xFF9A6526, 0xFFF4D9A4, 1, 1, 1, 0, Marks.NONE);
      case "dalmatian" ->
          new Breed(name, 0xFFF1EEE8, 0xFFB5B0AA, 0xFFFFFFFF, 0.1, 1.08, 0.98, 0, Marks.SPOTS);
      case "black labrador" ->
          new Breed(name, 0xFF26262B, 0xFF0E0E12, 0xFF5A5A66, 0.25, 0.98, 1, 0, Marks.NONE);
      case "brown dachshund" ->
          new Breed(name, 0xFF7A4424, 0xFF44230F, 0xFFB47A4C, 0.1, 0.42, 1.25, 0, Marks.NONE);
      case "german shepherd" ->
          new Breed(name, 0xFFB5803F, 0xFF5E3C1A, 0xFFDDB67C, 0.6, 1.02, 1.05, 1, Marks.TAN);
      case "white poodle", "white dog" ->
          new Breed("white dog", 0xFFEFEAE0, 0xFFA9A397, 0xFFFFFFFF, 0.8, 0.9, 0.9, 0, Marks.NONE);
      case "brown and white dog" ->
          new Breed(name, 0xFFF0E8DC, 0xFFA89C8C, 0xFFFFFFFF, 0.4, 0.92, 0.95, 0, Marks.PATCHES);
      default -> throw new IllegalArgumentException("no breed is called " + name);
    };
  }
}
