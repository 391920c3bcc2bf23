package dev.semblance.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where Semblance keeps what belongs to the user: caches, models, the chosen settings.
///
/// Immutable, safe for many threads; nothing is created here. The places follow the XDG base
/// directory specification on Linux, `~/Library` on macOS and `%LOCALAPPDATA%` on Windows.
///
/// @param cache what can be made again at any time: unpacked libraries and models, file hashes
/// @param data what the user installed: models
/// @param config what the user chose
public record UserFolders(Path cache, Path data, Path config) {

  /// Those of this process; `SEMBLANCE_CACHE` or the system property `semblance.cache` moves the
  /// cache.
  public static UserFolders current() {
    UserFolders folders =
        of(
            System.getenv(),
            System.getProperty("os.name", ""),
            Path.of(System.getProperty("user.home", ".")));
    String cache = System.getProperty("semblance.cache", "");
    return cache.isBlank()
        ? folders
        : new UserFolders(Path.of(cache), folders.data, folders.config);
  }

  /// Those of an environment.
  ///
  /// @param environment variables by name
  /// @param system the operating system's name, as the property `os.name` gives it
  /// @param home the user's folder
  public static UserFolders of(Map<String, String> environment, String system, Path home) {
    UserFolders usual = usual(environment, system.toLowerCase(Locale.ROOT), home);
    Path cache = folder(environment, "SEMBLANCE_CACHE").orElse(usual.cache);
    return new UserFolders(cache, usual.data, usual.config);
  }

  private static UserFolders usual(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("mac")) {
      Path support = home.resolve("Library/Application Support/semblance");
      return new UserFolders(home.resolve("Library/Caches/semblance"), support, support);
    }
    if (system.startsWith("windows")) {
      Path local =
          folder(environment, "LOCALAPPDATA")
              .orElse(home.resolve("AppData/Local"))
              .resolve("semblance");
      return new UserFolders(local.resolve("cache"), local, local);
    }
    return new UserFolders(
        xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache")),
        xdg(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
        xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")));
  }

  private static Path xdg(Map<String, String> environment, String variable, Path usual) {
    // The specification says that a relative path is to be ignored.
    return folder(environment, variable)
        .filter(Path::isAbsolute)
        .orElse(usual)
        .resolve("semblance");
  }

  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }
}
