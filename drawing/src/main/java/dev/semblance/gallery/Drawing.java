package dev.semblance.gallery;

import dev.semblance.gallery.brush.Studio;
import dev.semblance.gallery.scene.Scene;
import dev.semblance.image.Pixels;
import java.util.List;

/// A picture that can be drawn at any size, and the words that say exactly what it shows.
///
/// Immutable, safe for many threads. The same drawing at the same size gives the same bytes on one
/// platform.
public final class Drawing {
  private final String name;
  private final String family;
  private final long seed;
  private final Scene scene;

  Drawing(String name, String family, long seed, Scene scene) {
    this.name = name;
    this.family = family;
    this.seed = seed;
    this.scene = scene;
  }

  Drawing named(String other) {
    return new Drawing(other, family, seed, scene);
  }

  /// A name that is safe for files, without an ending: lower-case letters, digits, hyphens.
  public String name() {
    return name;
  }

  /// The kind of scene, such as `suspension-bridge`.
  public String family() {
    return family;
  }

  /// One exact English sentence in lower case, such as `a golden retriever on a beach`.
  public String caption() {
    return scene.caption().sentence();
  }

  /// Three to five other wordings of the caption, more or less detailed.
  public List<String> otherCaptions() {
    return scene.caption().others();
  }

  /// One or two words for the kind of thing, such as `dog`.
  public String label() {
    return scene.caption().label();
  }

  public long seed() {
    return seed;
  }

  /// Draws it.
  ///
  /// @param width in pixels, 1 to 8192, like `height`; scenes are composed for about 4:3 and are
  ///   recognisable from about 64 pixels
  /// @return RGB
  public Pixels render(int width, int height) {
    return Studio.pixels(width, height, seed, scene.painter());
  }

  /// Draws it as a JPEG file of quality 92.
  public byte[] jpeg(int width, int height) {
    return Studio.jpeg(width, height, seed, scene.painter());
  }

  @Override
  public String toString() {
    return name + ": " + caption();
  }
}
