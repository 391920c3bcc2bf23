import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import dev.semblance.index.Filter;
import dev.semblance.library.Hit;
import dev.semblance.library.IndexReport;
import dev.semblance.library.Library;
import dev.semblance.library.Query;

/// A folder becomes a library, and the library is searched: by words, by a picture, by a sum of
/// both, and only in a part of it.
void main() throws IOException {
  Path work = Files.createTempDirectory("semblance-example");
  Path pictures = draw(work.resolve("pictures"), 40);

  // A library lies in a folder of its own; the pictures are read and never changed.
  try (Library library = Library.open(work.resolve("library"))) {
    IndexReport report = library.index(pictures);
    IO.println("indexed " + report.added() + " pictures");

    // Words.
    List<Hit> hits = library.search(Query.text("a road sign").top(3));
    show("a road sign", hits);

    // A picture, which need not be in the library.
    Path first =
        library.search(Query.text("a boat at sea").top(1)).stream()
            .map(hit -> Path.of(hit.item().path()))
            .findFirst()
            .orElseThrow();
    show("like " + first.getFileName(), library.search(Query.picture(first).top(3)));

    // A sum: more of one thing, less of another. The parts of each hit's score add up.
    Query sum = Query.picture(first).plus(Query.text("night").times(0.7)).minus(Query.text("sun"));
    show("that boat, at night", library.search(sum.top(3)));

    // Only in one folder.
    Filter folder = new Filter.InFolder(pictures.resolve("b").toAbsolutePath().toString());
    show("in folder b", library.search(Query.text("a road sign").where(folder).top(3)));

    // The second run embeds nothing: nothing changed.
    IO.println("unchanged: " + library.index(pictures).unchanged());
  }
}

void show(String heading, List<Hit> hits) {
  IO.println(heading);
  for (Hit hit : hits) {
    Path name = Path.of(hit.item().path()).getFileName();
    IO.println(String.format(Locale.ROOT, "  %d. %.3f  %s", hit.rank(), hit.score(), name));
  }
}

/// Every eighth drawing of the gallery, half in folder `a`, half in folder `b`.
Path draw(Path folder, int count) throws IOException {
  List<Drawing> all = Gallery.demo();
  for (int i = 0; i < count; i++) {
    Drawing drawing = all.get(i * all.size() / count);
    Path half = Files.createDirectories(folder.resolve(i % 2 == 0 ? "a" : "b"));
    Files.write(half.resolve(drawing.name() + ".jpg"), drawing.jpeg(320, 240));
  }
  return folder;
}
