package dev.semblance.cli;

import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A folder with a few small pictures, and the model that tests embed them with: tiny, with random
/// weights, so that what is near to what is settled but means nothing.
record Photos(Path folder) {
  /// A name with all that names may hold and lines may not.
  static final String ODD_NAME = "a\tb\nc \u001b[31m ü.jpg";

  private static final Path GOLDEN =
      Path.of(System.getProperty("semblance.shared")).resolve("golden/models");

  /// A model that exists beside [#otherModel].
  static String model() {
    return golden("clip-split");
  }

  /// A model of another space.
  static String otherModel() {
    return golden("siglip");
  }

  private static String golden(String name) {
    Path folder = GOLDEN.resolve(name);
    if (!Files.isDirectory(folder)) {
      throw new AssertionError(folder + " is missing: see semblance.shared");
    }
    return folder.toAbsolutePath().normalize().toString();
  }

  /// Draws `count` pictures as `photos/000.jpg` and so on.
  static Photos drawnIn(Path parent, int count) throws IOException {
    Photos photos = new Photos(Files.createDirectories(parent.resolve("photos")));
    List<Drawing> drawings = Gallery.training(11, count);
    for (int i = 0; i < count; i++) {
      Files.write(photos.file(i), drawings.get(i).jpeg(64, 48));
    }
    return photos;
  }

  Path file(int number) {
    return folder.resolve(("00" + number).substring(("00" + number).length() - 3) + ".jpg");
  }

  /// A copy of a picture under another name.
  Path copy(int number, String name) throws IOException {
    Path copy = folder.resolve(name);
    Files.createDirectories(copy.getParent());
    return Files.copy(file(number), copy);
  }

  /// A file that calls itself a picture and is none.
  Path broken(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "this is no picture");
  }
}
