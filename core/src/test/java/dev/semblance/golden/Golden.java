package dev.semblance.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Finds reference values and other files below the folder that the system property
/// `semblance.shared` names.
///
/// An absent folder or file is an [IllegalStateException]: a test without its reference fails and
/// is never skipped.
public final class Golden {
  private static final String PROPERTY = "semblance.shared";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Golden() {}

  /// The file or folder `golden/NAME`, for example `pillow-resize/index.json`.
  public static Path path(String name) {
    return shared("golden/" + name);
  }

  /// The file or folder NAME directly below the shared folder, for example `training/captions.tsv`.
  public static Path shared(String name) {
    return below(System.getProperty(PROPERTY), name);
  }

  /// All bytes of `golden/NAME`.
  public static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text of `golden/NAME`, UTF-8.
  public static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /// The JSON of `golden/NAME`.
  public static JsonNode json(String name) {
    try {
      return JSON.readTree(bytes(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The array of `golden/NAME`, a NumPy file.
  public static Npy npy(String name) {
    return Npy.read(path(name));
  }

  static Path below(@Nullable String folder, String name) {
    if (folder == null || folder.isBlank()) {
      throw new IllegalStateException(
          "reference values are not found: the system property semblance.shared is not set;"
              + " run the tests with bin/test, or with -Dsemblance.shared=FOLDER");
    }
    Path path = Path.of(folder).resolve(name).normalize();
    if (!Files.exists(path)) {
      throw new IllegalStateException(
          "reference value "
              + path.toAbsolutePath()
              + " is absent; set SEMBLANCE_SHARED to the folder that holds golden/");
    }
    return path;
  }
}
