package dev.semblance.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which proxy leads where, by the variables of an environment.
class HubProxiesTest {
  private static final String DIRECT = "";

  @Test
  void each_scheme_has_its_own_and_all_proxy_serves_the_others() {
    Map<String, String> both = Map.of("http_proxy", "http://a:1", "all_proxy", "http://b:2");
    assertThat(way(both, "http://x/")).isEqualTo("a:1");
    assertThat(way(both, "https://x/")).isEqualTo("b:2");
    assertThat(way(Map.of("https_proxy", "http://a:1"), "http://x/")).isEqualTo(DIRECT);
    assertThat(way(both, "ftp://x/")).isEqualTo(DIRECT);
    assertThat(way(both, "HTTP://X/")).isEqualTo("a:1");
  }

  @Test
  void small_letters_come_before_capitals_unless_they_hold_nothing() {
    Map<String, String> variables = new HashMap<>(Map.of("HTTP_PROXY", "http://capital:1"));
    assertThat(way(variables, "http://x/")).isEqualTo("capital:1");
    variables.put("http_proxy", "  ");
    assertThat(way(variables, "http://x/")).isEqualTo("capital:1");
    variables.put("http_proxy", " http://small:2 ");
    assertThat(way(variables, "http://x/")).isEqualTo("small:2");
  }

  @Test
  void a_proxy_without_scheme_or_port_is_one_of_http_at_port_80() {
    assertThat(way(Map.of("http_proxy", "a"), "http://x/")).isEqualTo("a:80");
    assertThat(way(Map.of("http_proxy", "a:3128"), "http://x/")).isEqualTo("a:3128");
    assertThat(way(Map.of("http_proxy", "HTTP://a/"), "http://x/")).isEqualTo("a:80");
  }

  @Test
  void the_proxy_s_name_is_left_to_be_looked_up_later() {
    ProxySelector proxies = HubProxies.of(Map.of("http_proxy", "http://localhost:1"));
    Proxy proxy = proxies.select(URI.create("http://x/")).getFirst();
    assertThat(proxy.type()).isEqualTo(Proxy.Type.HTTP);
    assertThat(((InetSocketAddress) proxy.address()).isUnresolved()).isTrue();
    proxies.connectFailed(URI.create("http://x/"), proxy.address(), new IOException("down"));
    assertThat(proxies.select(URI.create("http://x/"))).containsExactly(proxy);
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, http://example.org/, true",
    "example.org, http://EXAMPLE.org:81/, true",
    "EXAMPLE.ORG, http://a.b.example.org/, true",
    "example.org, http://badexample.org/, false",
    "example.org, http://example.org.evil/, false",
    ".example.org, http://a.example.org/, true",
    "*.example.org, http://a.example.org/, true",
    "*, http://anything/, true",
    "example.org:81, http://example.org:81/, true",
    "example.org:81, http://example.org:82/, false",
    "example.org:81, http://example.org/, false",
    "example.org:81, http://a.example.org:81/, true",
    "example.org:80, http://example.org/, true",
    "example.org:443, https://a.example.org/, true",
    "example.org:443, http://example.org/, false",
    "'a , b\tc', http://c/, true",
    "', ,', http://x/, false"
  })
  void no_proxy_names_hosts_and_those_below_with_or_without_a_port(
      String without, String uri, boolean direct) {
    Map<String, String> variables = Map.of("all_proxy", "http://p:1", "NO_PROXY", without);
    assertThat(way(variables, uri)).isEqualTo(direct ? DIRECT : "p:1");
  }

  @Test
  void where_none_is_named_java_s_own_is_asked_whatever_no_proxy_says() {
    assertThat(HubProxies.of(Map.of("no_proxy", "*", "http_proxy", " ")))
        .isSameAs(ProxySelector.getDefault());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://proxy:1", "socks5://proxy:1", "http://", "http://:80"})
  void a_proxy_of_another_kind_is_refused_with_the_variable_s_name(String written) {
    for (String variable : List.of("http_proxy", "https_proxy", "all_proxy")) {
      assertThatThrownBy(() -> HubProxies.of(Map.of(variable, written)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(variable + ": ")
          .hasMessageContaining("http://HOST:PORT");
    }
  }

  @Test
  void what_is_no_url_is_not_repeated_since_it_may_hold_a_password() {
    assertThatThrownBy(() -> HubProxies.of(Map.of("http_proxy", "http://me:p w@proxy:1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessage("http_proxy: it is no URL; write http://HOST:PORT");
  }

  private static String way(Map<String, String> variables, String uri) {
    Proxy proxy = HubProxies.of(variables).select(URI.create(uri)).getFirst();
    return proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : DIRECT;
  }
}
