package dev.semblance.text.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A vocabulary against a plain map from text to id.
class VocabularyTest {
  private static final long SEED = 41_207;

  @Test
  void finds_what_a_map_finds_in_every_part_of_a_text() {
    Random random = new Random(SEED);
    Map<String, Integer> plain = new HashMap<>();
    Vocabulary vocabulary = random(random, plain, 3000);
    for (int i = 0; i < 200; i++) {
      String text = Subwords.text(random, 12);
      for (int from = 0; from <= text.length(); from++) {
        for (int to = from; to <= text.length(); to++) {
          assertThat(vocabulary.find(text, from, to))
              .as("seed %d: %s from %d to %d", SEED, text, from, to)
              .isEqualTo(plain.getOrDefault(text.substring(from, to), Vocabulary.ABSENT));
        }
      }
    }
  }

  @Test
  void finds_a_prefix_and_a_part_as_if_they_were_joined() {
    Random random = new Random(SEED);
    Map<String, Integer> plain = new HashMap<>();
    Vocabulary vocabulary = random(random, plain, 1000);
    for (String text : plain.keySet()) {
      for (int cut = 0; cut <= text.length(); cut++) {
        String behind = "x" + text.substring(cut) + "y";
        int end = behind.length() - 1;
        assertThat(vocabulary.find(text.substring(0, cut), behind, 1, end))
            .as("seed %d: %s cut at %d", SEED, text, cut)
            .isEqualTo(plain.get(text));
        assertThat(vocabulary.find(text.substring(0, cut) + "#", behind, 1, end))
            .isEqualTo(Vocabulary.ABSENT);
      }
    }
  }

  @Test
  void counts_different_texts_and_the_chars_of_the_longest() {
    Random random = new Random(SEED);
    Map<String, Integer> plain = new HashMap<>();
    Vocabulary vocabulary = random(random, plain, 2000);

    assertThat(vocabulary.size()).isEqualTo(plain.size()).isLessThan(2000);
    assertThat(vocabulary.longest())
        .isEqualTo(plain.keySet().stream().mapToInt(String::length).max().orElseThrow());
    assertThat(Subwords.vocabulary("ab", "🦄🦄").longest()).isEqualTo(4);
  }

  @Test
  void tells_texts_of_the_same_hash_apart() {
    String[] equalHashes = {"AaAa", "BBBB", "AaBB", "BBAa"};
    Vocabulary vocabulary = Subwords.vocabulary(equalHashes);

    for (int id = 0; id < equalHashes.length; id++) {
      assertThat(equalHashes[id].hashCode()).isEqualTo(equalHashes[0].hashCode());
      assertThat(vocabulary.find(equalHashes[id])).isEqualTo(id);
    }
    assertThat(Subwords.vocabulary("AaAa", "BBBB").find("AaBB")).isEqualTo(Vocabulary.ABSENT);
  }

  @Test
  void takes_the_later_of_two_equal_texts_and_ids_in_any_order() {
    Vocabulary vocabulary =
        Vocabulary.builder().add("a", 7).add("b", Integer.MAX_VALUE).add("a", 3).build();

    assertThat(vocabulary.find("a")).isEqualTo(3);
    assertThat(vocabulary.find("b")).isEqualTo(Integer.MAX_VALUE);
    assertThat(vocabulary.size()).isEqualTo(2);
  }

  @Test
  void may_be_empty_or_hold_the_empty_text() {
    Vocabulary empty = Subwords.vocabulary();
    assertThat(empty.size()).isZero();
    assertThat(empty.longest()).isZero();
    assertThat(empty.find("")).isEqualTo(Vocabulary.ABSENT);

    Vocabulary withEmpty = Subwords.vocabulary("", "a");
    assertThat(withEmpty.find("")).isZero();
    assertThat(withEmpty.find("ba", 1, 1)).isZero();
    assertThat(withEmpty.find("a")).isEqualTo(1);
  }

  @Test
  void does_not_change_when_its_builder_goes_on() {
    Vocabulary.Builder builder = Vocabulary.builder().add("a", 0);
    Vocabulary first = builder.build();
    Vocabulary second = builder.add("b", 1).add("a", 2).build();

    assertThat(first.find("a")).isZero();
    assertThat(first.find("b")).isEqualTo(Vocabulary.ABSENT);
    assertThat(second.find("a")).isEqualTo(2);
  }

  @Test
  void holds_texts_far_longer_than_the_room_it_begins_with() {
    String huge = "ab".repeat(50_000);
    Vocabulary vocabulary = Subwords.vocabulary("a", huge, huge + "c", "b");

    assertThat(vocabulary.find(huge)).isEqualTo(1);
    assertThat(vocabulary.find(huge + "c")).isEqualTo(2);
    assertThat(vocabulary.find("b")).isEqualTo(3);
    assertThat(vocabulary.find(huge, 0, huge.length() - 1)).isEqualTo(Vocabulary.ABSENT);
  }

  @Test
  void refuses_a_negative_id() {
    Vocabulary.Builder builder = Vocabulary.builder();

    assertThatThrownBy(() -> builder.add("cat", -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the token cat has the negative id -1");
  }

  @Test
  void is_the_same_when_written_and_read_and_written_again() {
    Random random = new Random(SEED);
    Map<String, Integer> plain = new HashMap<>();
    Vocabulary vocabulary = random(random, plain, 500);
    byte[] written = bytes(vocabulary);
    Vocabulary read = Vocabulary.read(new Tables.Reader(written));

    plain.forEach((text, id) -> assertThat(read.find(text)).as(text).isEqualTo(id));
    assertThat(read.find("absent")).isEqualTo(Vocabulary.ABSENT);
    assertThat(read.size()).isEqualTo(vocabulary.size());
    assertThat(read.longest()).isEqualTo(vocabulary.longest());
    assertThat(bytes(read)).isEqualTo(written);
  }

  private static byte[] bytes(Vocabulary vocabulary) {
    Tables.Writer out = new Tables.Writer();
    vocabulary.writeTo(out);
    return out.toBytes();
  }

  /// Random texts with random ids, some more than once.
  private static Vocabulary random(Random random, Map<String, Integer> plain, int count) {
    Vocabulary.Builder builder = Vocabulary.builder();
    for (int i = 0; i < count; i++) {
      String text = Subwords.text(random, 5);
      int id = random.nextInt(Integer.MAX_VALUE);
      builder.add(text, id);
      plain.put(text, id);
    }
    return builder.build();
  }
}
