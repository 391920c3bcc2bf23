package dev.semblance.hub.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A body that is read piece by piece and gives up when nothing comes, which the JDK's input stream
/// of a body does not. Read by one thread.
final class TimedBody implements BodySubscriber<TimedBody>, AutoCloseable {
  private final Duration patience;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> pieces = new ArrayDeque<>();
  private volatile @Nullable Subscription subscription;
  private volatile boolean closed;
  private boolean ended;

  TimedBody(Duration patience) {
    this.patience = patience;
  }

  @Override
  public CompletionStage<TimedBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> more) {
    events.add(new Event.Pieces(more));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new Event.Failed(failure));
  }

  @Override
  public void onComplete() {
    events.add(new Event.End());
  }

  /// Reads some bytes.
  ///
  /// @return how many; -1 at the end
  /// @throws IOException when the connection was cut or nothing came for too long
  int read(byte[] into) throws IOException {
    while (pieces.isEmpty()) {
      if (ended) {
        return -1;
      }
      take();
    }
    ByteBuffer piece = pieces.getFirst();
    int count = Math.min(into.length, piece.remaining());
    piece.get(into, 0, count);
    if (!piece.hasRemaining()) {
      pieces.removeFirst();
      if (pieces.isEmpty() && subscription != null) {
        subscription.request(1);
      }
    }
    return count;
  }

  private void take() throws IOException {
    Event event;
    try {
      event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw HubClient.interrupted(e);
    }
    switch (event) {
      case null ->
          throw new HttpTimeoutException("nothing came for " + patience.toSeconds() + " seconds");
      case Event.Pieces more ->
          more.pieces().stream().filter(ByteBuffer::hasRemaining).forEach(pieces::add);
      case Event.Failed failed -> throw new IOException("the connection was cut", failed.failure());
      case Event.End _ -> ended = true;
    }
    if (!ended && pieces.isEmpty() && subscription != null) {
      subscription.request(1);
    }
  }

  @Override
  public void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  /// What came.
  private sealed interface Event {
    record Pieces(List<ByteBuffer> pieces) implements Event {}

    record Failed(Throwable failure) implements Event {}

    record End() implements Event {}
  }
}
