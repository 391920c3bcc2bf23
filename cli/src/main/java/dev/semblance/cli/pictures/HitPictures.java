package dev.semblance.cli.pictures;

import dev.semblance.crawl.Location;
import dev.semblance.drawing.SheetRow;
import dev.semblance.drawing.Tile;
import dev.semblance.drawing.terminal.TerminalPicture;
import dev.semblance.drawing.terminal.TerminalProtocol;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Pixels;
import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.image.UnreadablePictureException;
import dev.semblance.library.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the files of hits and makes pictures of them. A file that is gone or broken by now is said
/// to be so and does not keep the others from being shown.
public final class HitPictures {
  private static final int ROW = 100;
  private static final int PREVIEW_ROWS = 10;
  private static final int CELL_WIDTH = 10;
  private static final int CELL_HEIGHT = 20;

  private HitPictures() {}

  /// The hits of one search as rows of a sheet, a hundred at most in each.
  ///
  /// @param hits at least one
  public static List<SheetRow> rows(String heading, List<Hit> hits) {
    List<SheetRow> rows = new ArrayList<>();
    for (int from = 0; from < hits.size(); from += ROW) {
      List<Hit> some = hits.subList(from, Math.min(hits.size(), from + ROW));
      rows.add(
          new SheetRow(
              from == 0 ? heading : heading + ", continued",
              some.stream().map(HitPictures::tile).toList()));
    }
    return rows;
  }

  private static Tile tile(Hit hit) {
    String caption = String.format(Locale.ROOT, "%d.  %.3f", hit.rank(), hit.score());
    Path file = Location.pathOf(hit.item().path());
    String name = String.valueOf(file.getFileName());
    try {
      return Tile.ofFile(Files.readAllBytes(file), caption, name);
    } catch (IOException e) {
      return Tile.missing("the file cannot be read", caption, name);
    }
  }

  /// What to print so that a terminal shows the picture of a hit.
  ///
  /// @param columns how wide the terminal is
  public static String preview(Hit hit, TerminalProtocol protocol, int columns) {
    int wide = Math.clamp(columns / 2, 2, 60);
    DecodeBounds.Target target =
        new DecodeBounds.Target(Fit.LONGEST_AND_PAD, wide * CELL_WIDTH, PREVIEW_ROWS * CELL_HEIGHT);
    try {
      Pixels pixels =
          new PictureDecoder()
              .decode(Location.pathOf(hit.item().path()), DecodeBounds.full().withTarget(target))
              .pixels();
      return new TerminalPicture(pixels, wide, PREVIEW_ROWS).encode(protocol);
    } catch (UnreadablePictureException | UncheckedIOException e) {
      return "  (" + e.getMessage() + ")\n";
    }
  }
}
