package dev.semblance.text.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A row of ids grows and is copied as far as is asked for.
class IdListTest {
  @Test
  void keeps_all_ids_in_order_however_many() {
    IdList ids = new IdList();
    for (int id = 0; id < 10_000; id++) {
      assertThat(ids.size()).isEqualTo(id);
      ids.add(-id);
    }

    int[] copy = new int[10_000];
    ids.copyTo(copy, 0, copy.length);
    assertThat(copy).isEqualTo(IntStream.range(0, 10_000).map(id -> -id).toArray());
  }

  @Test
  void copies_its_beginning_to_a_place_and_leaves_the_rest() {
    IdList ids = new IdList();
    IntStream.rangeClosed(1, 4).forEach(ids::add);
    int[] target = {-1, -1, -1, -1};

    ids.copyTo(target, 1, 2);
    assertThat(target).containsExactly(-1, 1, 2, -1);
    ids.copyTo(target, 4, 0);
    assertThat(target).containsExactly(-1, 1, 2, -1);
    assertThatThrownBy(() -> ids.copyTo(target, 3, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
