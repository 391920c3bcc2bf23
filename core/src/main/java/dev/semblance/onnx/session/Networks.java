package dev.semblance.onnx.session;

import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.space.Fingerprint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The networks of one model: each file is read, hashed and opened once, whoever uses it.
///
/// For one thread while the model is being opened; [#close] for any.
public final class Networks implements AutoCloseable {
  private final String model;
  private final ModelFiles files;
  private final FileHashes hashes;
  private final Settings settings;
  private final Map<String, OnnxGraph> graphs = new LinkedHashMap<>();
  private final Map<String, String> weights = new LinkedHashMap<>();
  private final Map<String, Network> networks = new LinkedHashMap<>();

  public Networks(String model, ModelFiles files, Settings settings) {
    this.model = model;
    this.files = files;
    this.settings = settings;
    this.hashes = new FileHashes(settings.cache());
  }

  public ModelFiles files() {
    return files;
  }

  /// Where copies of this kind that open faster are kept; empty where none are.
  public Optional<Path> cache(String kind) {
    return settings.prepares() ? Optional.of(settings.cache().resolve(kind)) : Optional.empty();
  }

  /// For messages: model and file.
  public String called(String file) {
    return model + "/" + file;
  }

  /// What a network's file says about itself.
  public OnnxGraph graph(String file) {
    return graphs.computeIfAbsent(file, name -> OnnxGraph.read(files, name));
  }

  /// The hash over a network's file and those beside it that hold its weights.
  public String weights(String file) {
    return weights.computeIfAbsent(file, this::hashWeights);
  }

  /// The hash of a file that is no network.
  public String hash(String file) {
    return hashes.of(files, file);
  }

  /// The network, not opened before its first run.
  public Network network(String file) {
    return networks.computeIfAbsent(
        file, name -> new Network(new NetworkFile(model, files, name, weights(name)), settings));
  }

  /// The network, to be run once and closed by the caller, and not prepared for later.
  public Network shortLived(String file) {
    Settings unprepared = new Settings(settings.threads(), settings.cache(), false);
    return new Network(new NetworkFile(model, files, file, weights(file)), unprepared);
  }

  /// What was decided about the networks opened so far, one sentence each.
  public List<String> notes() {
    return networks.values().stream().map(Network::note).filter(note -> !note.isEmpty()).toList();
  }

  private String hashWeights(String file) {
    OnnxGraph graph = graph(file);
    if (graph.externalFiles().isEmpty()) {
      return hash(file);
    }
    Fingerprint all = new Fingerprint().part(file, hash(file));
    for (String external : new TreeSet<>(graph.externalFiles().keySet())) {
      all.part(external, hash(OnnxGraph.sibling(file, external)));
    }
    return all.hex();
  }

  @Override
  public void close() {
    networks.values().forEach(Network::close);
  }
}
