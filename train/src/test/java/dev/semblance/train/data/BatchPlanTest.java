package dev.semblance.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchPlanTest {
  private static final int FLICKR = 6;
  private static final int DRAWN = 4;

  @TempDir Path folder;
  private PictureStore store;
  private TrainingSet set;
  private TextBook book;

  @BeforeEach
  void make() {
    List<TextRow> rows = new ArrayList<>();
    try (PictureStore.Writer writer = new PictureStore.Writer(folder, "all")) {
      for (int i = 0; i < FLICKR + DRAWN; i++) {
        String source = i < FLICKR ? "flickr8k" : "drawings";
        writer.add("q" + i, new byte[PictureStore.PICTURE_BYTES]);
        rows.add(new TextRow("q" + i, source, "caption", "one of " + i));
        rows.add(new TextRow("q" + i, source, "caption", "two of " + i));
      }
      writer.complete();
    }
    store = PictureStore.open(folder, "all");
    book = TextBook.of(rows.stream().map(TextRow::text).toList());
    set = new TrainingSet(List.of(store), rows, book);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_step_is_the_same_whenever_it_is_asked_for() {
    BatchPlan onward = plan();
    Batch before = onward.at(4);
    onward.at(5);

    Batch again = plan().at(4);

    assertThat(again.pictures()).isEqualTo(before.pictures());
    assertThat(again.texts()).isEqualTo(before.texts());
    assertThat(again.views()).isEqualTo(before.views());
    assertThat(plan().at(5).views()).isNotEqualTo(before.views());
  }

  @Test
  void each_group_is_gone_through_whole_before_a_picture_comes_again() {
    BatchPlan plan = plan();
    Set<Integer> flickr = new HashSet<>();
    for (long step = 0; step < 2; step++) {
      Arrays.stream(plan.at(step).pictures()).filter(p -> p < FLICKR).forEach(flickr::add);
    }

    assertThat(flickr).hasSize(FLICKR);
  }

  @Test
  void every_picture_is_shown_with_a_text_of_its_own_and_drawings_keep_their_sides() {
    BatchPlan plan = plan();
    int mirrored = 0;
    for (long step = 0; step < 20; step++) {
      Batch batch = plan.at(step);
      for (int i = 0; i < batch.pictures().length; i++) {
        int picture = batch.pictures()[i];
        assertThat(book.texts().get(batch.texts()[i])).endsWith(" of " + picture);
        if (picture >= FLICKR) {
          assertThat(batch.views()[i].mirrored()).isFalse();
        } else if (batch.views()[i].mirrored()) {
          mirrored++;
        }
      }
    }
    assertThat(mirrored).isBetween(10, 50);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.9, 1})
  void photographs_are_seen_as_far_as_asked_for(double smallest) {
    BatchPlan plan = new BatchPlan(set, Map.of(Group.FLICKR, 6, Group.DRAWINGS, 2), 9, smallest);
    double least = 1;
    for (long step = 0; step < 40; step++) {
      Batch batch = plan.at(step);
      for (int i = 0; i < batch.pictures().length; i++) {
        View view = batch.views()[i];
        double area = (double) view.width() * view.height();
        if (batch.pictures()[i] < FLICKR) {
          least = Math.min(least, area);
        } else {
          assertThat(area).isGreaterThan(0.5); // its own bound, a little less by its shape
        }
      }
    }
    assertThat(least).isBetween(0.7 * smallest, smallest + 0.1 * (1 - smallest) + 1e-6);
  }

  @Test
  void a_picture_that_is_held_out_never_comes() {
    String heldOut = "p0";
    assertThat(Group.FLICKR.holdsOut(heldOut)).isTrue();
    assertThat(Group.LABELS.holdsOut(heldOut)).isFalse();
    try (PictureStore.Writer writer = new PictureStore.Writer(folder, "held")) {
      writer.add(heldOut, new byte[PictureStore.PICTURE_BYTES]);
      writer.add("p1", new byte[PictureStore.PICTURE_BYTES]);
      writer.complete();
    }
    try (PictureStore held = PictureStore.open(folder, "held")) {
      List<TextRow> rows =
          held.names().stream()
              .map(name -> new TextRow(name, "flickr8k", "caption", "one of 1"))
              .toList();
      TrainingSet both = new TrainingSet(List.of(held), rows, book);
      assertThat(both.heldOut()).containsExactly(0);
      BatchPlan plan = new BatchPlan(both, Map.of(Group.FLICKR, 4), 1, 0.5);

      assertThat(plan.at(0).pictures()).containsOnly(1);
    }
  }

  @Test
  void a_mix_of_what_is_not_there_is_refused() {
    assertThatThrownBy(() -> new BatchPlan(set, Map.of(Group.WEB, 3), 1, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 of WEB");
  }

  @Test
  void drawings_of_one_family_come_together_and_each_comes_once_a_pass() {
    try (PictureStore drawn = drawings("dog", "cat", "boat")) {
      TrainingSet drawings = new TrainingSet(List.of(drawn), rows(drawn), book);
      BatchPlan plan = new BatchPlan(drawings, Map.of(Group.DRAWINGS, 8), 5, 0.5);
      Set<Integer> seen = new HashSet<>();
      for (long step = 0; step < 6; step++) {
        int[] pictures = plan.at(step).pictures();
        Arrays.stream(pictures).forEach(seen::add);
        assertThat(Arrays.stream(pictures).mapToObj(drawings::family).distinct()).hasSize(1);
      }
      assertThat(seen).hasSize(48);
    }
  }

  /// Sixteen of each family, in turn.
  private PictureStore drawings(String... families) {
    try (PictureStore.Writer writer = new PictureStore.Writer(folder, "drawn")) {
      for (int i = 0; i < 16; i++) {
        for (String family : families) {
          writer.add("drawings/" + family + "-" + i, new byte[PictureStore.PICTURE_BYTES]);
        }
      }
      writer.complete();
    }
    return PictureStore.open(folder, "drawn");
  }

  private static List<TextRow> rows(PictureStore store) {
    return store.names().stream()
        .map(name -> new TextRow(name, "drawings", "caption", "one of 1"))
        .toList();
  }

  private BatchPlan plan() {
    return new BatchPlan(set, Map.of(Group.FLICKR, 3, Group.DRAWINGS, 2), 9, 0.5);
  }
}
