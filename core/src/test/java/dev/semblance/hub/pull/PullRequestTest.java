package dev.semblance.hub.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.pull.PullRequest.Part;
import dev.semblance.hub.source.Place;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be asked for, and under which names.
class PullRequestTest {
  private static final Place PLACE =
      new Place.Repository(URI.create("https://huggingface.co"), "org/some-model.v2", "main");

  @Test
  void one_place_gives_the_model_its_name_and_all_its_files() {
    PullRequest request = PullRequest.of(PLACE, FileSelection.USUAL);
    assertThat(request.name()).isEqualTo("some-model.v2");
    assertThat(request.parts()).containsExactly(new Part(PLACE, "", "", FileSelection.USUAL));
    assertThat(request.own()).isEmpty();
    assertThat(request.catalogue()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", ".hidden", "-x", "a/b", "a\\b", "a b", "a\n", "é"})
  void a_name_that_is_no_single_plain_folder_is_refused(String name) {
    assertThatThrownBy(() -> request(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + name + "\" cannot name a model; use letters, digits, -, _, + and .");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "0", "ViT-B-32__openai", "a.b+c-d_e"})
  void a_plain_name_is_taken(String name) {
    assertThat(request(name).name()).isEqualTo(name);
  }

  @Test
  void it_needs_a_part() {
    assertThatThrownBy(() -> new PullRequest("x", List.of(), Map.of(), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x: nothing to pull");
  }

  @Test
  void it_keeps_its_own_parts_and_files() {
    List<Part> parts = new ArrayList<>(request("x").parts());
    Map<String, String> own = new HashMap<>(Map.of("semblance.json", "{}"));
    PullRequest request = new PullRequest("x", parts, own, "");
    parts.clear();
    own.clear();
    assertThat(request.parts()).hasSize(1);
    assertThat(request.own()).containsKey("semblance.json");
  }

  private static PullRequest request(String name) {
    return new PullRequest(
        name, List.of(new Part(PLACE, "", "", FileSelection.USUAL)), Map.of(), "");
  }
}
