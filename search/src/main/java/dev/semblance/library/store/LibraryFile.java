package dev.semblance.library.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.semblance.crawl.Excludes;
import dev.semblance.crawl.Location;
import dev.semblance.crawl.Root;
import dev.semblance.crawl.Trouble;
import dev.semblance.disk.WholeFile;
import dev.semblance.index.LibraryException;
import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelException;
import dev.semblance.space.EmbeddingSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What stands in `library.json`: everything of a library but its index. Immutable.
///
/// ```json
/// {"format": 1,
///  "indexed": "2026-11-24T10:00:00Z",
///  "current": {"generation": 1, "model": "mini",
///              "space": {"name": "mini/int8", "fingerprint": "…", "dimension": 384}},
///  "next": {…},
///  "roots": [{"path": "/home/ann/pictures", "excludes": ["*.png"]}]}
/// ```
///
/// `next` is there while everything is embedded again, beside what serves. A generation `N` lies in
/// the folder `index-N`.
///
/// @param current what serves
/// @param next what shall take its place
/// @param roots what was indexed, with what was left out
/// @param indexed when the library was last written
record LibraryFile(
    Generation current, Optional<Generation> next, List<Root> roots, Instant indexed) {
  static final String NAME = "library.json";
  private static final int FORMAT = 1;

  LibraryFile {
    roots = List.copyOf(roots);
  }

  /// An index and how it was made.
  ///
  /// @param model name or folder under which the model is opened
  record Generation(int number, String model, EmbeddingSpace space) {
    Path folder(Path library) {
      return library.resolve("index-" + number);
    }
  }

  /// Whether there is one in a folder.
  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  /// The one in a folder.
  ///
  /// @throws LibraryException when there is none, and as [#read]
  static LibraryFile inside(Path folder) {
    if (!isIn(folder)) {
      throw noneIn(folder);
    }
    return read(folder);
  }

  static LibraryException noneIn(Path folder) {
    return new LibraryException(
        folder + ": there is no library yet; make one with: semblance index PATH");
  }

  /// @throws LibraryException when it is of a newer format or not to be understood
  /// @throws UncheckedIOException when it cannot be read
  static LibraryFile read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      JsonFields json = JsonFields.parse(Files.readAllBytes(file), NAME);
      requireFormat(file, json.integer("format"));
      return parse(json);
    } catch (ModelException | IllegalArgumentException | DateTimeException e) {
      throw new LibraryException(
          file + " is damaged: " + e.getMessage() + "; restore it, or index into a new folder", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + Trouble.inWords(e), e);
    }
  }

  private static void requireFormat(Path file, int format) {
    if (format > FORMAT) {
      throw new LibraryException(
          file
              + " has format "
              + format
              + ", this version of Semblance reads up to "
              + FORMAT
              + "; use a newer Semblance");
    }
  }

  private static LibraryFile parse(JsonFields json) {
    List<Root> roots =
        json.objects("roots").stream()
            .map(root ->
                new Root(
                    Location.pathOf(root.string("path")), Excludes.of(root.strings("excludes"))))
            .toList();
    return new LibraryFile(
        generation(json.object("current")),
        json.optionalObject("next").map(LibraryFile::generation),
        roots,
        Instant.parse(json.string("indexed")));
  }

  private static Generation generation(JsonFields json) {
    JsonFields space = json.object("space");
    return new Generation(
        json.integer("generation"),
        json.string("model"),
        new EmbeddingSpace(
            space.string("name"), space.string("fingerprint"), space.integer("dimension")));
  }

  /// Puts it in a folder, in place of what is there, at once.
  ///
  /// @throws UncheckedIOException when it cannot be written
  void write(Path folder) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT);
    json.put("indexed", indexed.toString());
    json.set("current", json(current));
    next.ifPresent(generation -> json.set("next", json(generation)));
    ArrayNode list = json.putArray("roots");
    for (Root root : roots) {
      ObjectNode entry = list.addObject().put("path", Location.keyOf(root.path()));
      root.excludes().patterns().forEach(entry.putArray("excludes")::add);
    }
    Path file = folder.resolve(NAME);
    try {
      WholeFile.write(
          file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + Trouble.inWords(e), e);
    }
  }

  private static ObjectNode json(Generation generation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("generation", generation.number());
    json.put("model", generation.model());
    json.putObject("space")
        .put("name", generation.space().name())
        .put("fingerprint", generation.space().fingerprint())
        .put("dimension", generation.space().dimension());
    return json;
  }

  LibraryFile withNext(Optional<Generation> generation) {
    return new LibraryFile(current, generation, roots, indexed);
  }

  /// The next one serves from now on.
  LibraryFile advanced() {
    return new LibraryFile(next.orElseThrow(), Optional.empty(), roots, Instant.now());
  }

  /// Written now, with these roots.
  LibraryFile withRoots(List<Root> all) {
    return new LibraryFile(current, next, all, Instant.now());
  }
}
