package dev.semblance.onnx.session;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.session.SignedGraphs.Decision;
import dev.semblance.onnx.session.SignedGraphs.Sign;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Opens a network, by way of the copy that was prepared for this processor where there is one.
///
/// Threads do not spin while they wait: spinning ones fight with the decoders for the cores.
final class SessionOpener {
  private final NetworkFile file;
  private final Settings settings;
  private final PreparedGraphs prepared;
  private final SignedGraphs signed;
  private String note = "";

  SessionOpener(NetworkFile file, Settings settings) {
    this.file = file;
    this.settings = settings;
    this.prepared = new PreparedGraphs(settings.cache().resolve("graphs"));
    this.signed = new SignedGraphs(settings.cache());
  }

  OrtSession open() {
    Optional<Path> found = file.files().path(file.file());
    if (found.isEmpty() || !settings.prepares()) {
      return openPlain(found);
    }
    Decision decision = signed.decide(file, this::cosine);
    note = decision.reason();
    Optional<OrtSession> turned =
        decision.sign() == Sign.FOUND
            ? Optional.empty()
            : open(
                file.hash() + "-" + decision.sign().word(),
                () -> signed.copy(file, decision.sign()));
    return turned.or(() -> open(file.hash(), () -> found)).orElseGet(() -> openPlain(found));
  }

  /// What was decided about the weights' sign, for people; empty when there was nothing to decide.
  String note() {
    return note;
  }

  /// By the prepared copy, which is made where it pays; empty when the graph cannot be opened.
  ///
  /// @param graph gives what the copy is made from
  private Optional<OrtSession> open(String hash, Supplier<Optional<Path>> graph) {
    Optional<OrtSession> ready = prepared.ready(hash).flatMap(this::openPrepared);
    if (ready.isPresent()) {
      return ready;
    }
    Optional<Path> path = graph.get();
    Optional<OrtSession> preparing =
        path.flatMap(
            place -> prepared.slot(hash, place).flatMap(slot -> openAndPrepare(place, slot)));
    return preparing.or(() -> path.flatMap(this::tryPlain));
  }

  private Optional<OrtSession> tryPlain(Path path) {
    try (SessionOptions options = options()) {
      return Optional.of(create(path, options));
    } catch (OrtException e) {
      // The network as it was found comes next, and its complaint is the one to be heard.
      return Optional.empty();
    }
  }

  private double cosine(Path left, Path right) {
    OnnxGraph graph = OnnxGraph.read(file.files(), file.file());
    try (SessionOptions options = options();
        OrtSession one = create(left, options);
        OrtSession other = create(right, options)) {
      return Comparison.smallestCosine(graph, one, other);
    } catch (OrtException e) {
      throw new ModelException(file.called() + ": " + e.getMessage(), e);
    }
  }

  private Optional<OrtSession> openPrepared(PreparedGraphs.Slot slot) {
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
