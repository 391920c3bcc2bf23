package dev.semblance.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.image.Pixels;
import io.github.humbleui.types.Rect;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetLayoutTest {
  private static final SheetLayout LAYOUT = new SheetLayout(1600, 5, true);

  private static SheetRow row(int tiles) {
    Tile tile = Tile.of(new Pixels(1, 1, 3, new byte[3]), "", "");
    return new SheetRow("query", Collections.nCopies(tiles, tile));
  }

  @Test
  void a_line_of_tiles_fills_the_width_between_the_margins() {
    Rect first = LAYOUT.picture(0, 0);
    Rect last = LAYOUT.picture(0, 4);
    assertThat(first.getLeft()).isEqualTo(SheetLayout.MARGIN);
    assertThat(last.getRight()).isCloseTo(1600 - SheetLayout.MARGIN, within(5f));
    assertThat(LAYOUT.picture(0, 1).getLeft() - first.getRight()).isEqualTo(SheetLayout.GAP);
    assertThat(first.getWidth() / first.getHeight()).isCloseTo(4 / 3f, within(0.01f));
  }

  @Test
  void the_sixth_tile_begins_a_second_line_below_the_texts_of_the_first() {
    Rect first = LAYOUT.picture(100, 0);
    Rect sixth = LAYOUT.picture(100, 5);
    assertThat(sixth.getLeft()).isEqualTo(first.getLeft());
    assertThat(sixth.getTop() - first.getBottom()).isEqualTo(SheetLayout.TEXT + SheetLayout.GAP);
  }

  @Test
  void rows_follow_each_other_without_touching() {
    List<Integer> tops = LAYOUT.tops(List.of(row(3), row(11), row(1)));
    assertThat(tops).hasSize(4).isSorted();
    assertThat(tops.getFirst()).isEqualTo(SheetLayout.MARGIN + SheetLayout.TITLE);
    int bottom = (int) LAYOUT.picture(tops.get(1), 10).getBottom() + SheetLayout.TEXT;
    assertThat(tops.get(2) - bottom).isEqualTo(SheetLayout.ROW_GAP);
    int end = (int) LAYOUT.picture(tops.get(2), 0).getBottom() + SheetLayout.TEXT;
    assertThat(tops.get(3) - end).isEqualTo(SheetLayout.MARGIN);
  }

  @Test
  void without_a_title_the_first_row_moves_up() {
    assertThat(new SheetLayout(1600, 5, false).tops(List.of(row(1))).getFirst())
        .isEqualTo(SheetLayout.MARGIN);
  }

  @Test
  void pictures_of_any_proportions_fit_into_their_box_in_its_middle() {
    Rect box = Rect.makeXYWH(100, 50, 400, 300);
    for (int[] size : new int[][] {{4, 3}, {3, 4}, {1, 1000}, {1000, 1}, {1, 1}, {8000, 6000}}) {
      Rect fitted = SheetLayout.fitted(box, size[0], size[1]);
      assertThat(fitted.getLeft()).isGreaterThanOrEqualTo(box.getLeft() - 0.01f);
      assertThat(fitted.getBottom()).isLessThanOrEqualTo(box.getBottom() + 0.01f);
      assertThat(fitted.getWidth()).isGreaterThanOrEqualTo(1);
      assertThat(fitted.getHeight()).isGreaterThanOrEqualTo(1);
      assertThat(fitted.getLeft() + fitted.getRight())
          .isCloseTo(box.getLeft() + box.getRight(), within(0.01f));
    }
    assertThat(SheetLayout.fitted(box, 4, 3)).isEqualTo(box);
  }
}
