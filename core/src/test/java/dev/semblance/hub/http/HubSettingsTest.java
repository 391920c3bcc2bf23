package dev.semblance.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubSettingsTest {
  @TempDir Path home;

  @Test
  void without_variables_it_is_the_hub_without_a_token() {
    HubSettings settings = HubSettings.of(Map.of(), home);
    assertThat(settings.endpoint()).isEqualTo(URI.create("https://huggingface.co"));
    assertThat(settings.token()).isEmpty();
    assertThat(settings.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
    assertThat(settings.offline()).isFalse();
  }

  @Test
  void the_cache_follows_the_variables_of_huggingface_hub() {
    assertThat(cache(Map.of("XDG_CACHE_HOME", "/x"))).isEqualTo(Path.of("/x/huggingface/hub"));
    assertThat(cache(Map.of("XDG_CACHE_HOME", "/x", "HF_HOME", "/hf")))
        .isEqualTo(Path.of("/hf/hub"));
    assertThat(cache(Map.of("HF_HOME", "/hf", "HF_HUB_CACHE", "/c"))).isEqualTo(Path.of("/c"));
  }

  @Test
  void the_token_is_the_variable_s_or_the_file_s() throws IOException {
    Path folder = Files.createDirectories(home.resolve(".cache/huggingface"));
    Files.writeString(folder.resolve("token"), "hf_file\n");
    assertThat(HubSettings.of(Map.of(), home).token()).contains("hf_file");
    assertThat(HubSettings.of(Map.of("HF_TOKEN", " hf_variable\n"), home).token())
        .contains("hf_variable");
    Path other = Files.writeString(home.resolve("other"), "hf_other");
    assertThat(HubSettings.of(Map.of("HF_TOKEN_PATH", other.toString()), home).token())
        .contains("hf_other");
    assertThat(HubSettings.of(Map.of("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1"), home).token())
        .isEmpty();
    assertThatThrownBy(() -> HubSettings.of(Map.of("HF_TOKEN", "two words"), home))
        .hasMessageContaining("HF_TOKEN")
        .hasMessageNotContaining("two words");
  }

  @Test
  void never_shows_the_token() {
    assertThat(HubSettings.of(Map.of("HF_TOKEN", "hf_secret"), home).toString())
        .doesNotContain("hf_secret");
  }

  @Test
  void the_token_does_not_go_to_another_endpoint() {
    HubSettings settings = HubSettings.of(Map.of("HF_TOKEN", "hf_secret"), home);
    assertThat(settings.withEndpoint(URI.create("https://elsewhere.org")).token()).isEmpty();
    assertThat(settings.withEndpoint(URI.create("http://huggingface.co")).token()).isEmpty();
    assertThat(settings.withEndpoint(URI.create("https://huggingface.co:443")).token()).isPresent();
  }

  @Test
  void offline_and_endpoint_are_read() {
    Map<String, String> variables =
        Map.of("HF_HUB_OFFLINE", "ON", "HF_ENDPOINT", "http://mirror:8080/hf/");
    HubSettings settings = HubSettings.of(variables, home);
    assertThat(settings.offline()).isTrue();
    assertThat(settings.endpoint()).isEqualTo(URI.create("http://mirror:8080/hf"));
    for (String wrong : new String[] {"mirror", "ftp://mirror", "http://", "http:// x"}) {
      assertThatThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", wrong), home))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("HF_ENDPOINT");
    }
  }

  @Test
  void proxies_are_the_variables_and_no_proxy_leads_past_them() {
    HubSettings settings =
        HubSettings.of(
            Map.of(
                "https_proxy", "http://proxy:3128",
                "HTTP_PROXY", "other:80",
                "no_proxy", "localhost, .example.org,host:8080"),
            home);
    assertThat(proxy(settings, "https://huggingface.co/x")).isEqualTo("proxy:3128");
    assertThat(proxy(settings, "http://huggingface.co/x")).isEqualTo("other:80");
    assertThat(proxy(settings, "http://localhost:99/x")).isEmpty();
    assertThat(proxy(settings, "https://a.example.org/x")).isEmpty();
    assertThat(proxy(settings, "https://example.org.evil/x")).isEqualTo("proxy:3128");
    assertThat(proxy(settings, "http://host:8080/x")).isEmpty();
    assertThat(proxy(settings, "http://host:8081/x")).isEqualTo("other:80");
  }

  @Test
  void a_proxy_that_cannot_be_used_says_so_without_its_password() {
    assertThatThrownBy(() -> HubSettings.of(Map.of("https_proxy", "socks5://proxy:1"), home))
        .hasMessageContaining("https_proxy")
        .hasMessageContaining("http://HOST:PORT");
    assertThatThrownBy(() -> HubSettings.of(Map.of("https_proxy", "http://me:pw@proxy:1"), home))
        .hasMessageContaining("password")
        .hasMessageNotContaining("pw@");
  }

  private Path cache(Map<String, String> variables) {
    return HubSettings.of(variables, home).cache();
  }

  private static String proxy(HubSettings settings, String uri) {
    Proxy proxy = settings.proxies().select(URI.create(uri)).getFirst();
    return proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : "";
  }
}
