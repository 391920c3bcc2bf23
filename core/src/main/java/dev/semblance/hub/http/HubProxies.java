package dev.semblance.hub.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The proxies that `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` name, in small letters
/// or capitals; where none is named, Java's own.
///
/// Immutable, safe for many threads. `no_proxy` is a list of host names, each also for the hosts
/// below it, with or without a port; `*` is every host.
final class HubProxies extends ProxySelector {
  private final Map<String, Proxy> byScheme;
  private final List<String> without;

  private HubProxies(Map<String, Proxy> byScheme, List<String> without) {
    this.byScheme = byScheme;
    this.without = without;
  }

  static ProxySelector of(Map<String, String> environment) {
    Map<String, Proxy> byScheme = new java.util.HashMap<>();
    for (String scheme : List.of("http", "https")) {
      named(environment, scheme + "_proxy")
          .or(() -> named(environment, "all_proxy"))
          .ifPresent(proxy -> byScheme.put(scheme, proxy));
    }
    Optional<ProxySelector> usual = Optional.ofNullable(ProxySelector.getDefault());
    if (byScheme.isEmpty() && usual.isPresent()) {
      return usual.get();
    }
    List<String> without = new ArrayList<>();
    for (String host : value(environment, "no_proxy").orElse("").split("[,\\s]+")) {
      if (!host.isBlank()) {
        without.add(host.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""));
      }
    }
    return new HubProxies(Map.copyOf(byScheme), List.copyOf(without));
  }

  @Override
  public List<Proxy> select(URI uri) {
    Proxy proxy = byScheme.get(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
    return List.of(proxy == null || isWithout(uri) ? Proxy.NO_PROXY : proxy);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // The request itself fails and says so.
  }

  private boolean isWithout(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    String withPort = host + ":" + HubSettings.port(uri);
    return without.stream()
        .anyMatch(name -> name.equals("*") || isIn(name, host) || isIn(name, withPort));
  }

  private static boolean isIn(String name, String host) {
    return host.equals(name) || host.endsWith("." + name);
  }

  private static Optional<Proxy> named(Map<String, String> environment, String variable) {
    return value(environment, variable).map(written -> proxy(variable, written));
  }

  private static Proxy proxy(String variable, String written) {
    String problem;
    try {
      URI uri = URI.create(written.contains("://") ? written : "http://" + written);
      if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
        problem = "only proxies of the form http://HOST:PORT can be used";
      } else if (uri.getUserInfo() != null) {
        problem =
            "proxies that ask for a name and password cannot be used; set up one that does"
                + " not ask, or pull from a mirror with HF_ENDPOINT";
      } else {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
      }
    } catch (IllegalArgumentException e) {
      problem = "it is no URL; write http://HOST:PORT";
    }
    throw new IllegalArgumentException(variable + ": " + problem);
  }

  private static Optional<String> value(Map<String, String> environment, String variable) {
    String capitals = variable.toUpperCase(Locale.ROOT);
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .or(() -> Optional.ofNullable(environment.get(capitals)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
