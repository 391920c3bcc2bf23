package dev.semblance.cli;

import dev.semblance.cli.demo.DemoGallery;
import dev.semblance.cli.demo.DemoRun;
import dev.semblance.cli.options.ExitCode;
import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.cli.terminal.IndexingProgress;
import dev.semblance.cli.terminal.Interrupts;
import dev.semblance.cli.terminal.Names;
import dev.semblance.cli.terminal.Output;
import dev.semblance.drawing.ContactSheet;
import dev.semblance.index.LibraryException;
import dev.semblance.library.IndexOptions;
import dev.semblance.library.IndexReport;
import dev.semblance.library.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `semblance demo`: shows on pictures it draws itself what Semblance does.
@Command(
    name = "demo",
    header = "Draw a gallery, index it and search it, to see what Semblance does.",
    description = {
      "",
      "Needs nothing but this program. Draws a few hundred pictures into a folder (kept for the next"
          + " time), indexes them with the built-in mini model into a library of their own, runs"
          + " searches whose right answers are known, and writes the best pictures on one sheet."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every search had the right picture first",
      "1:one had not",
      "2:error",
      "130:stopped by Ctrl-C"
    },
    footer = {"", "Examples:", "  semblance demo", "  semblance demo --dir /tmp/gallery"})
final class DemoCommand implements Callable<Integer> {
  private static final String MODEL = "mini";
  private final GlobalOptions options;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where pictures, library and sheet go (else demo in this user's cache).")
  private @Nullable String folder;

  DemoCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    Path home =
        folder == null
            ? options.places().userFolders().cache().resolve("demo")
            : options.path(folder);
    DemoGallery gallery = new DemoGallery(home.resolve("gallery"));
    AtomicBoolean stop = new AtomicBoolean();
    options.surroundings().interrupts().accept(() -> stop.set(true));
    if (!draw(gallery, stop::get)) {
      options.tell("stopped while drawing; semblance demo goes on where it was");
      return Interrupts.EXIT_CODE;
    }
    try (Library library = open(home.resolve("library"), stop::get)) {
      if (index(library, gallery, stop::get).interrupted()) {
        options.tell("stopped while indexing; semblance demo goes on where it was");
        return Interrupts.EXIT_CODE;
      }
      return search(library, gallery, home);
    }
  }

  /// Opens the demo's library; one that an older model made is embedded again.
  private Library open(Path folder, BooleanSupplier stop) {
    try {
      return Library.open(folder, MODEL);
    } catch (LibraryException _) {
      options.tell("the demo's library is of an older model; embedding its pictures again");
      try (Library again = Library.openToReindex(folder, MODEL)) {
        again.reindex(IndexOptions.usual().withStop(stop));
      }
      return Library.open(folder, MODEL);
    }
  }

  private boolean draw(DemoGallery gallery, BooleanSupplier stop) {
    options.tell(
        String.format(
            Locale.ROOT,
            "drawing %d pictures into %s",
            gallery.drawings().size(),
            Names.shown(gallery.folder().toString())));
    try (IndexingProgress progress = options.progress()) {
      return gallery.draw(progress, stop);
    }
  }

  private IndexReport index(Library library, DemoGallery gallery, BooleanSupplier stop) {
    options.tell("indexing them with the model " + MODEL);
    IndexReport report;
    try (IndexingProgress progress = options.progress()) {
      report =
          library.index(
              List.of(gallery.folder()),
              IndexOptions.usual().withProgress(progress).withStop(stop));
    }
    options.tell(IndexRun.summary(report, false));
    return report;
  }

  private int search(Library library, DemoGallery gallery, Path home) {
    Output out = options.surroundings().out();
    DemoRun run = new DemoRun(library, gallery, home.resolve("a cabin.jpg"), out);
    boolean right = run.all();
    if (!run.rows().isEmpty()) {
      Path sheet = home.resolve("demo.png");
      new ContactSheet("What the demo found", "the mini model, pictures drawn by code", run.rows())
          .writeTo(sheet);
      out.line("");
      out.line("The best pictures on one sheet: " + Names.shown(sheet.toString()));
    }
    next(home);
    return right ? ExitCode.FOUND : ExitCode.NOTHING;
  }

  private void next(Path home) {
    Output out = options.surroundings().out();
    String call = System.getProperty("semblance.command", "semblance");
    String library = " --library " + quoted(home.resolve("library").toString());
    out.line("");
    out.line("What to try next:");
    out.line("  " + call + " search" + library + " three red apples");
    out.line("  " + call + " search" + library + " \"2:a cat\" + snow - \"a sofa\" --preview");
    out.line("  " + call + " index ~/Pictures");
    out.line("  " + call + " search what you remember of a picture");
  }

  /// As a shell reads it back.
  private static String quoted(String path) {
    return path.matches("[A-Za-z0-9_./@%+=:,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
