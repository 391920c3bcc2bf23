package dev.semblance.gallery.brush;

import dev.semblance.drawing.Fonts;

/// How text is set.
///
/// @param size in canvas units, the height of the em
/// @param align 0 starts at the point, 0.5 is centred on it, 1 ends there
/// @param width horizontal stretch, 1 is the face's own
public record Lettering(Fonts face, double size, double align, double width) {
  public static Lettering of(Fonts face, double size) {
    return new Lettering(face, size, 0, 1);
  }

  public Lettering centred() {
    return new Lettering(face, size, 0.5, width);
  }

  public Lettering ending() {
    return new Lettering(face, size, 1, width);
  }

  public Lettering stretched(double factor) {
    return new Lettering(face, size, align, width * factor);
  }
}
