package dev.semblance.ingest;

import dev.semblance.image.DecodedPicture;
import dev.semblance.index.ItemIndex;
import dev.semblance.ingest.Run.Message;
import dev.semblance.ingest.Run.Step;
import dev.semblance.model.ImageEncoder;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Brings an index up to date with what a crawl finds.
///
/// Threads live as long as a run: one goes through the findings, some read and decode, one runs the
/// network, and the calling thread writes. What waits between them is bounded by the settings, so
/// that memory does not grow with the number of files but for two numbers of 64 bits for each,
/// which tell afterwards what is gone. One run at a time on an index.
///
/// @param index opened for writing
/// @param encoder of the index's space
/// @param decoder of files
/// @param settings what a run may use
public record Ingest(ItemIndex index, ImageEncoder encoder, Decoder decoder, Settings settings) {

  /// Decodes the bytes of a file. Safe for many threads.
  @FunctionalInterface
  public interface Decoder {
    /// @param source what to call it in messages
    /// @param maxBytes how much memory it may take, the file's bytes included
    /// @throws dev.semblance.image.UnreadablePictureException when it is no readable picture; of
    ///   the kind `TOO_LARGE` when it takes more memory
    DecodedPicture decode(byte[] bytes, String source, long maxBytes);
  }

  /// Does what is planned.
  ///
  /// @return whether it came to its end, and was not asked to stop before
  /// @throws dev.semblance.model.ModelException when the model fails on whatever it is given
  /// @throws java.io.UncheckedIOException when the index cannot be written
  public boolean run(Plan plan) {
    Run run = new Run(this, plan);
    Keeper keeper = new Keeper(run);
    start(run);
    try {
      keeper.work();
    } catch (RuntimeException | Error e) {
      keeper.abandon();
      throw e;
    }
    keeper.throwCrash();
    if (run.stopping.get()) {
      return false;
    }
    new Removal(run).work();
    return true;
  }

  private void start(Run run) {
    Work nothing = () -> {};
    thread("scout", run, new Scout(run)::work, nothing, () -> run.candidates.put(new Step.End()));
    Preparer preparer = new Preparer(run, new ByteGate(settings.memoryBytes()));
    AtomicInteger preparing = new AtomicInteger(settings.decodeThreads());
    for (int i = 1; i <= settings.decodeThreads(); i++) {
      thread(
          "decode-" + i,
          run,
          preparer::work,
          () -> drain(run.candidates),
          () -> passEnd(preparing.decrementAndGet() == 0 ? run.pictures : run.candidates));
    }
    Encoding encoding = new Encoding(run);
    thread(
        "encode", run, encoding::work, encoding::drain, () -> run.messages.put(new Message.End()));
  }

  /// Starts a thread.
  ///
  /// @param rest takes away what is still to come when the work fails, so that nobody waits
  /// @param end tells those after it that there is no more to come
  private static void thread(String name, Run run, Work work, Work rest, Work end) {
    Thread.ofPlatform()
        .name("semblance-" + name)
        .daemon()
        .start(() -> {
          try {
            attempt(run, work, rest);
            end.run();
          } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of a run", e);
          }
        });
  }

  private static void attempt(Run run, Work work, Work rest) throws InterruptedException {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      run.stopping.set(true);
      run.messages.put(new Message.Crash(e));
      rest.run();
    }
  }

  private static void passEnd(BlockingQueue<Step> queue) throws InterruptedException {
    queue.put(new Step.End());
  }

  private static void drain(BlockingQueue<Step> queue) throws InterruptedException {
    while (!(queue.take() instanceof Step.End)) {}
  }

  /// A part of a run.
  @FunctionalInterface
  private interface Work {
    void run() throws InterruptedException;
  }
}
