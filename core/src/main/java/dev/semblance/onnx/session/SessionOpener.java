package dev.semblance.onnx.session;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.semblance.model.ModelException;
import java.nio.file.Path;
import java.util.Optional;

/// Opens a network, by way of the copy that was prepared for this processor where there is one.
///
/// Threads do not spin while they wait: spinning ones fight with the decoders for the cores.
final class SessionOpener {
  private final NetworkFile file;
  private final Settings settings;
  private final PreparedGraphs prepared;

  SessionOpener(NetworkFile file, Settings settings) {
    this.file = file;
    this.settings = settings;
    this.prepared = new PreparedGraphs(settings.cache().resolve("graphs"));
  }

  OrtSession open() {
    Optional<Path> path = file.files().path(file.file());
    Optional<PreparedGraphs.Slot> slot =
        path.filter(_ -> settings.prepares()).flatMap(place -> prepared.slot(file.hash(), place));
    Optional<OrtSession> ready = slot.flatMap(this::openPrepared);
    if (ready.isPresent()) {
      return ready.get();
    }
    Optional<OrtSession> making = slot.flatMap(place -> openAndPrepare(path.orElseThrow(), place));
    return making.orElseGet(() -> openPlain(path));
  }

  private Optional<OrtSession> openPrepared(PreparedGraphs.Slot slot) {
    if (!slot.isReady()) {
      return Optional.empty();
    }
    try (SessionOptions options = options()) {
      options.setOptimizationLevel(OptLevel.NO_OPT);
      return Optional.of(create(slot.graph(), options));
    } catch (OrtException e) {
      // Whatever is wrong with a copy, the original is still there.
      slot.discard();
      return Optional.empty();
    }
  }

  private Optional<OrtSession> openAndPrepare(Path path, PreparedGraphs.Slot slot) {
    Optional<Path> draft = slot.draft();
    if (draft.isEmpty()) {
      return Optional.empty();
    }
    try (SessionOptions options = options()) {
      options.setOptimizedModelFilePath(draft.get().toString());
      options.addConfigEntry(
          "session.optimized_model_external_initializers_file_name",
          draft.get().getFileName() + ".data");
      options.addConfigEntry(
          "session.optimized_model_external_initializers_min_size_in_bytes", "1024");
      // Weights in the order the kernels want them, so that nothing is copied at the next start.
      options.addConfigEntry("session.save_external_prepacked_constant_initializers", "1");
      OrtSession session = create(path, options);
      slot.publish(draft.get());
      return Optional.of(session);
    } catch (OrtException e) {
      slot.abandon(draft.get());
      return Optional.empty();
    }
  }

  private OrtSession openPlain(Optional<Path> path) {
    try (SessionOptions options = options()) {
      return path.isPresent()
          ? create(path.get(), options)
          : NativeRuntime.environment().createSession(file.files().read(file.file()), options);
    } catch (OrtException e) {
      throw new ModelException(
          file.called() + ": the network cannot be opened: " + e.getMessage(), e);
    }
  }

  private static OrtSession create(Path path, SessionOptions options) throws OrtException {
    return NativeRuntime.environment().createSession(path.toString(), options);
  }

  private SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(settings.threads());
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    return options;
  }
}
