package dev.semblance.train.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.train.adapter.Examples.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  @Test
  void each_picture_is_in_one_part_with_all_its_texts() {
    Examples split = Examples.split(pairs(100), 3);

    assertThat(split.heldOut()).hasSize(20);
    assertThat(split.dev()).hasSize(8);
    assertThat(split.training()).hasSize(72);
    List<String> files =
        Stream.of(split.training(), split.dev(), split.heldOut())
            .flatMap(List::stream)
            .map(Example::file)
            .toList();
    assertThat(files).doesNotHaveDuplicates().hasSize(100);
    assertThat(split.training()).allMatch(example -> example.texts().size() == 2);
    assertThat(Examples.split(pairs(100), 3)).isEqualTo(split);
    assertThat(Examples.split(pairs(100), 4)).isNotEqualTo(split);
  }

  @Test
  void too_few_pictures_are_refused() {
    assertThatThrownBy(() -> Examples.split(pairs(49), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 50 pictures, got 49");
  }

  private static List<Pair> pairs(int pictures) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < pictures; i++) {
      pairs.add(new Pair(i + ".png", "one " + i));
      pairs.add(new Pair(i + ".png", "two " + i));
    }
    return pairs;
  }
}
