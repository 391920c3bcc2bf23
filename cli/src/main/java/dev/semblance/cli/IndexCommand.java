package dev.semblance.cli;

import dev.semblance.cli.options.GlobalOptions;
import dev.semblance.library.IndexOptions;
import dev.semblance.library.IndexReport;
import dev.semblance.library.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `semblance index`: brings the library up to date with folders.
@Command(
    name = "index",
    header = "Bring the library up to date with folders of pictures.",
    description = {
      "",
      "New and changed pictures are embedded; moved ones keep their embedding; those no longer there"
          + " leave; unchanged files are not looked into. Without PATH, the folders indexed before."
          + " Pictures are read, never changed.",
      "",
      "Ctrl-C stops after the pictures in hand; a second one at once. Nothing but those is lost, also"
          + " by kill -9: the same command goes on where it was.",
      "",
      "Ends with a line of counts: added, moved, unchanged, removed, failed, pictures per second."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the run came to its end (failed files do not change that: see 'semblance failures')",
      "1:it came to its end without a single picture that can be searched",
      "2:error",
      "130:stopped by Ctrl-C"
    },
    footer = {
      "",
      "Examples:",
      "  semblance index ~/Pictures /mnt/photos",
      "  semblance index ~/Pictures --exclude '**/thumbs/**' --exclude '*.gif'",
      "  semblance index --watch ~/Pictures",
      "  semblance index --force --model ./siglip2"
    })
final class IndexCommand implements Callable<Integer> {
  private final GlobalOptions options;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Folders, with all below, and files.")
  private List<String> paths = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Leave out paths that match, besides the usual ones. Can be given again.")
  private List<String> excludes = List.of();

  @Option(
      names = "--force",
      description =
          "Embed unchanged files again too. With --model, embed the whole library again with that"
              + " model, beside the old one, which serves until the new one is ready.")
  private boolean force;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Option(names = "--watch", description = "Go on, following changes, until Ctrl-C.")
  private boolean watch;

  IndexCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    if (watch && dryRun) {
      throw new IllegalArgumentException("--watch and --dry-run cannot be used together");
    }
    List<Path> roots = paths.stream().map(this::existing).toList();
    IndexOptions index =
        IndexOptions.usual().withExcludes(excludes).withForce(force).withDryRun(dryRun);
    boolean anew = force && options.model().isPresent() && Library.exists(options.libraryFolder());
    try (Library library = anew ? openToReindex() : open(roots)) {
      List<Path> all = roots.isEmpty() ? library.status().roots() : roots;
      int code = new IndexRun(options, index).run(run -> index(library, all, anew, run));
      options.tellOfModel(library);
      return code;
    }
  }

  private IndexReport index(Library library, List<Path> roots, boolean anew, IndexOptions run) {
    IndexReport report = anew ? library.reindex(run) : null;
    if (report != null && (report.interrupted() || (paths.isEmpty() && !watch))) {
      return report;
    }
    IndexOptions rest = anew ? run.withForce(false) : run;
    IndexReport update = watch ? library.watch(roots, rest) : library.index(roots, rest);
    return report == null ? update : report.then(update);
  }

  private Library openToReindex() {
    return Library.openToReindex(options.libraryFolder(), options.model().orElseThrow());
  }

  private Library open(List<Path> roots) {
    return roots.isEmpty() ? options.openExisting() : options.open();
  }

  private Path existing(String written) {
    Path path = options.path(written);
    if (!Files.exists(path)) {
      throw new IllegalArgumentException(path + ": there is no such file or folder");
    }
    return path;
  }
}
