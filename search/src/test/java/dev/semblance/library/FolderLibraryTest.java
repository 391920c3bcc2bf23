package dev.semblance.library;

import java.nio.file.Path;

class FolderLibraryTest extends LibraryContract {
  @Override
  Library open(Path folder, ColourModel with) {
    return Library.open(folder, with);
  }
}
