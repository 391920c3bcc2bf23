package dev.semblance.onnx.encoder;

import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.rewrite.SmallGraph;
import dev.semblance.onnx.session.Batch;
import dev.semblance.onnx.session.Network;
import dev.semblance.onnx.session.Networks;
import dev.semblance.onnx.session.Settings;
import dev.semblance.onnx.session.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A network that gives every input back as floats, so that a test sees a batch as networks do.
final class Echo implements AutoCloseable {
  private static final String FILE = "echo.onnx";
  private static final String BACK = "_back";

  private final Networks networks;

  Echo(TensorPort... inputs) {
    SmallGraph graph = new SmallGraph();
    for (TensorPort input : inputs) {
      long[] shape = input.shape().stream().mapToLong(Long::longValue).toArray();
      graph.input(input.name(), code(input.type()), shape);
      graph.node(
          "",
          "Cast",
          List.of(input.name()),
          List.of(SmallGraph.whole("to", SmallGraph.FLOAT)),
          input.name() + BACK);
      graph.output(input.name() + BACK, SmallGraph.FLOAT, shape);
    }
    MemoryFiles files = new MemoryFiles("test").with(FILE, graph.toBytes());
    networks = new Networks("test", files, new Settings(1, Path.of("unused"), false));
  }

  static TensorPort port(String name, ElementType type, long... shape) {
    return new TensorPort(name, type, Arrays.stream(shape).boxed().toList());
  }

  /// Any numbers as what came out of a network.
  static Tensor tensor(float[] numbers, long... shape) {
    long[] open = new long[shape.length];
    Arrays.fill(open, TensorPort.FREE);
    try (Echo echo = new Echo(port("x", ElementType.FLOAT, open));
        Batch batch = new Batch()) {
      batch.add("x", ElementType.FLOAT, shape).asFloatBuffer().put(numbers);
      return echo.back(batch, "x");
    }
  }

  OnnxGraph graph() {
    return networks.graph(FILE);
  }

  TensorPort input(String name) {
    return graph().input(name).orElseThrow();
  }

  /// What the network was fed with under this name.
  Tensor back(Batch batch, String name) {
    Network network = networks.network(FILE);
    return Objects.requireNonNull(network.run(batch, Set.of(name + BACK)).get(name + BACK));
  }

  private static int code(ElementType type) {
    return switch (type) {
      case FLOAT -> 1;
      case UINT8 -> 2;
      case INT8 -> 3;
      case INT32 -> 6;
      case INT64 -> 7;
      case BOOL -> 9;
      case FLOAT16 -> 10;
      case OTHER -> 11;
    };
  }

  @Override
  public void close() {
    networks.close();
  }
}
