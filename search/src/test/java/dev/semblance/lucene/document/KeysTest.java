package dev.semblance.lucene.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.index.Filter;
import dev.semblance.index.Items;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/// The terms of paths, ids and dates: none stands for two things, and dates sort as bytes.
class KeysTest {
  private static final long SEED = 20_261_128;
  private static final String HASH = Items.hash("content");

  @Test
  void the_keys_of_files_parts_all_parts_and_failures_are_all_different() {
    List<String> texts = List.of("", "a", "/a", "/a\0", "/aý", "/a\u00FF", "/a\uFFFD", "/a😀");
    List<BytesRef> keys = new ArrayList<>();
    for (String path : texts.subList(1, texts.size())) {
      keys.addAll(List.of(Keys.file(path), Keys.anyPart(path), Keys.failed(path)));
      texts.subList(1, texts.size()).forEach(part -> keys.add(Keys.part(path, part)));
    }
    assertThat(keys).doesNotContain(new BytesRef()).doesNotHaveDuplicates();
  }

  @Test
  void the_key_of_what_is_no_file_is_that_of_no_path() {
    for (BytesRef key : List.of(Keys.anyPart("/a"), Keys.failed("/a"), Keys.part("/a", "1"))) {
      assertThatThrownBy(() ->
              StandardCharsets.UTF_8
                  .newDecoder()
                  .decode(ByteBuffer.wrap(key.bytes, key.offset, key.length)))
          .as("decoding %s", key)
          .isInstanceOf(CharacterCodingException.class);
    }
  }

  @Test
  void an_id_as_text_has_the_term_of_the_item_it_names() {
    for (String part : List.of("", "1", "00:12", "#", "é", "😀")) {
      assertThat(Keys.id(Items.item("/a", part, HASH).id()))
          .isEqualTo(Keys.id(Items.item("/b", part, HASH)));
      assertThat(Keys.id(Items.item("/a", part, HASH)).length)
          .as("32 bytes of the hash, and the part")
          .isEqualTo(32 + new BytesRef(part).length);
    }
    assertThat(Keys.content(HASH)).isEqualTo(Keys.id(HASH));
  }

  @Test
  void what_can_be_no_id_has_a_term_that_no_item_has() {
    for (String id :
        List.of(
            "",
            "#",
            "nonsense",
            HASH.substring(1),
            HASH + "0",
            HASH + "#",
            HASH + "/1",
            HASH.toUpperCase(Locale.ROOT),
            "g" + HASH.substring(1),
            HASH + "#\uD83D",
            HASH + "#\uDE00x")) {
      assertThat(Keys.id(id)).as(id).isEqualTo(new BytesRef());
    }
  }

  @Test
  void a_path_that_is_no_text_has_a_term_that_no_document_has() {
    for (String path : List.of("/\uD83D", "/\uDE00\uD83D", "\uD83D/a")) {
      assertThat(List.of(Keys.file(path), Keys.anyPart(path), Keys.failed(path)))
          .as(path)
          .containsOnly(new BytesRef());
      assertThat(Keys.part("/a", path)).isEqualTo(new BytesRef());
    }
  }

  @Test
  void dates_sort_as_their_bytes_do() {
    Random random = new Random(SEED);
    List<LocalDateTime> dates =
        new ArrayList<>(
            List.of(
                LocalDateTime.MIN,
                LocalDateTime.MAX,
                LocalDateTime.of(1970, 1, 1, 0, 0),
                LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999)));
    for (int i = 0; i < 100; i++) {
      dates.add(dates.get(2).plusSeconds(random.nextInt(-2, 2)).plusNanos(random.nextInt()));
    }
    for (LocalDateTime one : dates) {
      for (LocalDateTime other : dates) {
        assertThat(
                Integer.signum(
                    Arrays.compareUnsigned(Documents.sortable(one), Documents.sortable(other))))
            .as("seed %d: %s and %s", SEED, one, other)
            .isEqualTo(Integer.signum(one.compareTo(other)));
      }
    }
  }

  @Test
  void a_filter_is_open_only_where_it_can_keep_nothing_out() {
    Filter folder = new Filter.InFolder("/");
    Filter dated = new Filter.Dated(LocalDateTime.MIN, LocalDateTime.MAX);
    Filter none = new Filter.NotThese(Set.of());
    Filter all = new Filter.Everything();
    assertThat(new HashSet<>(List.of(all, none, new Filter.All(List.of()))))
        .allMatch(FilterQuery::isOpen);
    assertThat(FilterQuery.isOpen(new Filter.All(List.of(all, new Filter.All(List.of(none))))))
        .isTrue();
    assertThat(List.of(folder, dated, new Filter.NotThese(Set.of("x"))))
        .noneMatch(FilterQuery::isOpen)
        .noneMatch(each -> FilterQuery.isOpen(new Filter.All(List.of(all, each))));
  }
}
