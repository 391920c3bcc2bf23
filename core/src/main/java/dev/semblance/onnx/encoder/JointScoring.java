package dev.semblance.onnx.encoder;

import dev.semblance.model.ModelCard.Link;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.layout.file.Translation.JointGraph;
import dev.semblance.onnx.session.Batch;
import dev.semblance.onnx.session.Network;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Tensor;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Finds scale and bias out by asking the network that gives logits: a few texts and pictures, of
/// which only their cosines and logits matter, and the straight line through them. Stateless.
public final class JointScoring {
  private static final int TEXTS = 6;
  private static final int PICTURES = 3;
  private static final int COLUMNS = 8;

  /// Cosines nearer together than this tell nothing.
  private static final double SPREAD = 0.01;

  private JointScoring() {}

  /// Computes scale and bias.
  ///
  /// @param link with softmax there is no bias
  /// @param height of a picture
  /// @param width of a picture
  /// @return empty when the cosines lie too near together to tell, or a logit is not finite
  /// @throws dev.semblance.model.ModelException when the network fails
  public static Optional<Scoring> measure(
      Networks networks, JointGraph joint, Link link, int height, int width) {
    OnnxGraph graph = networks.graph(joint.file());
    try (Network network = networks.shortLived(joint.file());
        Batch batch = new Batch()) {
      addTexts(batch, graph, joint);
      addPictures(batch, graph.input(joint.pixels()).orElseThrow(), height, width);
      Map<String, Tensor> out =
          network.run(batch, Set.of(joint.logits(), joint.texts(), joint.images()));
      return fit(pairs(out, joint), link);
    }
  }

  private static void addTexts(Batch batch, OnnxGraph graph, JointGraph joint) {
    TensorPort ids = graph.input(joint.ids()).orElseThrow();
    int columns = ids.length(1) > 0 ? Math.toIntExact(ids.length(1)) : COLUMNS;
    ByteBuffer values = batch.add(ids.name(), ids.type(), TEXTS, columns);
    for (int i = 0; i < TEXTS * columns; i++) {
      // Small ids are in every vocabulary; which words they are does not matter.
      SideInputs.putOne(values, ids.type(), i, 3 + i * 7 % 89);
    }
    int[] lengths = new int[TEXTS];
    Arrays.fill(lengths, columns);
    SideInputs.ofJoint(graph, joint).addForTexts(batch, lengths, columns);
  }

  private static void addPictures(Batch batch, TensorPort port, int height, int width) {
    int length = 3 * height * width;
    ByteBuffer values = batch.add(port.name(), port.type(), PICTURES, 3, height, width);
    for (int i = 0; i < PICTURES * length; i++) {
      int picture = i / length;
      float wave = (float) Math.sin((i % length) * 0.001 * (1 + 7 * picture * picture));
      switch (port.type()) {
        case FLOAT -> values.putFloat(4 * i, wave);
        case FLOAT16 -> values.putShort(2 * i, Float.floatToFloat16(wave));
        default -> values.put(i, (byte) (127 + 120 * wave));
      }
    }
  }

  /// Cosine and logit of every picture with every text.
  private static double[][] pairs(Map<String, Tensor> out, JointGraph joint) {
    Tensor logits = Objects.requireNonNull(out.get(joint.logits()));
    Tensor texts = Objects.requireNonNull(out.get(joint.texts()));
    Tensor images = Objects.requireNonNull(out.get(joint.images()));
    double[][] pairs = new double[PICTURES * TEXTS][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new double[] {cosine(images, i / TEXTS, texts, i % TEXTS), logits.values()[i]};
    }
    return pairs;
  }

  private static double cosine(Tensor left, int leftRow, Tensor right, int rightRow) {
    int width = left.length(1);
    double dot = 0;
    double lefts = 0;
    double rights = 0;
    for (int i = 0; i < width; i++) {
      double a = left.values()[leftRow * width + i];
      double b = right.values()[rightRow * width + i];
      dot += a * b;
      lefts += a * a;
      rights += b * b;
    }
    return dot / Math.sqrt(lefts * rights);
  }

  /// The line of least squares, through the origin for softmax.
  static Optional<Scoring> fit(double[][] pairs, Link link) {
    double meanCosine = 0;
    double meanLogit = 0;
    for (double[] pair : pairs) {
      meanCosine += pair[0] / pairs.length;
      meanLogit += pair[1] / pairs.length;
    }
    if (link == Link.SOFTMAX) {
      meanCosine = 0;
      meanLogit = 0;
    }
    double across = 0;
    double squares = 0;
    for (double[] pair : pairs) {
      across += (pair[0] - meanCosine) * (pair[1] - meanLogit);
      squares += (pair[0] - meanCosine) * (pair[0] - meanCosine);
    }
    if (!(squares / pairs.length > SPREAD * SPREAD)) {
      return Optional.empty();
    }
    double scale = across / squares;
    double bias = meanLogit - scale * meanCosine;
    return Double.isFinite(scale) && Double.isFinite(bias)
        ? Optional.of(new Scoring(link, scale, bias, "graph"))
        : Optional.empty();
  }
}
