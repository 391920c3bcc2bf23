package dev.semblance.library;

import dev.semblance.crawl.Crawler;
import dev.semblance.crawl.Finding;
import dev.semblance.crawl.Root;
import dev.semblance.crawl.Territory;
import dev.semblance.image.DecodeBounds;
import dev.semblance.image.PictureDecoder;
import dev.semblance.index.ItemIndex;
import dev.semblance.ingest.Event;
import dev.semblance.ingest.Ingest;
import dev.semblance.ingest.Plan;
import dev.semblance.ingest.Settings;
import dev.semblance.model.ImageEncoder;
import dev.semblance.model.Model;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/// One run of an index over roots: counts what happens and tells the progress. For one use.
final class IndexRun {
  private final Ingest ingest;
  private final IndexOptions options;
  private final long begun = System.nanoTime();

  private long added;
  private long moved;
  private long unchanged;
  private long removed;
  private long failed;
  private long vanished;
  private long folders;
  private long embedded;

  IndexRun(ItemIndex index, Model model, IndexOptions options) {
    this.options = options;
    ImageEncoder encoder = model.requireImage();
    PictureDecoder decoder = new PictureDecoder();
    DecodeBounds bounds = DecodeBounds.forPreprocessing(encoder.preprocessing());
    this.ingest =
        new Ingest(
            index,
            encoder,
            (bytes, source, most) -> decoder.decode(bytes, source, bounds.withMaxBytes(most)),
            Settings.forThisMachine());
  }

  /// Goes through whole roots.
  ///
  /// @param known every root ever indexed
  IndexReport over(List<Root> roots, List<Root> known) {
    Crawler crawler = new Crawler(roots);
    return run(
        crawler.crawl(), roots.stream().map(Root::path).toList(), new Territory(known, roots));
  }

  /// Goes through what changed below roots.
  IndexReport over(Crawler crawler, List<Path> changed, List<Root> known) {
    return run(crawler.crawl(changed), changed, new Territory(known, crawler.roots()));
  }

  private IndexReport run(Iterator<Finding> findings, List<Path> scopes, Territory territory) {
    boolean whole =
        ingest.run(
            new Plan(
                findings,
                scopes,
                territory,
                options.force(),
                options.retryFailures(),
                options.dryRun(),
                options.stop(),
                this::take));
    return new IndexReport(
        added,
        moved,
        unchanged,
        removed,
        failed,
        embedded,
        Duration.ofNanos(System.nanoTime() - begun),
        !whole);
  }

  private void take(Event event) {
    Progress progress = options.progress();
    switch (event) {
      case Event.Found(long files, boolean all) -> progress.found(files, all);
      case Event.Unchanged(long files) -> unchanged += files;
      case Event.StillFailed(long files) -> failed += files;
      case Event.Added(_, boolean throughModel) -> {
        added++;
        embedded += throughModel ? 1 : 0;
      }
      case Event.Moved _ -> moved++;
      case Event.Removed _ -> removed++;
      case Event.Failed(String path, boolean folder, String reason) -> {
        failed++;
        folders += folder ? 1 : 0;
        progress.failed(path, reason);
      }
      case Event.Vanished(String path) -> {
        vanished++;
        progress.failed(path, "it went away while the folders were being read");
      }
    }
    if (!(event instanceof Event.Found || event instanceof Event.Removed)) {
      progress.done(added + moved + unchanged + failed - folders + vanished, embedded);
    }
  }
}
