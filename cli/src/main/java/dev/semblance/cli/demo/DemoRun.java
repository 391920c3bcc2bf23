package dev.semblance.cli.demo;

import dev.semblance.cli.pictures.HitPictures;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.drawing.SheetRow;
import dev.semblance.gallery.Drawing;
import dev.semblance.library.Hit;
import dev.semblance.library.Library;
import dev.semblance.library.Query;
import dev.semblance.library.QueryParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Runs the demo's searches and tells how they went. Not safe for many threads.
public final class DemoRun {
  private static final int ASKED = 5;
  private static final int SHOWN = 3;
  private final Library library;
  private final DemoGallery gallery;

  private static final int TILES = 5;

  private final Path picture;
  private final Output out;
  private final List<SheetRow> rows = new ArrayList<>();

  /// @param library of the gallery's pictures
  /// @param picture the file to search by; written anew
  /// @param out where it tells
  public DemoRun(Library library, DemoGallery gallery, Path picture, Output out) {
    this.library = library;
    this.gallery = gallery;
    this.picture = picture;
    this.out = out;
  }

  /// Runs all searches.
  ///
  /// @return whether each had the right answer first
  public boolean all() {
    DemoGallery.write(DemoSearches.picture(), picture);
    List<DemoSearch> searches = DemoSearches.all();
    int right = 0;
    for (DemoSearch search : searches) {
      right += run(search) ? 1 : 0;
    }
    out.line("");
    out.line(
        out.style()
            .bold(
                String.format(
                    Locale.ROOT,
                    "%d of %d searches had the right answer first.",
                    right,
                    searches.size())));
    return right == searches.size();
  }

  /// The best pictures of every search that found something, for a sheet.
  public List<SheetRow> rows() {
    return List.copyOf(rows);
  }

  private boolean run(DemoSearch search) {
    List<String> words =
        search.words().stream()
            .map(word -> word.equals(DemoSearch.PICTURE) ? picture.toString() : word)
            .toList();
    out.line("");
    Query query = QueryParser.parse(words, Path.of("")).top(ASKED).matches();
    out.line(out.style().bold("search " + asTyped(words)));
    List<Hit> hits = library.search(query);
    boolean right = isRight(search, hits);
    if (hits.isEmpty()) {
      out.line("  nothing in the gallery matches" + verdict(right));
    }
    for (Hit hit : hits.subList(0, Math.min(SHOWN, hits.size()))) {
      out.line(line(hit) + (hit.rank() == 1 ? verdict(right) : ""));
    }
    if (!hits.isEmpty()) {
      List<Hit> first = hits.subList(0, Math.min(TILES, hits.size()));
      rows.addAll(HitPictures.rows(heading(search), first));
    }
    return right;
  }

  private static String heading(DemoSearch search) {
    return search.words().contains(DemoSearch.PICTURE)
        ? "a picture of a cabin that is not in the gallery"
        : asTyped(search.words());
  }

  private boolean isRight(DemoSearch search, List<Hit> hits) {
    if (hits.isEmpty()) {
      return search.expectsNothing();
    }
    return gallery.drawing(hits.getFirst().item().path()).map(search::isRight).orElse(false);
  }

  private String line(Hit hit) {
    String path = hit.item().path();
    Optional<Drawing> drawing = gallery.drawing(path);
    return String.format(
        Locale.ROOT,
        "  %s  %s %s",
        out.style().faint(sureness(hit)),
        drawing.map(Drawing::caption).orElse("not a drawing of the gallery"),
        out.style().faint("(" + Names.shown(path.substring(path.lastIndexOf('/') + 1)) + ")"));
  }

  /// How sure the model is, in percent; the score where it is not calibrated.
  private static String sureness(Hit hit) {
    return hit.confidence().isPresent()
        ? String.format(Locale.ROOT, "%3.0f %%", 100 * hit.confidence().getAsDouble())
        : String.format(Locale.ROOT, "%.4f", hit.score());
  }

  private String verdict(boolean right) {
    return right ? out.style().good("  right") : out.style().bad("  not what was asked for");
  }

  /// The words as they would be typed.
  private static String asTyped(List<String> words) {
    return words.stream()
        .map(word -> word.contains(" ") ? "\"" + word + "\"" : word)
        .collect(Collectors.joining(" "));
  }
}
