package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.golden.Golden;
import dev.semblance.hub.HubServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullCommandTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path home;
  private final HubServer hub =
      new HubServer().with("org/clip-split", COMMIT, Golden.path("models/clip-split"));
  private Called semblance;

  @BeforeEach
  void point_at_the_hub() {
    semblance =
        new Called()
            .in(home)
            .with("SEMBLANCE_MODELS", home.resolve("models").toString())
            .with("HF_ENDPOINT", hub.endpoint().toString());
  }

  @AfterEach
  void stop_the_hub() {
    hub.close();
  }

  @Test
  void a_model_is_pulled_listed_shown_used_and_removed() {
    semblance.run("model", "pull", "org/clip-split", "--variant", "int8,fp32");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out()).startsWith("pulled: clip-split, ");
    assertThat(semblance.err())
        .contains("pulling ")
        .contains("org/clip-split is pinned to commit " + COMMIT);

    assertThat(semblance.run("model", "list").out())
        .containsPattern("(?m)^ {2}clip-split +32-d .*" + home + "/models/clip-split$");
    assertThat(semblance.run("model", "show", "clip-split").out())
        .containsPattern("(?m)^text +fp32/int8, 77 tokens$")
        .containsPattern("(?m)^scoring +softmax, scale .*\\(from: \\w+\\)$")
        .containsPattern("(?m)^pulled from +org/clip-split at " + hub.endpoint() + "$")
        .containsPattern("(?m)^commit +" + COMMIT + "$");
    assertThat(semblance.run("model", "pull", "org/clip-split").out())
        .startsWith("already there: clip-split");

    semblance.run("embed", "--model", "./models/clip-split", "a cat");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out()).contains("32 numbers");

    semblance.run("model", "remove", "clip-split");
    assertThat(semblance.code()).as("without --yes").isEqualTo(2);
    semblance.run("model", "remove", "clip-split", "--yes");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(home.resolve("models/clip-split")).doesNotExist();
    assertThat(semblance.run("model", "list").out()).doesNotContain("clip-split");
  }

  @Test
  void a_pulled_model_checks_itself() {
    semblance.run("model", "pull", "org/clip-split", "--variant", "int8,fp32");
    semblance.run("model", "verify", "clip-split");
    assertThat(semblance.code()).as(semblance.toString()).isIn(0, 1);
    assertThat(semblance.out())
        .containsPattern("(?m)^files as pulled +passed ")
        .containsPattern("(?m)^batch equals single +passed ")
        .containsPattern("(?m)^int8 against fp32 +(passed|failed) +least cosine 0.99")
        .containsPattern("(?m)^texts and pictures agree +(passed|failed) ")
        .containsPattern("(?m)^expected values +not done ");
  }

  @Test
  void the_built_in_model_passes_its_own_checks() {
    semblance.run("model", "verify", "mini");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out()).containsPattern("(?m)^texts and pictures agree +passed ");
    assertThat(semblance.err()).contains("mini: ").contains(" 0 failed");
  }

  @Test
  void a_research_licence_is_asked_about_first() {
    semblance.run("model", "pull", "mobileclip2-s0");
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err()).contains("research only (Apple AMLR)").contains("--yes");
    semblance.run("model", "pull", "plhery/mobileclip2-onnx");
    assertThat(semblance.err()).contains("research only (Apple AMLR)");
    semblance.atTerminal().answering("n").run("model", "pull", "mobileclip2-s0");
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err()).contains("[y/N]").contains("nothing was done");
    assertThat(hub.asked()).isEmpty();
    semblance.answering("y").run("model", "pull", "mobileclip2-s0");
    assertThat(semblance.err())
        .contains("plhery/mobileclip2-onnx: the hub knows nothing of that name");
    assertThat(semblance.run("model", "pull", "mobileclip2-s0", "--yes").err())
        .doesNotContain("[y/N]");
  }

  @Test
  void a_folder_is_pulled_too_and_one_without_a_model_is_not() {
    semblance.run("model", "pull", Golden.path("models/clip-merged").toString());
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.run("model", "list").out()).containsPattern("(?m)^ {2}clip-merged +32-d ");
    semblance.run("model", "pull", Golden.path("clip-vectors").toString());
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err()).contains("holds no network that can be used here");
  }

  @Test
  void well_known_models_are_listed_by_what_they_must_be() {
    semblance.run("model", "list", "--available");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.lines().getFirst()).startsWith("  siglip2-base-224 ").contains("375 MB");
    assertThat(semblance.err()).contains("recommended: siglip2-base-224");
    assertThat(semblance.out()).contains("Apple AMLR (research only)");

    semblance.run("model", "list", "--language", "fi", "--licence", "any");
    assertThat(semblance.lines().getFirst()).startsWith("  nllb-siglip-base ");
    semblance.run("model", "list", "--max-size", "200MB", "--licence", "free");
    assertThat(semblance.lines()).hasSize(2).anyMatch(line -> line.contains("clip-b32"));
    semblance.run("model", "list", "--max-size", "1KB");
    assertThat(semblance.code()).isEqualTo(1);
    semblance.run("model", "list", "--max-size", "big");
    assertThat(semblance.code()).isEqualTo(2);
    assertThat(semblance.err()).contains("\"big\" is no size");
  }

  @Test
  void a_well_known_model_is_shown_before_it_is_pulled() {
    semblance.run("model", "show", "siglip2-base-224");
    assertThat(semblance.code()).as(semblance.toString()).isZero();
    assertThat(semblance.out())
        .containsPattern("(?m)^repository +onnx-community/siglip2-base-patch16-224-ONNX$")
        .containsPattern("(?m)^weak in +fi$")
        .containsPattern("(?m)^published +ImageNet zero-shot: 78.2 %$");
    assertThat(semblance.err()).contains("semblance model pull siglip2-base-224");
  }
}
