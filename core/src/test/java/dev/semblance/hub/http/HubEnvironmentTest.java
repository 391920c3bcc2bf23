package dev.semblance.hub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What [HubSettings] reads from the variables of huggingface_hub: older names, `~`, empty values,
/// the order in which they count.
class HubEnvironmentTest {
  @TempDir Path home;

  @Test
  void a_variable_that_holds_nothing_counts_as_absent() {
    Map<String, String> blank =
        Map.of(
            "HF_ENDPOINT",
            " ",
            "HF_TOKEN",
            "",
            "HF_HOME",
            " ",
            "HF_HUB_CACHE",
            "",
            "HF_HUB_OFFLINE",
            "");
    assertThat(settings(blank)).isEqualTo(settings(Map.of()));
  }

  @Test
  void the_names_of_older_versions_count_where_the_new_ones_are_absent() {
    assertThat(settings(Map.of("HUGGINGFACE_HUB_CACHE", "/old")).cache())
        .isEqualTo(Path.of("/old"));
    assertThat(settings(Map.of("HUGGINGFACE_HUB_CACHE", "/old", "HF_HUB_CACHE", "/new")).cache())
        .isEqualTo(Path.of("/new"));
    assertThat(settings(Map.of("HUGGING_FACE_HUB_TOKEN", "hf_old")).token()).contains("hf_old");
    assertThat(settings(Map.of("HUGGING_FACE_HUB_TOKEN", "hf_old", "HF_TOKEN", "hf_new")).token())
        .contains("hf_new");
    assertThat(settings(Map.of("TRANSFORMERS_OFFLINE", "1")).offline()).isTrue();
  }

  @Test
  void a_tilde_is_the_user_s_folder_wherever_a_path_is_written() throws IOException {
    assertThat(settings(Map.of("HF_HOME", "~/hf")).cache()).isEqualTo(home.resolve("hf/hub"));
    assertThat(settings(Map.of("HF_HUB_CACHE", "~/c")).cache()).isEqualTo(home.resolve("c"));
    assertThat(settings(Map.of("XDG_CACHE_HOME", "~/x")).cache())
        .isEqualTo(home.resolve("x/huggingface/hub"));
    Files.writeString(home.resolve("token"), "hf_mine");
    assertThat(settings(Map.of("HF_TOKEN_PATH", "~/token")).token()).contains("hf_mine");
  }

  @Test
  void the_token_s_file_moves_with_the_home_of_hugging_face() throws IOException {
    Path folder = Files.createDirectories(home.resolve("hf"));
    Files.writeString(folder.resolve("token"), " hf_moved\r\n");
    assertThat(settings(Map.of("HF_HOME", folder.toString())).token()).contains("hf_moved");
    assertThat(settings(Map.of()).token()).isEmpty();
    Files.writeString(folder.resolve("token"), " \n");
    assertThat(settings(Map.of("HF_HOME", folder.toString())).token()).isEmpty();
  }

  @Test
  void a_token_s_file_that_cannot_be_read_is_named() throws IOException {
    Path folder = Files.createDirectories(home.resolve("a-folder"));
    assertThatThrownBy(() -> settings(Map.of("HF_TOKEN_PATH", folder.toString())))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(folder + ": the hub's token cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hf_a b", "hf_ü", "hf_a\u007f", "hf_a\nX-Other: header"})
  void a_token_that_no_header_can_hold_is_refused_and_not_shown(String token) {
    assertThatThrownBy(() -> settings(Map.of("HF_TOKEN", token)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("set HF_TOKEN anew")
        .hasMessageNotContaining(token);
  }

  @ParameterizedTest
  @CsvSource({"1,true", "True,true", "YES,true", "on,true", "0,false", "no,false", "2,false"})
  void offline_is_what_huggingface_hub_takes_for_true(String value, boolean offline) {
    assertThat(settings(Map.of("HF_HUB_OFFLINE", value)).offline()).isEqualTo(offline);
  }

  @ParameterizedTest
  @CsvSource({
    "https://huggingface.co, https://HUGGINGFACE.CO, true",
    "https://huggingface.co, https://huggingface.co:443/any/path?x, true",
    "http://mirror, HTTP://mirror:80, true",
    "https://huggingface.co, https://huggingface.co:444, false",
    "https://huggingface.co, http://huggingface.co:443, false",
    "https://huggingface.co, https://cdn.huggingface.co, false",
    "https://huggingface.co, https://huggingface.co.evil, false",
    "file:///mirror, file:///mirror, false"
  })
  void one_origin_is_scheme_host_and_port(String one, String other, boolean same) {
    assertThat(HubSettings.sameOrigin(URI.create(one), URI.create(other))).isEqualTo(same);
    assertThat(HubSettings.sameOrigin(URI.create(other), URI.create(one))).isEqualTo(same);
  }

  @Test
  void another_endpoint_changes_nothing_but_itself_and_the_token() {
    HubSettings settings =
        settings(Map.of("HF_TOKEN", "hf_x", "HF_HUB_OFFLINE", "1", "all_proxy", "http://p:1"));
    URI mirror = HubSettings.endpoint("file:///mirror/");
    HubSettings moved = settings.withEndpoint(mirror);
    assertThat(moved.endpoint()).isEqualTo(URI.create("file:///mirror"));
    assertThat(moved.cache()).isEqualTo(settings.cache());
    assertThat(moved.offline()).isTrue();
    assertThat(moved.proxies()).isSameAs(settings.proxies());
    assertThat(settings).hasToString("https://huggingface.co with a token, offline");
    assertThat(moved).hasToString("file:///mirror, offline");
  }

  private HubSettings settings(Map<String, String> variables) {
    return HubSettings.of(variables, home);
  }
}
