package dev.semblance.onnx.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.semblance.model.ModelException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// A network of a model, opened at its first run and shared by all threads.
///
/// Holds native memory from the first run until it is closed. Closing waits for runs under way;
/// closing twice is harmless; a run after closing throws [IllegalStateException] with the model's
/// name. Safe for many threads.
public final class Network implements AutoCloseable {
  private final NetworkFile file;
  private final Settings settings;
  private final ReadWriteLock closing = new ReentrantReadWriteLock();
  private volatile @Nullable OrtSession session;
  private volatile boolean closed;
  private volatile String note = "";

  public Network(NetworkFile file, Settings settings) {
    this.file = file;
    this.settings = settings;
  }

  /// Runs the network.
  ///
  /// @param outputs the names of those wanted
  /// @return the outputs by name, as float32 whatever the network's own precision
  /// @throws ModelException naming model and file, when it cannot be opened or fails
  public Map<String, Tensor> run(Batch batch, Set<String> outputs) {
    Lock running = closing.readLock();
    running.lock();
    try (OrtSession.Result result = open().run(batch.tensors(), outputs)) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (String name : outputs) {
        tensors.put(name, tensor(name, result));
      }
      return tensors;
    } catch (OrtException e) {
      throw new ModelException(file.called() + ": " + reason(e), e);
    } finally {
      running.unlock();
    }
  }

  /// What was decided when it was opened, one sentence for people; empty before its first run and
  /// when there was nothing to decide.
  public String note() {
    return note;
  }

  /// Does nothing while it may be run.
  ///
  /// @throws IllegalStateException with the model's name when it was closed
  public void requireOpen() {
    if (closed) {
      throw new IllegalStateException(file.model() + " is closed; open it again");
    }
  }

  /// Begins to open it on a thread of its own, if it is not open yet; the first run waits for that.
  /// What goes wrong is told by the first run, which tries again.
  public void openAhead() {
    if (session == null) {
      Thread.ofPlatform().daemon().name("opens " + file.called()).start(this::openQuietly);
    }
  }

  @SuppressWarnings("EmptyCatch") // told by the first run
  private void openQuietly() {
    Lock running = closing.readLock();
    running.lock();
    try {
      open();
    } catch (ModelException | IllegalStateException | UncheckedIOException e) {
      // The first run meets it again.
    } finally {
      running.unlock();
    }
  }

  private OrtSession open() {
    OrtSession opened = session;
    if (opened != null && !closed) {
      return opened;
    }
    synchronized (this) {
      requireOpen();
      OrtSession made = session;
      if (made == null) {
        SessionOpener opener = new SessionOpener(file, settings);
        made = opener.open();
        note = opener.note();
        session = made;
      }
      return made;
    }
  }

  private Tensor tensor(String name, OrtSession.Result result) {
    OnnxTensor tensor =
        result
            .get(name)
            .filter(OnnxTensor.class::isInstance)
            .map(OnnxTensor.class::cast)
            .orElseThrow(() -> failure(name, "is no tensor"));
    FloatBuffer numbers = tensor.getFloatBuffer();
    if (numbers == null) {
      throw failure(name, "holds no floating point numbers");
    }
    float[] values = new float[numbers.remaining()];
    numbers.get(values);
    return new Tensor(tensor.getInfo().getShape(), values);
  }

  private ModelException failure(String output, String what) {
    return new ModelException(file.called() + ": output " + output + " " + what);
  }

  private static String reason(OrtException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("indices element out of data bounds")) {
      return "the tokenizer gives an id that the network does not know, so they belong to two"
          + " models ("
          + message
          + ")";
    }
    return "the network failed: " + message;
  }

  @Override
  public void close() {
    Lock alone = closing.writeLock();
    alone.lock();
    try {
      closed = true;
      OrtSession open = session;
      session = null;
      if (open != null) {
        open.close();
      }
    } catch (OrtException e) {
      throw new ModelException(file.called() + ": cannot be closed: " + e.getMessage(), e);
    } finally {
      alone.unlock();
    }
  }
}
