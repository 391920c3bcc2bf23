package dev.semblance.train;

import dev.semblance.eval.files.TarFiles;
import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.image.Pixels;
import dev.semblance.image.ResizeFilter;
import dev.semblance.image.Resizer;
import dev.semblance.train.data.PictureStore;
import dev.semblance.train.data.TeacherNet;
import dev.semblance.train.data.TextBook;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes a training folder ready: pictures decoded once to plain squares, our drawings rendered,
/// every text turned into its vector, the teacher asked. What is there already is kept.
final class Preparation {
  /// The seed of the drawings for training; the demo's gallery has another.
  static final long DRAWING_SEED = 20261124;

  private static final int DRAWING_WIDTH = 192;
  private static final int DRAWING_HEIGHT = 144;
  private static final int TELL_EVERY = 5000;

  private final Path data;
  private final Path cache;
  private final PrintStream log;

  Preparation(Path data, Path cache, PrintStream log) {
    this.data = data;
    this.cache = cache;
    this.log = log;
  }

  /// Prepares everything.
  ///
  /// @param drawings how many drawings are rendered
  void run(int drawings) {
    try {
      Files.createDirectories(cache);
    } catch (IOException e) {
      throw new UncheckedIOException(cache + ": cannot be made", e);
    }
    tars(MiniData.TRAINING, MiniData.listed(data, ".tar"));
    Path measure = data.resolve("measure");
    for (String set : List.of(MiniData.FLICKR_DEV, MiniData.NIPS)) {
      tars(set, List.of(measure.resolve(set + "-00.tar")));
    }
    drawings(drawings);
    texts();
    for (TeacherNet net : TeacherNet.values()) {
      new Teacher(data, cache, log, net)
          .answer(MiniData.listed(data, ".tar"), Runtime.getRuntime().availableProcessors());
    }
  }

  private void tars(String store, List<Path> tars) {
    if (PictureStore.exists(cache, store)) {
      return;
    }
    PictureDecoder decoder = new PictureDecoder();
    try (PictureStore.Writer writer = new PictureStore.Writer(cache, store)) {
      for (Path tar : tars) {
        TarFiles.forEach(
            tar,
            (name, content) -> {
              add(writer, name, decoder.decode(content, name, DecodeBounds.full()).pixels());
              if (writer.size() % TELL_EVERY == 0) {
                log.println(store + ": " + writer.size() + " pictures");
              }
            });
      }
      writer.complete();
    }
  }

  /// Renders drawings with all their wordings, a row of the table for each.
  void drawings(int count) {
    if (count == 0 || PictureStore.exists(cache, MiniData.DRAWINGS)) {
      return;
    }
    List<String> rows = new ArrayList<>();
    try (PictureStore.Writer writer = new PictureStore.Writer(cache, MiniData.DRAWINGS)) {
      for (Drawing drawing : Gallery.training(DRAWING_SEED, count)) {
        String name = "drawings/" + drawing.name();
        add(writer, name, drawing.render(DRAWING_WIDTH, DRAWING_HEIGHT));
        rows.add(row(name, "caption", drawing.caption()));
        drawing.otherCaptions().forEach(other -> rows.add(row(name, "caption", other)));
        rows.add(row(name, "caption", drawing.label()));
        if (writer.size() % TELL_EVERY == 0) {
          log.println("drawings: " + writer.size());
        }
      }
      Files.write(cache.resolve(MiniData.DRAWING_ROWS), rows, StandardCharsets.UTF_8);
      writer.complete();
    } catch (IOException e) {
      throw new UncheckedIOException(cache + ": the drawings' texts cannot be written", e);
    }
  }

  private static String row(String name, String kind, String text) {
    return String.join("\t", name, "drawings", "train", kind, text);
  }

  private static void add(PictureStore.Writer writer, String name, Pixels pixels) {
    Pixels square =
        Resizer.resize(pixels, PictureStore.SIDE, PictureStore.SIDE, ResizeFilter.BILINEAR);
    writer.add(name, Colours.rgb(square));
  }

  /// Turns every text that has no vector yet into one; the book only ever grows at its end.
  void texts() {
    TextBook book = MiniData.allTexts(data, cache);
    TextVectors.write(book, cache, log);
  }
}
