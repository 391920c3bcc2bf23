package dev.semblance.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherAnswersTest {
  private static final int SCORES = TeacherAnswers.NAMES + 1;

  private static final TeacherNet NET = TeacherNet.EDGE_TPU;

  @TempDir Path folder;

  @Test
  void answers_written_in_two_goes_are_read_as_one() {
    write(0, 3);
    write(3, 2);

    try (TeacherAnswers answers = TeacherAnswers.open(folder, NET)) {
      assertThat(answers.known(new int[] {0, 2, 4, 5})).containsExactly(1, 1, 1, 0);
      float[] names = answers.names(new int[] {4});
      assertThat(names[4]).isEqualTo(1);
      assertThat(names[3]).isZero();
    }
  }

  @Test
  void a_row_that_was_cut_short_is_written_again() throws IOException {
    write(0, 3);
    Path scores = folder.resolve("teacher-scores.f16");
    byte[] whole = Files.readAllBytes(scores);
    Files.write(
        scores, Arrays.copyOf(whole, whole.length - 7), StandardOpenOption.TRUNCATE_EXISTING);

    try (TeacherAnswers.Writer writer = new TeacherAnswers.Writer(folder, NET)) {
      assertThat(writer.kept()).isEqualTo(2);
      writer.add(features(2), scores(2));
    }

    assertThat(scores).hasBinaryContent(whole);
    assertThat(folder.resolve("teacher-features.f16")).hasSize(3L * TeacherAnswers.FEATURES * 2);
  }

  @Test
  void teachers_that_know_a_picture_say_its_names_together() {
    write(0, 2);
    try (TeacherAnswers.Writer writer = new TeacherAnswers.Writer(folder, TeacherNet.V2)) {
      writer.add(features(0), scores(7));
    }

    try (TeacherAnswers first = TeacherAnswers.open(folder, NET);
        TeacherAnswers second = TeacherAnswers.open(folder, TeacherNet.V2)) {
      float[] names = TeacherAnswers.meanNames(List.of(first, second), new int[] {0, 1, 2});

      assertThat(names[0]).isEqualTo(0.5f);
      assertThat(names[7]).isEqualTo(0.5f);
      // Only the first teacher was asked about the second picture, nobody about the third.
      assertThat(names[TeacherAnswers.NAMES + 1]).isEqualTo(1);
      assertThat(Arrays.copyOfRange(names, 2 * TeacherAnswers.NAMES, names.length)).containsOnly(0);
    }
    assertThat(TeacherNet.V2.answeredIn(folder)).isTrue();
    assertThat(TeacherNet.V2.answeredIn(folder.resolve("empty"))).isFalse();
  }

  private void write(int first, int count) {
    try (TeacherAnswers.Writer writer = new TeacherAnswers.Writer(folder, NET)) {
      assertThat(writer.kept()).isEqualTo(first);
      for (int i = first; i < first + count; i++) {
        writer.add(features(i), scores(i));
      }
    }
  }

  private static float[] features(int row) {
    float[] features = new float[TeacherAnswers.FEATURES];
    Arrays.fill(features, row);
    return features;
  }

  /// All on the name of this number; the background stands before the names.
  private static float[] scores(int row) {
    float[] scores = new float[SCORES];
    scores[row + 1] = 1;
    return scores;
  }
}
