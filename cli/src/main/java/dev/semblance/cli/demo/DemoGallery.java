package dev.semblance.cli.demo;

import dev.semblance.gallery.Drawing;
import dev.semblance.gallery.Gallery;
import dev.semblance.library.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/// The gallery as JPEG files in a folder. Immutable, safe for many threads.
///
/// A picture is drawn beside and moved into place whole, so that a folder that was left half-way is
/// filled up, and a full one is used again.
public final class DemoGallery {
  private static final int WIDTH = 512;
  private static final int HEIGHT = 384;

  /// As many pictures are drawn again to see whether those that lie there are still the right ones.
  private static final int SAMPLES = 3;

  /// Names the files that were or will be drawn, one a line.
  private static final String LIST = ".drawn";

  private final Path folder;
  private final List<Drawing> drawings;

  /// @param folder where the pictures lie or will lie
  public DemoGallery(Path folder) {
    this(folder, Gallery.demo());
  }

  DemoGallery(Path folder, List<Drawing> drawings) {
    this.folder = folder;
    this.drawings = List.copyOf(drawings);
  }

  public Path folder() {
    return folder;
  }

  /// What it shows, in the order of the gallery.
  public List<Drawing> drawings() {
    return drawings;
  }

  /// The drawing behind a picture of the folder.
  ///
  /// @param path as the library gives it
  public Optional<Drawing> drawing(String path) {
    return drawings.stream().filter(drawing -> path.equals(file(drawing).toString())).findFirst();
  }

  /// Draws what is not there yet, on all cores.
  ///
  /// @param progress told how many of all pictures are there
  /// @param stop asked before each picture
  /// @return whether all are there
  /// @throws IllegalArgumentException when files lie there that are not ours
  public boolean draw(Progress progress, BooleanSupplier stop) {
    try {
      takeOver();
      List<Drawing> missing =
          drawings.stream().filter(drawing -> !Files.exists(file(drawing))).toList();
      progress.found(drawings.size(), true);
      AtomicLong done = new AtomicLong(drawings.size() - missing.size());
      onAllCores(
          missing,
          drawing -> {
            if (!stop.getAsBoolean()) {
              write(drawing, file(drawing));
              report(progress, done);
            }
            return drawing;
          });
      return done.get() == drawings.size();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": the gallery cannot be drawn there", e);
    }
  }

  /// Draws one picture to a file, whole or not at all.
  static void write(Drawing drawing, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, drawing.jpeg(WIDTH, HEIGHT));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
  }

  private static void report(Progress progress, AtomicLong done) {
    synchronized (progress) {
      progress.done(done.incrementAndGet(), 0);
    }
  }

  private Path file(Drawing drawing) {
    return folder.resolve(drawing.name() + ".jpg");
  }

  /// Makes the folder ours: what an older version drew there goes, anything else is left alone and
  /// an error.
  private void takeOver() throws IOException {
    Files.createDirectories(folder);
    Path list = folder.resolve(LIST);
    List<String> ours = drawings.stream().map(drawing -> drawing.name() + ".jpg").toList();
    if (Files.exists(list)) {
      List<String> drawn = Files.readAllLines(list);
      if (drawn.equals(ours) && !isOutdated()) {
        return;
      }
      for (String name : drawn) {
        Files.deleteIfExists(folder.resolve(name));
      }
    } else if (!isEmpty()) {
      throw new IllegalArgumentException(
          folder + ": there are files that the demo did not draw; choose another --dir");
    }
    Files.write(list, ours);
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /// Whether pictures there look otherwise than they would be drawn now.
  private boolean isOutdated() throws IOException {
    for (int i = 0; i < SAMPLES; i++) {
      Drawing drawing = drawings.get(i * (drawings.size() - 1) / (SAMPLES - 1));
      Path file = file(drawing);
      if (Files.exists(file)
          && !Arrays.equals(Files.readAllBytes(file), drawing.jpeg(WIDTH, HEIGHT))) {
        return true;
      }
    }
    return false;
  }

  private static <T> void onAllCores(List<T> things, Function<T, T> action) {
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(cores, Thread.ofPlatform().name("draw-", 1).factory())) {
      List<Future<T>> results =
          things.stream().map(thing -> pool.submit(() -> action.apply(thing))).toList();
      for (Future<T> result : results) {
        result.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("drawing failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while drawing", e);
    }
  }
}
