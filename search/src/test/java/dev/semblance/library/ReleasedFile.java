package dev.semblance.library;

import dev.semblance.image.PictureInfo.Place;
import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Item;
import dev.semblance.index.Items;
import dev.semblance.space.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// Makes the small library that each release leaves behind for [ReleasedTest]. What a release wrote
/// is never made again: a new format gets a folder of its own beside it.
///
/// ```text
/// java -cp TEST_CLASS_PATH dev.semblance.library.ReleasedFile src/test/resources/released/0.1/library
/// ```
final class ReleasedFile {
  /// Where the pictures lie while they are indexed; they need not be there later.
  static final Path PICTURES = Path.of("/tmp/semblance-released/pictures");

  private static final int[] COLOURS = {0xff0000, 0x00ff00, 0x0000ff, 0xffff00};

  private ReleasedFile() {}

  public static void main(String[] arguments) throws IOException {
    for (int i = 0; i < 12; i++) {
      String name = "été " + i + (i % 2 == 0 ? "" : " \uD83D\uDE00") + ".png";
      Drawn.write(PICTURES.resolve(name), COLOURS[i % 4], i);
    }
    Drawn.write(PICTURES.resolve("raw/left out.png"), 0xff0000, 99);
    Files.write(PICTURES.resolve("broken.png"), new byte[] {1, 2, 3});
    try (ColourModel model = ColourModel.create();
        Library library = Library.open(Path.of(arguments[0]), model)) {
      library.index(List.of(PICTURES), IndexOptions.usual().withExcludes(List.of("raw")));
      library.add(List.of(new EmbeddedItem(given(), point(model))));
    }
  }

  private static Embedding point(ColourModel model) {
    return Embedding.of(model.space(), new float[] {0, 0, 0, 0, 3, 0, 4}, "given");
  }

  /// An item with all that an item can have.
  static Item given() {
    return new Item(
        "file:///photos/caf%E9.mp4",
        "00:12",
        123_456_789_012L,
        Instant.parse("2024-02-29T12:34:56.789012345Z"),
        Items.hash("given"),
        8000,
        6000,
        Optional.of(LocalDateTime.of(1999, 12, 31, 23, 59, 58, 1)),
        Optional.of("Ænigma X1"),
        Optional.of(new Place(-33.856784, 151.215297)));
  }
}
