package dev.semblance.image.format;

import static dev.semblance.image.format.FileBytes.big;
import static dev.semblance.image.format.FileBytes.box;
import static dev.semblance.image.format.FileBytes.joined;
import static dev.semblance.image.format.FileBytes.latin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.image.format.IsoBoxes.Box;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Boxes within boxes, of every way to say how long one is.
class IsoBoxesTest {
  @Test
  void boxes_stand_side_by_side_with_their_content() {
    byte[] file = joined(box("ftyp", latin("heic")), box("free"), box("mdat", latin("abc")));

    assertThat(new IsoBoxes(file).all())
        .containsExactly(new Box("ftyp", 8, 12), new Box("free", 20, 20), new Box("mdat", 28, 31));
  }

  @Test
  void a_length_may_be_written_in_eight_bytes_or_reach_to_the_end() {
    byte[] wide = joined(big(1, 4), latin("wide"), big(19, 8), latin("abc"));
    byte[] open = joined(big(0, 4), latin("open"), latin("to the end"));

    assertThat(new IsoBoxes(joined(wide, open)).all())
        .containsExactly(new Box("wide", 16, 19), new Box("open", 27, 37));
  }

  @Test
  void the_walk_ends_at_a_box_that_reaches_beyond_its_parent_or_is_too_short() {
    byte[] good = box("good");
    for (byte[] bad :
        new byte[][] {
          joined(big(9, 4), latin("long")),
          joined(big(7, 4), latin("less"), new byte[8]),
          joined(big(1, 4), latin("wide"), big(15, 8)),
          joined(big(1, 4), latin("wide"), big(-1, 8)),
          joined(big(1, 4), latin("wide"), big(Long.MAX_VALUE, 8)),
          latin("cut")
        }) {
      assertThat(new IsoBoxes(joined(good, bad)).all()).containsExactly(new Box("good", 8, 8));
    }
  }

  @Test
  void a_path_leads_through_the_first_box_of_each_type() {
    byte[] track = box("trak", box("tkhd"), box("mdia", latin("1")));
    byte[] other = box("trak", box("mdia", latin("2")));
    IsoBoxes boxes = new IsoBoxes(joined(box("free"), box("moov", track, other)));

    Box media = boxes.at("moov", "trak", "mdia").orElseThrow();

    assertThat(boxes.number(media.start(), 1)).isEqualTo('1');
    assertThat(boxes.at("moov", "mdia")).isEmpty();
    assertThat(boxes.at("moov", "trak", "mdia", "deeper")).isEmpty();
  }

  @Test
  void meta_has_a_version_before_its_boxes() {
    IsoBoxes boxes = new IsoBoxes(box("meta", big(0, 4), box("iinf", latin("x"))));

    assertThat(boxes.at("meta", "iinf").map(Box::start)).contains(8 + 4 + 8);
  }

  @Test
  void a_number_is_big_endian_and_nothing_beyond_the_file() {
    IsoBoxes boxes = new IsoBoxes(FileBytes.bytes(0x80, 1, 2, 3, 4, 5, 6, 7));

    assertThat(boxes.number(0, 4)).isEqualTo(0x8001_0203L);
    assertThat(boxes.number(1, 2)).isEqualTo(0x0102);
    assertThat(boxes.number(0, 8)).isEqualTo(0x8001_0203_0405_0607L);
    assertThat(boxes.number(0, 0)).isZero();
    for (long at : new long[] {5, 8, -1, Long.MAX_VALUE, Long.MAX_VALUE - 3, Long.MIN_VALUE}) {
      assertThat(boxes.number(at, 4)).as("at %d", at).isZero();
    }
  }

  @Test
  void a_file_of_nothing_but_boxes_is_walked_to_a_bound() {
    byte[] file = new byte[8 * 10_000];
    for (int at = 0; at < file.length; at += 8) {
      file[at + 3] = 8;
    }

    assertThat(new IsoBoxes(file).all()).hasSize(4096);
  }

  @Test
  void boxes_of_any_bytes_lie_within_them_and_do_not_overlap() {
    long seed = 31;
    Random random = new Random(seed);
    for (int i = 0; i < 5000; i++) {
      byte[] file = joined(box("abcd", new byte[random.nextInt(9)]), box("meta", new byte[30]));
      file[random.nextInt(file.length)] = (byte) random.nextInt();
      byte[] cut = Arrays.copyOf(file, random.nextInt(file.length + 1));
      int end = 0;
      for (Box box : new IsoBoxes(cut).all()) {
        assertThat(box.start()).as("seed %d, file %d", seed, i).isBetween(end + 8, box.end());
        end = box.end();
      }
      assertThat(end).as("seed %d, file %d", seed, i).isLessThanOrEqualTo(cut.length);
    }
  }
}
