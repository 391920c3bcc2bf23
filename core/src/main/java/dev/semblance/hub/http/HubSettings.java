package dev.semblance.hub.http;

import dev.semblance.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a hub is reached, by the variables that huggingface_hub reads
/// (<https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables>).
///
/// Immutable, safe for many threads.
///
/// @param endpoint `http:` or `https:` without a slash at its end, or `file:` for a folder that
///   holds `ORG/REPO` folders
/// @param token sent to the endpoint and to nobody else
/// @param cache the hub's cache on disk, with folders such as `models--org--name`
/// @param offline whether only that cache may be used
/// @param proxies which proxy leads where
public record HubSettings(
    URI endpoint, Optional<String> token, Path cache, boolean offline, ProxySelector proxies) {
  private static final String HUB = "https://huggingface.co";

  /// Those of an environment: `HF_ENDPOINT`, `HF_TOKEN` or the file `HF_TOKEN_PATH`, `HF_HOME`,
  /// `HF_HUB_CACHE`, `HF_HUB_OFFLINE`, `https_proxy`, `http_proxy`, `all_proxy`, `no_proxy`.
  ///
  /// @param environment variables by name
  /// @param home the user's folder
  /// @throws IllegalArgumentException when a variable holds what it may not
  public static HubSettings of(Map<String, String> environment, Path home) {
    Path huggingFace = huggingFaceHome(environment, home);
    return new HubSettings(
        endpoint(value(environment, "HF_ENDPOINT").orElse(HUB)),
        token(environment, home, huggingFace),
        value(environment, "HF_HUB_CACHE")
            .or(() -> value(environment, "HUGGINGFACE_HUB_CACHE"))
            .map(written -> expanded(written, home))
            .orElse(huggingFace.resolve("hub")),
        isOn(environment, "HF_HUB_OFFLINE") || isOn(environment, "TRANSFORMERS_OFFLINE"),
        HubProxies.of(environment));
  }

  /// The same with another endpoint; the token goes along only where scheme, host and port are the
  /// same.
  public HubSettings withEndpoint(URI other) {
    Optional<String> kept = sameOrigin(endpoint, other) ? token : Optional.empty();
    return new HubSettings(other, kept, cache, offline, proxies);
  }

  /// Reads an endpoint.
  ///
  /// @throws IllegalArgumentException when it is no URL that can be used
  public static URI endpoint(String written) {
    String bare = written.replaceAll("/+$", "");
    try {
      URI uri = URI.create(bare);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = List.of("http", "https").contains(scheme) && uri.getHost() != null;
      if (web || (scheme.equals("file") && uri.getPath() != null)) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw noEndpoint(written, e);
    }
    throw noEndpoint(written, null);
  }

  static boolean sameOrigin(URI one, URI other) {
    return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
        && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  /// Without the token.
  @Override
  public String toString() {
    return endpoint + (token.isPresent() ? " with a token" : "") + (offline ? ", offline" : "");
  }

  static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private static IllegalArgumentException noEndpoint(
      String written, @org.jspecify.annotations.Nullable Throwable cause) {
    return new IllegalArgumentException(
        "\""
            + written
            + "\" is no hub's address; write it as https://huggingface.co, http://HOST:PORT or"
            + " file:///FOLDER (HF_ENDPOINT)",
        cause);
  }

  private static Path huggingFaceHome(Map<String, String> environment, Path home) {
    Path cache =
        value(environment, "XDG_CACHE_HOME")
            .map(written -> expanded(written, home))
            .orElseGet(() -> home.resolve(".cache"));
    return value(environment, "HF_HOME")
        .map(written -> expanded(written, home))
        .orElseGet(() -> cache.resolve("huggingface"));
  }

  private static Path expanded(String written, Path home) {
    return written.startsWith("~/") ? home.resolve(written.substring(2)) : Path.of(written);
  }

  private static Optional<String> token(
      Map<String, String> environment, Path home, Path huggingFace) {
    if (isOn(environment, "HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
      return Optional.empty();
    }
    Optional<String> given =
        value(environment, "HF_TOKEN").or(() -> value(environment, "HUGGING_FACE_HUB_TOKEN"));
    if (given.isPresent()) {
      return given.map(HubSettings::checked);
    }
    Path file =
        value(environment, "HF_TOKEN_PATH")
            .map(written -> expanded(written, home))
            .orElse(huggingFace.resolve("token"));
    try {
      return Optional.of(Files.readString(file).strip())
          .filter(token -> !token.isEmpty())
          .map(HubSettings::checked);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": the hub's token cannot be read", e);
    }
  }

  private static String checked(String token) {
    if (!token.matches("[\\x21-\\x7e]+")) {
      throw new ModelException(
          "the hub's token holds spaces or other signs that no token has; set HF_TOKEN anew");
    }
    return token;
  }

  private static boolean isOn(Map<String, String> environment, String variable) {
    return value(environment, variable)
        .map(value -> List.of("1", "true", "yes", "on").contains(value.toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  private static Optional<String> value(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
