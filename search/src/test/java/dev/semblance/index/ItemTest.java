package dev.semblance.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemTest {
  private static final String HASH = Items.hash("content");

  @Test
  void the_id_is_the_content_and_the_part_and_not_the_place() {
    Item item = Items.item("/a.jpg", "", HASH);
    assertThat(item.id()).isEqualTo(HASH);
    assertThat(item.at("/b.jpg", 7, Instant.EPOCH).id()).isEqualTo(HASH);
    assertThat(Items.item("/a.mp4", "00:12", HASH).id()).isEqualTo(HASH + "#00:12");
  }

  @Test
  void paths_are_ordered_as_their_bytes_are() {
    List<String> paths = List.of("/a", "/a b", "/a!", "/a/", "/aa", "/é", "/\uFFFD", "/😀");
    List<Item> items = new ArrayList<>(paths.reversed().stream().map(Items::item).toList());
    items.sort(Item.BY_PATH);
    assertThat(items).extracting(Item::path).isEqualTo(paths);
  }

  @Test
  void what_cannot_be_kept_apart_or_is_not_so_is_refused() {
    refused("/\uD83D", "", 1, HASH, "path must be valid text");
    refused("/a", "\uDE00", 1, HASH, "part must be valid text");
    refused("", "", 1, HASH, "needs a path");
    refused("/a", "", -1, HASH, "/a: sizes are not negative, got -1 bytes");
    refused("/a", "", 1, "abc", "/a: a content hash is 64 hexadecimal digits, got \"abc\"");
    refused("/a", "", 1, HASH.toUpperCase(java.util.Locale.ROOT), "64 hexadecimal digits");
    assertThatThrownBy(() -> Items.failure("")).hasMessageContaining("needs a path");
  }

  private static void refused(
      String path, String part, long sizeBytes, String contentHash, String message) {
    assertThatThrownBy(() -> item(path, part, sizeBytes, contentHash, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static Item item(
      String path, String part, long sizeBytes, String hash, Optional<LocalDateTime> captured) {
    return new Item(
        path,
        part,
        sizeBytes,
        Instant.EPOCH,
        hash,
        1,
        1,
        captured,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void an_item_has_the_date_it_was_taken_or_else_that_of_its_file() {
    LocalDateTime taken = LocalDateTime.of(2020, 2, 29, 12, 0);
    assertThat(Filter.dateOf(item("/a", "", 1, HASH, Optional.of(taken)))).isEqualTo(taken);
    assertThat(Filter.dateOf(item("/a", "", 1, HASH, Optional.empty())))
        .isEqualTo(LocalDateTime.of(1970, 1, 1, 0, 0));
  }
}
