package dev.semblance.cli.options;

import dev.semblance.cli.terminal.Surroundings;
import dev.semblance.hub.ModelStore;
import dev.semblance.model.ModelProvider;
import dev.semblance.model.UserFolders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/// Where things lie for whoever called: what a written path means, the library, the models.
///
/// @param surroundings tell the folder and the environment
public record Places(Surroundings surroundings) {
  /// A path as the user wrote it, made absolute.
  public Path path(String written) {
    if (written.isBlank()) {
      throw new IllegalArgumentException("a path must not be empty");
    }
    return surroundings.folder().resolve(written).normalize();
  }

  /// Where the library lies or will lie.
  ///
  /// @param written after `--library`, where that was given
  public Path library(Optional<String> written) {
    if (written.isPresent()) {
      return path(written.get());
    }
    String fromEnvironment = surroundings.environment().getOrDefault("SEMBLANCE_LIBRARY", "");
    return fromEnvironment.isBlank()
        ? userFolders().data().resolve("library")
        : path(fromEnvironment);
  }

  /// What belongs to the user and not to a library.
  public UserFolders userFolders() {
    Map<String, String> environment = surroundings.environment();
    return UserFolders.of(environment, System.getProperty("os.name", ""), home());
  }

  /// The user's home.
  public Path home() {
    Map<String, String> environment = surroundings.environment();
    return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")));
  }

  /// The models there are to choose from.
  public ModelStore models() {
    String moved = surroundings.environment().getOrDefault("SEMBLANCE_MODELS", "");
    UserFolders folders = userFolders();
    return new ModelStore(
        moved.isBlank() ? folders.data().resolve("models") : path(moved),
        folders.config(),
        ServiceLoader.load(ModelProvider.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /// A relative folder stays the same folder when the library is used from elsewhere; a name is a
  /// name.
  public String modelName(String written) {
    return written.contains("/") || written.startsWith(".") ? path(written).toString() : written;
  }
}
