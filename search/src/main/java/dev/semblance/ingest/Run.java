package dev.semblance.ingest;

import dev.semblance.crawl.Finding;
import dev.semblance.index.Item;
import dev.semblance.ingest.InFlight.Resolution;
import dev.semblance.model.Encoder.Prepared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// What the threads of one run share.
///
/// One thread scouts, some prepare, one encodes, and the one that called writes: candidates,
/// pictures and messages pass between them through queues that hold so much and no more, each
/// thread waiting only for those after it.
final class Run {
  private static final int CANDIDATES = 256;
  private static final int MESSAGES = 1024;
  private static final int MOST_PICTURES = 4096;

  final Ingest ingest;
  final Plan plan;
  final BlockingQueue<Step> candidates = new ArrayBlockingQueue<>(CANDIDATES);
  final BlockingQueue<Step> pictures;
  final BlockingQueue<Message> messages = new ArrayBlockingQueue<>(MESSAGES);
  final InFlight inFlight = new InFlight();

  /// Keys that the crawl came upon.
  final KeySet seen = new KeySet();

  /// Keys of items that were found again elsewhere.
  final KeySet movedAway = new KeySet();

  /// Folders that could not be looked into; for the writing thread alone.
  final List<Path> unreadable = new ArrayList<>();

  /// Set when the run shall end early: nothing new is begun.
  final AtomicBoolean stopping = new AtomicBoolean();

  Run(Ingest ingest, Plan plan) {
    this.ingest = ingest;
    this.plan = plan;
    this.pictures = new ArrayBlockingQueue<>(waitingPictures());
  }

  /// As many prepared pictures, of three floats a pixel, as the bytes allow; at least two batches.
  private int waitingPictures() {
    var preprocessing = ingest.encoder().preprocessing();
    long bytesEach = 4L * 3 * preprocessing.width() * preprocessing.height();
    long fitting = ingest.settings().queueBytes() / bytesEach;
    return (int) Math.clamp(fitting, 2L * ingest.encoder().batchSize(), MOST_PICTURES);
  }

  /// What passes down from thread to thread.
  sealed interface Step {
    /// A file to be read and decoded.
    record Read(Candidate candidate) implements Step {}

    /// A picture to be embedded.
    ///
    /// @param item what is known of it but its embedding
    record Embed(Candidate candidate, Item item, Prepared prepared) implements Step {}

    /// There is no more to come.
    record End() implements Step {}
  }

  /// What the thread that writes is told.
  sealed interface Message {
    /// Something to be passed on.
    record Tell(Event event) implements Message {}

    /// A file's content was resolved.
    ///
    /// @param first whether others may wait for it
    record Resolved(Candidate candidate, String hash, Resolution resolution, boolean first)
        implements Message {}

    /// A file could not be read for now, so that nothing is known of its content.
    record Unread(Candidate candidate, String reason) implements Message {}

    /// A file is larger than any that is read.
    record TooLarge(Candidate candidate, String reason) implements Message {}

    /// A file is no longer there.
    record Vanished(Candidate candidate) implements Message {}

    /// A folder, or a link to a file, could not be looked into.
    record Unreadable(Finding.Unreadable finding) implements Message {}

    /// There is no more to come.
    record End() implements Message {}

    /// A thread died.
    record Crash(Throwable cause) implements Message {}
  }
}
