package dev.semblance.lucene.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.PictureInfo.Place;
import dev.semblance.index.Failure;
import dev.semblance.index.Item;
import dev.semblance.index.Items;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/// Items and failures to bytes and back, and the bytes of version 1, which must stay readable.
class ItemBytesTest {
  private static final long SEED = 20_261_128;
  private static final String HASH = "00112233445566778899aabbccddeeff".repeat(2);

  private static Item back(BytesRef bytes) throws IOException {
    return ItemBytes.item(bytes, "/a.jpg", "2");
  }

  private static BytesRef bytes(String hexadecimal) {
    return new BytesRef(HexFormat.of().parseHex(hexadecimal.replaceAll("\\s", "")));
  }

  private static Item item(long sizeBytes, Instant modified, int width, int height) {
    Optional<LocalDateTime> never = Optional.empty();
    return new Item(
        "/a.jpg",
        "2",
        sizeBytes,
        modified,
        HASH,
        width,
        height,
        never,
        Optional.empty(),
        Optional.empty());
  }

  private static Item item(
      Optional<LocalDateTime> captured, Optional<String> camera, Optional<Place> place) {
    return new Item("/a.jpg", "2", 0, Instant.EPOCH, HASH, 0, 0, captured, camera, place);
  }

  @Test
  void an_item_of_version_1_is_written_and_read_in_these_bytes() throws IOException {
    Item full =
        new Item(
            "/a.jpg",
            "2",
            300,
            Instant.ofEpochSecond(-1, 5),
            HASH,
            640,
            1,
            Optional.of(LocalDateTime.of(1970, 1, 1, 0, 0, 2)),
            Optional.of("é"),
            Optional.of(new Place(1, -2)));
    BytesRef written =
        bytes(
            "01 ac02 01 05" // version, 300 as 7 bits a byte, -1 zigzag, 5 nanoseconds
                + HASH
                + "8005 01 07" // 640, 1, all three are there
                + "04 00 02 c3a9" // 2 seconds zigzag, the length of the camera and its name
                + "000000000000f03f 00000000000000c0"); // 1.0 and -2.0, little-endian
    assertThat(ItemBytes.of(full)).isEqualTo(written);
    assertThat(back(written)).isEqualTo(full);
  }

  @Test
  void of_date_camera_and_place_each_may_be_there_alone() throws IOException {
    LocalDateTime epoch = LocalDateTime.of(1970, 1, 1, 0, 0);
    String start = "01 00 00 00" + HASH + "00 00";
    Item date = item(Optional.of(epoch), Optional.empty(), Optional.empty());
    Item camera = item(Optional.empty(), Optional.of("X"), Optional.empty());
    Item place = item(Optional.empty(), Optional.empty(), Optional.of(new Place(0, 0)));
    assertThat(ItemBytes.of(date)).isEqualTo(bytes(start + "01 0000"));
    assertThat(ItemBytes.of(camera)).isEqualTo(bytes(start + "02 0158"));
    assertThat(ItemBytes.of(place)).isEqualTo(bytes(start + "04" + "00".repeat(16)));
    for (Item item : List.of(date, camera, place)) {
      assertThat(back(ItemBytes.of(item))).isEqualTo(item);
    }
  }

  @Test
  void a_failure_of_version_1_is_written_and_read_in_these_bytes() throws IOException {
    Failure failure =
        new Failure("/b", 3, Instant.ofEpochSecond(1), "CUT", "", Instant.ofEpochSecond(64, 200));
    BytesRef written = bytes("01 06 02 00 03 435554 00 8001 c801");
    assertThat(ItemBytes.of(failure)).isEqualTo(written);
    assertThat(ItemBytes.failure(written, "/b")).isEqualTo(failure);
  }

  @Test
  void the_least_and_the_greatest_of_everything_come_back() throws IOException {
    for (Item item :
        List.of(
            item(0, Instant.MIN, 0, 0),
            item(Long.MAX_VALUE, Instant.MAX, Integer.MAX_VALUE, Integer.MAX_VALUE),
            item(1, Instant.EPOCH.minusNanos(1), 127, 128))) {
      assertThat(back(ItemBytes.of(item))).isEqualTo(item);
    }
    Failure failure = new Failure("/b", -1, Instant.MIN, "", "\n\0😀", Instant.MAX);
    assertThat(ItemBytes.failure(ItemBytes.of(failure), "/b")).isEqualTo(failure);
    for (LocalDateTime date : List.of(LocalDateTime.MIN, LocalDateTime.MAX)) {
      Item old = item(Optional.of(date), Optional.empty(), Optional.empty());
      assertThat(back(ItemBytes.of(old)).captured()).contains(date);
    }
  }

  @Test
  void a_slice_of_a_larger_block_is_read_as_if_it_stood_alone() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      Item item = Items.item("/" + i + ".jpg");
      BytesRef alone = ItemBytes.of(item);
      byte[] block = new byte[alone.length + 40];
      random.nextBytes(block);
      System.arraycopy(alone.bytes, alone.offset, block, 17, alone.length);
      assertThat(ItemBytes.item(new BytesRef(block, 17, alone.length), item.path(), ""))
          .as("seed %d", SEED)
          .isEqualTo(item);
    }
  }

  @Test
  void bytes_of_a_newer_form_are_refused_with_the_path_and_both_forms() throws IOException {
    BytesRef item = ItemBytes.of(Items.item("/a.jpg"));
    BytesRef failure = ItemBytes.of(Items.failure("/b.jpg"));
    item.bytes[item.offset] = 2;
    failure.bytes[failure.offset] = 0;
    assertThatThrownBy(() -> ItemBytes.item(item, "/a.jpg", ""))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "/a.jpg: stored in form 2, this program reads form 1; use a newer program, or index"
                + " anew");
    assertThatThrownBy(() -> ItemBytes.failure(failure, "/b.jpg"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/b.jpg: stored in form 0");
  }

  @Test
  void bytes_that_end_early_or_late_are_damaged_though_others_follow_in_their_block()
      throws IOException {
    for (BytesRef cut : cutAnywhere(ItemBytes.of(Items.item("/1.jpg")))) {
      assertThatThrownBy(() -> ItemBytes.item(cut, "/1.jpg", ""))
          .as("%d bytes", cut.length)
          .isInstanceOf(IOException.class)
          .hasMessage("/1.jpg: what the index stores of it is damaged; index anew");
    }
    for (BytesRef cut : cutAnywhere(ItemBytes.of(Items.failure("/b")))) {
      assertThatThrownBy(() -> ItemBytes.failure(cut, "/b"))
          .as("%d bytes", cut.length)
          .isInstanceOf(IOException.class)
          .hasMessage("/b: what the index stores of it is damaged; index anew");
    }
  }

  /// The bytes with every length but their own, alone and with what was cut off still behind them.
  private static List<BytesRef> cutAnywhere(BytesRef whole) {
    List<BytesRef> cut = new ArrayList<>();
    for (int length = 0; length <= whole.length + 1; length++) {
      if (length != whole.length) {
        cut.add(new BytesRef(Arrays.copyOf(whole.bytes, length)));
        cut.add(new BytesRef(Arrays.copyOf(whole.bytes, whole.length + 30), 0, length));
      }
    }
    return cut;
  }
}
