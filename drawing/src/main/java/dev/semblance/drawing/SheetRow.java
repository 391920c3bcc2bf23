package dev.semblance.drawing;

import java.util.List;

/// A group of a contact sheet: a heading and the tiles under it, in lines as long as the sheet is
/// wide.
///
/// @param heading such as the query
/// @param note a few grey words at the right end of the heading's line; may be empty
/// @param tiles 1 to 100
public record SheetRow(String heading, String note, List<Tile> tiles) {
  static final int MOST_TILES = 100;

  public SheetRow {
    tiles = List.copyOf(tiles);
    if (tiles.isEmpty() || tiles.size() > MOST_TILES) {
      throw new IllegalArgumentException(
          "a row of a contact sheet has 1 to "
              + MOST_TILES
              + " tiles, got "
              + tiles.size()
              + "; split it");
    }
  }

  public SheetRow(String heading, List<Tile> tiles) {
    this(heading, "", tiles);
  }
}
