package dev.semblance.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.PictureWriter;
import dev.semblance.image.Pixels;
import io.github.humbleui.types.Rect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
  private static final int RED = 0xC02020;
  private static final SheetLayout LAYOUT = new SheetLayout(1600, 5, true);

  private static Pixels plain(int width, int height, int rgb) {
    byte[] data = new byte[width * height * 3];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (rgb >> (16 - 8 * (i % 3)));
    }
    return new Pixels(width, height, 3, data);
  }

  private static Tile red() {
    return Tile.of(plain(40, 30, RED), ".312", "red.png");
  }

  private static Pixels drawn(Tile... tiles) {
    SheetRow row = new SheetRow("a query", "2 of 300", List.of(tiles));
    return decoded(new ContactSheet("Results", "of a test", List.of(row)).png());
  }

  private static Pixels decoded(byte[] png) {
    return new PictureDecoder().decode(png, "sheet", DecodeBounds.full()).pixels();
  }

  private static int top() {
    return SheetLayout.MARGIN + SheetLayout.TITLE;
  }

  /// The colour at a share of a tile's picture box.
  private static int colour(Pixels sheet, int tile, double across, double down) {
    Rect box = LAYOUT.picture(top(), tile);
    int x = (int) (box.getLeft() + across * box.getWidth());
    int y = (int) (box.getTop() + down * box.getHeight());
    int i = sheet.channels() * (y * sheet.width() + x);
    byte[] d = sheet.data();
    return (d[i] & 0xFF) << 16 | (d[i + 1] & 0xFF) << 8 | (d[i + 2] & 0xFF);
  }

  private static int inkBelow(Pixels sheet, int tile) {
    Rect box = LAYOUT.picture(top(), tile);
    int dark = 0;
    for (int y = (int) box.getBottom() + 12; y < box.getBottom() + SheetLayout.TEXT; y++) {
      for (int x = (int) box.getLeft(); x < box.getRight(); x++) {
        int i = sheet.channels() * (y * sheet.width() + x);
        dark += (sheet.data()[i] & 0xFF) < 150 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void pictures_lie_where_the_layout_says_with_text_below() {
    Pixels sheet = drawn(red(), Tile.of(plain(4, 3, 0x2030D0), "", "blue.png"));
    assertThat(sheet.width()).isEqualTo(1600);
    assertThat(sheet.height()).isEqualTo(top() + LAYOUT.rowHeight(2) + SheetLayout.MARGIN);
    assertThat(colour(sheet, 0, 0.5, 0.5)).isEqualTo(RED);
    assertThat(colour(sheet, 0, 0.03, 0.5)).isEqualTo(RED);
    assertThat(colour(sheet, 1, 0.5, 0.9)).isEqualTo(0x2030D0);
    assertThat(colour(sheet, 2, 0.5, 0.5)).as("an empty place").isEqualTo(0xF7F8FA);
    assertThat(inkBelow(sheet, 0)).isGreaterThan(40);
    assertThat(inkBelow(sheet, 2)).isZero();
  }

  @Test
  void tall_and_wide_pictures_are_shown_whole_on_a_panel() {
    Pixels sheet = drawn(Tile.of(plain(30, 90, RED), "", ""), Tile.of(plain(90, 9, RED), "", ""));
    assertThat(colour(sheet, 0, 0.5, 0.05)).isEqualTo(RED);
    assertThat(colour(sheet, 0, 0.1, 0.5)).isEqualTo(0xE9ECF0);
    assertThat(colour(sheet, 1, 0.05, 0.5)).isEqualTo(RED);
    assertThat(colour(sheet, 1, 0.5, 0.1)).isEqualTo(0xE9ECF0);
  }

  @Test
  void grey_and_transparent_pictures_and_files_are_drawn_too() {
    Pixels grey = new Pixels(2, 2, 1, new byte[] {90, 90, 90, 90});
    byte[] clear = new byte[16];
    Tile file = Tile.ofFile(PictureWriter.png(plain(64, 48, RED)), "", "red.png");
    Pixels sheet = drawn(Tile.of(grey, "", ""), Tile.of(new Pixels(2, 2, 4, clear), "", ""), file);
    assertThat(colour(sheet, 0, 0.5, 0.5)).isEqualTo(0x5A5A5A);
    assertThat(colour(sheet, 2, 0.5, 0.5)).isEqualTo(RED);
  }

  @Test
  void what_cannot_be_shown_is_a_grey_tile_that_says_why() {
    byte[] broken = "not a picture".getBytes(StandardCharsets.UTF_8);
    Pixels sheet =
        drawn(
            Tile.missing("the file is gone", ".2", "gone.jpg"),
            Tile.ofFile(broken, ".1", "broken.jpg"),
            Tile.ofFile(new byte[0], "", "empty.jpg"));
    for (int tile = 0; tile < 3; tile++) {
      assertThat(colour(sheet, tile, 0.5, 0.2)).isEqualTo(0xE9ECF0);
      assertThat(greyInk(sheet, tile)).as("the reason in tile " + tile).isGreaterThan(30);
    }
    assertThat(Tile.ofFile(broken, "", "").view(10, 10).reason()).isEqualTo("not a picture");
    assertThat(Tile.ofFile(new byte[0], "", "").view(10, 10).reason())
        .isEqualTo("the file is empty");
  }

  private static int greyInk(Pixels sheet, int tile) {
    int ink = 0;
    for (double across = 0.05; across < 0.95; across += 0.004) {
      for (double down = 0.44; down < 0.56; down += 0.005) {
        ink += (colour(sheet, tile, across, down) & 0xFF) < 190 ? 1 : 0;
      }
    }
    return ink;
  }

  @Test
  void long_foreign_and_strange_names_do_no_harm() {
    List<Tile> tiles = new ArrayList<>();
    for (String name :
        List.of(
            "x".repeat(5000) + ".jpg",
            "写真-夏-海辺.jpg",
            "صورة.png",
            "\uD800 lone surrogate",
            "🐕🏖️.jpg",
            "line\nbreak\u0000.jpg",
            "")) {
      tiles.add(Tile.of(plain(8, 6, RED), name, name));
    }
    SheetRow row = new SheetRow("ключ 鍵 🔑 ".repeat(60), "note ".repeat(90), tiles);
    Pixels sheet = decoded(new ContactSheet("т".repeat(900), "", List.of(row)).png());
    assertThat(sheet.width()).isEqualTo(1600);
    assertThat(colour(sheet, 4, 0.5, 0.5)).isEqualTo(RED);
  }

  @Test
  void a_hundred_tiles_and_many_rows_fit() {
    List<Tile> hundred = Stream.generate(ContactSheetTest::red).limit(100).toList();
    List<SheetRow> rows =
        List.of(new SheetRow("many", hundred), new SheetRow("one", List.of(red())));
    Pixels sheet = decoded(new ContactSheet("", "", rows, 10, 1300).png());
    SheetLayout layout = new SheetLayout(1300, 10, false);
    assertThat(sheet.height()).isEqualTo(layout.tops(rows).getLast());
  }

  @Test
  void the_file_is_written_whole_and_replaced(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sheet.png");
    Files.writeString(file, "old");
    ContactSheet sheet =
        new ContactSheet("", "", List.of(new SheetRow("q", List.of(red()))), 3, 600);
    sheet.writeTo(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(sheet.png());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_folder_that_is_not_there_is_reported_and_nothing_is_left(@TempDir Path folder) {
    ContactSheet sheet = new ContactSheet("", "", List.of(new SheetRow("q", List.of(red()))));
    Path file = folder.resolve("missing").resolve("sheet.png");
    assertThatThrownBy(() -> sheet.writeTo(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("sheet.png: the contact sheet could not be written");
  }

  @Test
  void impossible_sheets_are_refused_with_the_bounds() {
    List<SheetRow> rows = List.of(new SheetRow("q", List.of(red())));
    assertThatThrownBy(() -> new SheetRow("q", List.of()))
        .hasMessage("a row of a contact sheet has 1 to 100 tiles, got 0; split it");
    assertThatThrownBy(() -> new ContactSheet("", "", List.of()))
        .hasMessageContaining("at least one row");
    assertThatThrownBy(() -> new ContactSheet("", "", rows, 13, 1600))
        .hasMessage("columns must be 1 to 12, got 13");
    assertThatThrownBy(() -> new ContactSheet("", "", rows, 5, 500))
        .hasMessage("a sheet of 5 columns is 600 to 8000 pixels wide, got 500");
  }

  @Test
  void a_sheet_higher_than_viewers_can_show_is_refused() {
    List<Tile> hundred = Stream.generate(ContactSheetTest::red).limit(100).toList();
    ContactSheet sheet = new ContactSheet("", "", List.of(new SheetRow("q", hundred)), 1, 1600);
    assertThatThrownBy(sheet::png)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 30000");
  }
}
