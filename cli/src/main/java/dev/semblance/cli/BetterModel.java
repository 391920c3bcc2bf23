package dev.semblance.cli;

import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.library.Library;
import dev.semblance.library.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells each user once that the mini model is for trying, when a library of it has grown.
final class BetterModel {
  private static final String MINI = "mini";
  private static final long MANY = 200;
  private static final String TOLD = "told-of-better-models";

  private BetterModel() {}

  /// Tells it, if there is reason to and it was not told before.
  static void tellOnce(GlobalOptions options, Library library) {
    Path told = options.userFolders().config().resolve(TOLD);
    if (Files.exists(told)) {
      return;
    }
    Status status = library.status();
    if (!status.model().equals(MINI) || status.items() <= MANY) {
      return;
    }
    options.tell(
        "the built-in mini model is for trying things; for a library of "
            + status.items()
            + " pictures a larger one finds far more: semblance model pull siglip2-base-224, then"
            + " semblance index --force --model siglip2-base-224 (this is said once)");
    try {
      Files.createDirectories(told.getParent());
      Files.writeString(told, "");
    } catch (IOException _) {
      // Said again the next time; no reason to fail.
    }
  }
}
