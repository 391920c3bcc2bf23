package dev.semblance.ingest;

import dev.semblance.crawl.Finding;
import dev.semblance.crawl.FoundFile;
import dev.semblance.crawl.Location;
import dev.semblance.image.UnreadablePictureException.Kind;
import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Failure;
import dev.semblance.index.Item;
import dev.semblance.index.ItemIndex;
import dev.semblance.ingest.InFlight.Resolution;
import dev.semblance.ingest.Run.Message;
import dev.semblance.space.Embedding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Writes what the other threads tell into the index and makes it durable now and then; works in
/// the thread that runs, which alone writes and tells the listener.
final class Keeper {
  /// The kind of failure of a picture that the model cannot embed.
  static final String MODEL = "MODEL";

  /// The kind of failure of a file or folder that cannot be read.
  static final String UNREADABLE = "UNREADABLE";

  private static final long TICK_MILLIS = 100;

  private final Run run;
  private final ItemIndex index;
  private final List<String> sinceCommit = new ArrayList<>();
  private final KeySet dryEmbedded = new KeySet();
  private int changes;
  private long lastCommit = System.nanoTime();
  private boolean ended;
  private @Nullable Throwable crash;

  Keeper(Run run) {
    this.run = run;
    this.index = run.ingest.index();
  }

  /// Until the others have come to their end, and the last of it is durable.
  void work() {
    boolean interrupted = false;
    while (!ended) {
      try {
        @Nullable Message message = run.messages.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        ended = message instanceof Message.End;
        if (message != null) {
          take(message);
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (interrupted || run.plan.stop().getAsBoolean()) {
        run.stopping.set(true);
      }
      commitIfDue();
    }
    commit();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets the others come to their end when the work failed.
  void abandon() {
    run.stopping.set(true);
    boolean interrupted = false;
    while (!ended) {
      try {
        ended = run.messages.take() instanceof Message.End;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Throws what ended one of the other threads, if anything did.
  void throwCrash() {
    switch (crash) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException("an indexing thread was interrupted", crash);
    }
  }

  private void take(Message message) {
    switch (message) {
      case Message.Tell(Event event) -> tell(event);
      case Message.Resolved resolved -> resolve(resolved);
      case Message.Unread(Candidate candidate, String reason) -> unread(candidate, reason);
      case Message.TooLarge(Candidate candidate, String reason) ->
          fail(candidate.file(), Kind.TOO_LARGE.name(), reason);
      case Message.Vanished(Candidate candidate) ->
          tell(new Event.Vanished(candidate.file().key()));
      case Message.Unreadable(Finding.Unreadable finding) -> unreadable(finding);
      case Message.End _ -> {}
      case Message.Crash(Throwable cause) -> crash = crash == null ? cause : crash;
    }
  }

  private void resolve(Message.Resolved message) {
    if (message.first()) {
      List<Candidate> waiting = run.inFlight.resolve(message.hash(), message.resolution());
      sinceCommit.add(message.hash());
      keep(message.candidate(), message.hash(), message.resolution(), true);
      waiting.forEach(copy -> keep(copy, message.hash(), message.resolution(), false));
    } else {
      keep(message.candidate(), message.hash(), message.resolution(), false);
    }
  }

  private void keep(Candidate candidate, String hash, Resolution resolution, boolean first) {
    FoundFile file = candidate.file();
    switch (resolution) {
      case Resolution.Embedded(Item item, Optional<Embedding> embedding) -> {
        put(file, item, embedding);
        boolean embedded = first && (embedding.isPresent() || dryEmbedded.add(hash));
        tell(new Event.Added(file.key(), embedded));
      }
      case Resolution.Reused(Item item, Embedding embedding) -> {
        Event event = reused(candidate, hash, item);
        put(file, item, Optional.of(embedding));
        tell(event);
      }
      case Resolution.Failed(String kind, String reason) -> fail(file, kind, reason);
    }
  }

  /// What happened to a file whose content the index knows; takes out the item that moved.
  private Event reused(Candidate candidate, String hash, Item item) {
    FoundFile file = candidate.file();
    if (candidate.hadContent(hash) || item.path().equals(file.key())) {
      return new Event.Unchanged(1);
    }
    Path before = Location.pathOf(item.path());
    if (Files.exists(before)
        || run.plan.territory().absent(before)
        || !run.movedAway.add(item.path())) {
      return new Event.Added(file.key(), false);
    }
    remove(item.path());
    return new Event.Moved(item.path(), file.key());
  }

  private void put(FoundFile file, Item item, Optional<Embedding> embedding) {
    if (!run.plan.dryRun() && embedding.isPresent()) {
      Item here = item.at(file.key(), file.sizeBytes(), file.modified());
      index.put(List.of(new EmbeddedItem(here, embedding.get())));
      changes++;
    }
  }

  private void remove(String path) {
    if (!run.plan.dryRun()) {
      index.remove(List.of(path));
      changes++;
    }
  }

  private void fail(FoundFile file, String kind, String reason) {
    Instant now = Instant.now();
    fail(new Failure(file.key(), file.sizeBytes(), file.modified(), kind, reason, now), false);
  }

  private void fail(Failure failure, boolean folder) {
    if (!run.plan.dryRun()) {
      index.putFailures(List.of(failure));
      changes++;
    }
    tell(new Event.Failed(failure.path(), folder, failure.reason()));
  }

  /// A file that cannot be read now may be readable next time without having changed: an item stays
  /// as it is, and a failure is kept with a time that no file has, so that it is tried again.
  private void unread(Candidate candidate, String reason) {
    String key = candidate.file().key();
    if (candidate.isItem()) {
      tell(new Event.Failed(key, false, reason));
    } else {
      fail(new Failure(key, 0, Instant.EPOCH, UNREADABLE, reason, Instant.now()), false);
    }
  }

  private void unreadable(Finding.Unreadable finding) {
    if (finding.folder()) {
      run.unreadable.add(finding.path());
    } else if (index.item(finding.key()).isPresent()) {
      tell(new Event.Failed(finding.key(), false, finding.reason()));
      return;
    }
    fail(
        new Failure(finding.key(), 0, Instant.EPOCH, UNREADABLE, finding.reason(), Instant.now()),
        finding.folder());
  }

  private void tell(Event event) {
    run.plan.listener().accept(event);
  }

  private void commitIfDue() {
    long since = System.nanoTime() - lastCommit;
    if (changes >= run.ingest.settings().commitItems()
        || since >= run.ingest.settings().commitAfter().toNanos()) {
      commit();
    }
  }

  private void commit() {
    if (changes > 0) {
      index.commit();
      changes = 0;
    }
    run.inFlight.forget(sinceCommit);
    sinceCommit.clear();
    lastCommit = System.nanoTime();
  }
}
