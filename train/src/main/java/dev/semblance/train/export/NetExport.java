package dev.semblance.train.export;

import dev.semblance.onnx.graph.GraphWriter;
import dev.semblance.train.net.NetShape;
import dev.semblance.train.net.ResidualNet;
import dev.semblance.train.net.Tensors;
import dev.semblance.train.net.Weights;
import java.util.List;

/// The picture net as an ONNX file: batch norms folded into the convolutions before them, the head
/// and the scaling to length 1 inside. The teacher's head stays behind.
///
/// Input `pixels` float32 `[batch, 3, given, given]`, centred as [ResidualNet] says; output
/// `embedding` float32 `[batch, dimension]`.
public final class NetExport {
  private final Weights weights;
  private final NetShape shape;
  private final boolean rounded;
  private final GraphWriter graph = new GraphWriter("semblance picture net");

  /// @param rounded whether weights are stored in 8 bits each; the arithmetic stays in floats
  public NetExport(Weights weights, NetShape shape, boolean rounded) {
    this.weights = weights;
    this.shape = shape;
    this.rounded = rounded;
  }

  /// What the net does with a picture's size.
  ///
  /// @param given side of the pictures it is given, in pixels
  /// @param read side at which it looks at them. Where it is less than given, they are resampled as
  ///   [dev.semblance.train.net.Views#parts] resamples in training: linearly between the two
  ///   nearest pixels, and so a little blurred
  public record Reading(int given, int read) {
    public Reading {
      if (read < 1 || given < read) {
        throw new IllegalArgumentException(
            "pictures are read at 1 pixel or more and at most as they are given, got given "
                + given
                + " and read "
                + read);
      }
    }
  }

  /// The file.
  public byte[] toBytes(Reading reading) {
    graph.input("pixels", -1, 3, reading.given(), reading.given());
    int size = half(reading.read());
    String x = relu(convolution(resampled(reading), "stem", 2), "stem");
    for (int stage = 0; stage < shape.widths().size(); stage++) {
      for (int block = 0; block < shape.blocks().get(stage); block++) {
        x = block(x, ResidualNet.blockName(stage, block), block == 0 ? size : 0);
      }
      size = half(size);
    }
    x = relu(convolution(x, "last", 1), "last");
    x = graph.node("GlobalAveragePool", List.of(x), "mean");
    x = graph.node("Flatten", List.of(x), "features");
    x = Linear.add(graph, weights, x, "embedding", rounded);
    Linear.unit(graph, x, "embedding", shape.dimension());
    return graph.toBytes();
  }

  private String resampled(Reading reading) {
    if (reading.given() == reading.read()) {
      return "pixels";
    }
    // Sizes would have to name the batch's, which is open; the wanted side is the product rounded
    // down.
    float factor = Math.nextUp((float) reading.read() / reading.given());
    String factors = graph.floats("resample.factors", new float[] {1, 1, factor, factor}, 4);
    return graph.node(
        "Resize",
        List.of("pixels", "", factors),
        "resampled",
        new GraphWriter.Word("mode", "linear"),
        new GraphWriter.Word("coordinate_transformation_mode", "half_pixel"));
  }

  private static int half(int size) {
    return (size + 1) / 2;
  }

  /// @param size of its input in places where it halves, else 0
  private String block(String x, String name, int size) {
    boolean halves = size > 0;
    String shortcut = x;
    if (halves) {
      String small =
          graph.node(
              "AveragePool",
              List.of(x),
              name + ".small",
              new GraphWriter.Wholes("kernel_shape", 2, 2),
              new GraphWriter.Wholes("strides", 2, 2),
              // The last window of an odd size is half outside and averages what is inside; said
              // by a margin that does not count, as runtimes differ in what ceil_mode means.
              new GraphWriter.Wholes("pads", 0, 0, size % 2, size % 2),
              new GraphWriter.Whole("count_include_pad", 0));
      shortcut = convolution(small, name + ".shortcut", 1);
    }
    String y = relu(convolution(x, name + ".first", halves ? 2 : 1), name + ".first");
    String z = convolution(y, name + ".second", 1);
    return relu(graph.node("Add", List.of(z, shortcut), name + ".sum"), name);
  }

  private String relu(String x, String name) {
    return graph.node("Relu", List.of(x), name + ".relu");
  }

  /// A convolution that does the work of the batch norm behind it: with the kept mean and variance
  /// that is a factor and a summand for each output, moved into filters and bias.
  private String convolution(String x, String name, long stride) {
    long[] sizes = Tensors.shape(weights.get(name + ".filters"));
    float[] filters = Tensors.toFloats(weights.get(name + ".filters"));
    float[] gain = Tensors.toFloats(weights.get(name + ".gain"));
    float[] bias = Tensors.toFloats(weights.get(name + ".shift"));
    float[] mean = Tensors.toFloats(weights.get(name + ".mean"));
    float[] variance = Tensors.toFloats(weights.get(name + ".variance"));
    int width = filters.length / bias.length;
    for (int out = 0; out < bias.length; out++) {
      float factor = (float) (gain[out] / Math.sqrt(variance[out] + ResidualNet.EPSILON));
      for (int i = out * width; i < (out + 1) * width; i++) {
        filters[i] *= factor;
      }
      bias[out] -= mean[out] * factor;
    }
    String stored =
        rounded
            ? graph.rounded(name + ".filters", filters, sizes)
            : graph.floats(name + ".filters", filters, sizes);
    long margin = sizes[2] / 2;
    return graph.node(
        "Conv",
        List.of(x, stored, graph.floats(name + ".bias", bias, bias.length)),
        name + ".conv",
        new GraphWriter.Wholes("kernel_shape", sizes[2], sizes[3]),
        new GraphWriter.Wholes("strides", stride, stride),
        new GraphWriter.Wholes("pads", margin, margin, margin, margin));
  }
}
