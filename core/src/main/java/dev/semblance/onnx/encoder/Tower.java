package dev.semblance.onnx.encoder;

import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.session.Batch;
import dev.semblance.onnx.session.Network;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Tensor;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One side's network with what follows it: pooling, layer norm, head. Safe for many threads.
public final class Tower {
  private final String called;
  private final ModelCard.Graph card;
  private final int dimension;
  private final OnnxGraph graph;
  private final Network network;
  private final Optional<Head> head;

  /// @param dimension of whole embeddings; those of a smaller space are their beginning
  public Tower(Networks networks, ModelCard.Graph card, String file, int dimension) {
    this.called = networks.called(file);
    this.card = card;
    this.dimension = dimension;
    this.graph = networks.graph(file);
    this.network = networks.network(file);
    this.head = card.head().map(name -> new Head(networks, name));
  }

  /// For messages: model and file.
  String called() {
    return called;
  }

  OnnxGraph graph() {
    return graph;
  }

  /// The input that takes ids or pixels.
  TensorPort input() {
    return graph.input(card.input()).orElseThrow();
  }

  /// Whether an input's vector would depend on the others beside it.
  boolean mustRunAlone() {
    return graph.quantisesWhileRunning() || head.filter(Head::quantisesWhileRunning).isPresent();
  }

  void requireOpen() {
    network.requireOpen();
  }

  /// Begins to open the networks on a thread of its own; the first run waits for that.
  void openAhead() {
    network.openAhead();
    head.ifPresent(it -> it.network.openAhead());
  }

  void requireSome(List<?> batch) {
    requireOpen();
    if (batch.isEmpty()) {
      throw new IllegalArgumentException(called + ": a batch needs at least one input, got none");
    }
  }

  /// Runs the network.
  ///
  /// @param rows how many of the batch's rows are wanted
  /// @param lengths how many states of each row are no padding
  float[][] run(Batch batch, int rows, int[] lengths) {
    Tensor output = network.run(batch, Set.of(card.output())).get(card.output());
    if (output == null) {
      throw new ModelException(called + ": the network gave no output " + card.output());
    }
    float[][] vectors = Vectors.pool(output, card.pooling(), rows, lengths, called);
    for (float[] vector : vectors) {
      if (card.layerNorm()) {
        Vectors.layerNorm(vector);
      }
    }
    return head.isPresent() ? head.get().run(vectors) : vectors;
  }

  /// The complaint about a failed run, with the name of what was run.
  static ModelException failed(ModelException cause, List<String> sources) {
    String others = sources.size() == 1 ? "" : " and " + (sources.size() - 1) + " more";
    return new ModelException(sources.getFirst() + others + ": " + cause.getMessage(), cause);
  }

  /// Brings vectors to unit length.
  ///
  /// @throws ModelException when one has no direction or the wrong dimension, naming its source
  List<Embedding> embeddings(EmbeddingSpace space, float[][] vectors, List<String> sources) {
    List<Embedding> embeddings = new ArrayList<>(vectors.length);
    for (int i = 0; i < vectors.length; i++) {
      try {
        embeddings.add(Embedding.of(space, cut(vectors[i], space), sources.get(i)));
      } catch (IllegalArgumentException e) {
        throw new ModelException(space.name() + ": " + e.getMessage(), e);
      }
    }
    return embeddings;
  }

  private float[] cut(float[] vector, EmbeddingSpace space) {
    return vector.length == dimension ? Arrays.copyOf(vector, space.dimension()) : vector;
  }

  /// A second network from a unit vector to the embedding.
  private static final class Head {
    private final Network network;
    private final OnnxGraph graph;
    private final TensorPort input;
    private final String output;
    private final String called;

    Head(Networks networks, String file) {
      this.called = networks.called(file);
      this.graph = networks.graph(file);
      this.network = networks.network(file);
      if (graph.inputs().size() != 1 || graph.inputs().getFirst().type() != ElementType.FLOAT) {
        throw new ModelException(
            called
                + ": a head takes one input float [batch, width]; this network takes "
                + graph.inputs());
      }
      this.input = graph.inputs().getFirst();
      this.output = graph.outputs().getFirst().name();
    }

    boolean quantisesWhileRunning() {
      return graph.quantisesWhileRunning();
    }

    float[][] run(float[][] vectors) {
      int width = vectors[0].length;
      try (Batch batch = new Batch()) {
        FloatBuffer values =
            batch.add(input.name(), input.type(), vectors.length, width).asFloatBuffer();
        for (float[] vector : vectors) {
          Vectors.unit(vector);
          values.put(vector);
        }
        Tensor result = network.run(batch, Set.of(output)).get(output);
        if (result == null) {
          throw new ModelException(called + ": the head gave no output " + output);
        }
        return Vectors.pool(
            result, ModelCard.Pooling.NONE, vectors.length, new int[vectors.length], called);
      }
    }
  }
}
