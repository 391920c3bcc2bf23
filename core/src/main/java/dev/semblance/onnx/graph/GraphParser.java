package dev.semblance.onnx.graph;

import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.MalformedGraphException;
import dev.semblance.onnx.proto.ProtobufReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads what [OnnxGraph] holds out of a `ModelProto`; field numbers are those of
/// `onnx/onnx.proto`. Weights are stepped over, not read. Used once, by one thread.
final class GraphParser {
  private static final int MODEL_GRAPH = 7;
  private static final int MODEL_FUNCTION = 25;
  private static final int FUNCTION_NODE = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int GRAPH_SPARSE_INITIALIZER = 15;
  private static final int NODE_OP_TYPE = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int ATTRIBUTE_TENSOR = 5;
  private static final int ATTRIBUTE_GRAPH = 6;
  private static final int ATTRIBUTE_TENSORS = 10;
  private static final int ATTRIBUTE_GRAPHS = 11;
  private static final int ATTRIBUTE_SPARSE = 22;
  private static final int ATTRIBUTE_SPARSES = 23;
  private static final int TENSOR_NAME = 8;

  private final List<TensorPort> inputs = new ArrayList<>();
  private final List<TensorPort> outputs = new ArrayList<>();
  private final Set<String> operators = new TreeSet<>();
  private final Set<String> initializers = new HashSet<>();
  private final Map<String, Long> externalFiles = new TreeMap<>();
  private boolean found;

  OnnxGraph parse(Bytes model) {
    ProtobufReader fields = new ProtobufReader(model);
    while (fields.next()) {
      if (fields.field() == MODEL_GRAPH) {
        found = true;
        graph(fields.message(), true);
      } else if (fields.field() == MODEL_FUNCTION) {
        function(fields.message());
      }
    }
    if (!found || outputs.isEmpty()) {
      throw new MalformedGraphException("it holds no graph");
    }
    // Older exporters list the weights among the inputs.
    inputs.removeIf(input -> initializers.contains(input.name()));
    return new OnnxGraph(inputs, outputs, operators, externalFiles);
  }

  private void graph(ProtobufReader fields, boolean outermost) {
    while (fields.next()) {
      switch (fields.field()) {
        case GRAPH_NODE -> node(fields.message());
        case GRAPH_INITIALIZER -> {
          initializer(fields.message());
          tensor(fields.message());
        }
        case GRAPH_SPARSE_INITIALIZER -> sparseTensor(fields.message());
        case GRAPH_INPUT -> {
          if (outermost) {
            inputs.add(port(fields.message()));
          }
        }
        case GRAPH_OUTPUT -> {
          if (outermost) {
            outputs.add(port(fields.message()));
          }
        }
        default -> {}
      }
    }
  }

  /// A `FunctionProto`: its nodes are put where it is called.
  private void function(ProtobufReader fields) {
    while (fields.next()) {
      if (fields.field() == FUNCTION_NODE) {
        node(fields.message());
      }
    }
  }

  private void node(ProtobufReader fields) {
    while (fields.next()) {
      switch (fields.field()) {
        case NODE_OP_TYPE -> operators.add(fields.text());
        case NODE_ATTRIBUTE -> attribute(fields.message());
        default -> {}
      }
    }
  }

  private void attribute(ProtobufReader fields) {
    while (fields.next()) {
      switch (fields.field()) {
        case ATTRIBUTE_GRAPH, ATTRIBUTE_GRAPHS -> graph(fields.message(), false);
        case ATTRIBUTE_TENSOR, ATTRIBUTE_TENSORS -> tensor(fields.message());
        case ATTRIBUTE_SPARSE, ATTRIBUTE_SPARSES -> sparseTensor(fields.message());
        default -> {}
      }
    }
  }

  private void initializer(ProtobufReader fields) {
    while (fields.next()) {
      if (fields.field() == TENSOR_NAME) {
        initializers.add(fields.text());
      }
    }
  }

  /// Weights may lie beside the network wherever a tensor stands.
  private void tensor(ProtobufReader fields) {
    ExternalData.read(fields)
        .ifPresent(data -> externalFiles.merge(data.location(), data.end(), Math::max));
  }

  /// A `SparseTensorProto`: values 1, indices 2.
  private void sparseTensor(ProtobufReader fields) {
    while (fields.next()) {
      if (fields.field() == 1 || fields.field() == 2) {
        tensor(fields.message());
      }
    }
  }

  /// A `ValueInfoProto`: name 1, type 2; of the type the tensor 1; of the tensor the element type 1
  /// and the shape 2; of the shape the dimensions 1; of a dimension the length 1.
  private static TensorPort port(ProtobufReader fields) {
    String name = "";
    ElementType type = ElementType.OTHER;
    List<Long> shape = new ArrayList<>();
    while (fields.next()) {
      switch (fields.field()) {
        case 1 -> name = fields.text();
        case 2 -> type = tensorType(fields.message(), shape);
        default -> {}
      }
    }
    return new TensorPort(name, type, shape);
  }

  private static ElementType tensorType(ProtobufReader fields, List<Long> shape) {
    ElementType type = ElementType.OTHER;
    while (fields.next()) {
      if (fields.field() == 1) {
        ProtobufReader tensor = fields.message();
        while (tensor.next()) {
          switch (tensor.field()) {
            case 1 -> type = ElementType.of(tensor.number());
            case 2 -> dimensions(tensor.message(), shape);
            default -> {}
          }
        }
      }
    }
    return type;
  }

  private static void dimensions(ProtobufReader fields, List<Long> shape) {
    while (fields.next()) {
      if (fields.field() == 1) {
        ProtobufReader dimension = fields.message();
        long length = TensorPort.FREE;
        while (dimension.next()) {
          if (dimension.field() == 1) {
            length = dimension.number();
          }
        }
        shape.add(length);
      }
    }
  }
}
