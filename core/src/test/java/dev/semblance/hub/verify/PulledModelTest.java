package dev.semblance.hub.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.golden.Golden;
import dev.semblance.hub.pull.Origin;
import dev.semblance.hub.source.ContentHash;
import dev.semblance.hub.verify.Check.Outcome;
import dev.semblance.hub.verify.ExpectedValues.Kind;
import dev.semblance.model.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a model that was pulled is checked for besides: its files, and under which names makers'
/// values are looked for.
class PulledModelTest {
  private static final String FILES = "files as pulled";

  @TempDir Path home;
  private Path folder;

  @BeforeEach
  void pull_a_model() throws IOException {
    folder = home.resolve("my-model");
    Path golden = Golden.path("models/broken/good");
    List<String> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(golden)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = golden.relativize(file).toString();
        Path copy = folder.resolve(name);
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
        files.add(
            String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"bytes\": %d, \"hash\": \"%s\"}",
                name,
                Files.size(file),
                ContentHash.sha256(file).written()));
      }
    }
    Files.writeString(
        folder.resolve(Origin.FILE),
        "{\"catalogue\": \"an-entry\", \"sources\": [{\"place\": \"org/a-repository\"}],"
            + " \"files\": ["
            + String.join(", ", files)
            + "]}");
  }

  @Test
  void files_that_are_as_they_were_pulled_pass_with_their_number() {
    assertThat(check(FILES))
        .isEqualTo(new Check(FILES, Outcome.PASSED, "7 files have their hashes"));
  }

  @Test
  void files_that_changed_are_named_and_the_rest_is_checked_all_the_same() throws IOException {
    Files.delete(folder.resolve("tokenizer_config.json"));
    Files.writeString(folder.resolve("expected.json"), "{}");
    VerifyReport report = verification(List.of()).run();
    assertThat(report.passed()).isFalse();
    Check files = check(report, FILES);
    assertThat(files.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(files.detail())
        .contains("tokenizer_config.json is no longer there")
        .contains("; ")
        .contains("expected.json has 2 bytes");
    assertThat(check(report, "opens").outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void an_origin_that_is_spoiled_is_a_check_that_failed_and_no_end() throws IOException {
    Files.writeString(folder.resolve(Origin.FILE), "{");
    VerifyReport report = verification(List.of()).run();
    assertThat(check(report, FILES).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(check(report, FILES).detail())
        .contains("my-model/" + Origin.FILE + ": not valid JSON");
    assertThat(report.checks())
        .extracting(Check::name)
        .as("the rest was done")
        .contains("opens", "int8 against fp32")
        .doesNotHaveDuplicates();
  }

  @Test
  void values_are_looked_for_by_folder_catalogue_and_repository() {
    List<ExpectedValues> values = new ArrayList<>();
    for (String name : List.of("my-model", "an-entry", "org", "a-repository", "org/a-repository")) {
      values.add(
          new ExpectedValues(Set.of(name), "of " + name, List.of(), Kind.LOGITS, List.of(), 0, 0));
    }
    assertThat(verification(values).run().checks())
        .filteredOn(check -> check.name().equals(ExpectedValues.NAME))
        .extracting(Check::detail)
        .containsExactly(
            "the picture of my-model is not at hand; name a folder that holds it",
            "the picture of an-entry is not at hand; name a folder that holds it",
            "the picture of a-repository is not at hand; name a folder that holds it");
  }

  @Test
  void a_picture_that_is_none_is_no_fault_of_the_model() throws IOException {
    Files.writeString(home.resolve("picture.png"), "no picture");
    ExpectedValues values =
        new ExpectedValues(
            Set.of("my-model"), "picture", List.of("a"), Kind.LOGITS, List.of(0.0), 1, 1);
    VerifyReport report = verification(List.of(values)).withPictures(home).run();
    Check check = check(report, ExpectedValues.NAME);
    assertThat(check.outcome()).isEqualTo(Outcome.NOT_DONE);
    assertThat(check.detail()).contains("picture.png");
    assertThat(check(report, "int8 against fp32").outcome()).isEqualTo(Outcome.NOT_DONE);
  }

  private ModelVerification verification(List<ExpectedValues> values) {
    return new ModelVerification(new FolderFiles(folder), null, values);
  }

  private Check check(String name) {
    return check(verification(List.of()).run(), name);
  }

  private static Check check(VerifyReport report, String name) {
    return report.checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is missing in " + report));
  }
}
