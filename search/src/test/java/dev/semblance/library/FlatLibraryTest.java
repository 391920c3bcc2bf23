package dev.semblance.library;

import dev.semblance.index.FlatIndex;
import java.nio.file.Path;

class FlatLibraryTest extends LibraryContract {
  @Override
  Library open(Path folder, ColourModel with) {
    return Library.of(new FlatIndex(with.space()), with);
  }
}
