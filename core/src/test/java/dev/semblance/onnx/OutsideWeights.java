package dev.semblance.onnx;

import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.ProtobufReader;
import dev.semblance.onnx.proto.ProtobufWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Moves the weights of a network into a file, as exporters do for networks of over 2 GB
/// (`external_data` of `TensorProto` in `onnx/onnx.proto`, whose field numbers these are).
final class OutsideWeights {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int TENSOR_RAW = 9;
  private static final int TENSOR_EXTERNAL = 13;
  private static final int TENSOR_LOCATION = 14;

  /// Shapes and the like stay, since a runtime wants to see them while it reads.
  private static final int LEAST = 128;

  private static final int ALIGNMENT = 64;

  private final byte[] network;
  private final String location;
  private final boolean inNodes;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  private OutsideWeights(byte[] network, String location, boolean inNodes) {
    this.network = network;
    this.location = location;
    this.inNodes = inNodes;
  }

  /// Changes a network.
  ///
  /// @param location what it calls the file, relative to its own folder
  static void move(Path network, String location) {
    write(network, location, false);
  }

  /// The same with each weight as an operation that gives a constant.
  static void moveIntoNodes(Path network, String location) {
    write(network, location, true);
  }

  private static void write(Path network, String location, boolean inNodes) {
    try {
      OutsideWeights weights = new OutsideWeights(Files.readAllBytes(network), location, inNodes);
      Files.write(network, weights.model());
      Files.write(network.resolveSibling(location), weights.data.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] model() {
    ProtobufReader fields = new ProtobufReader(Bytes.of(network));
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    while (fields.next()) {
      model.writeBytes(
          fields.field() == MODEL_GRAPH
              ? new ProtobufWriter().bytes(MODEL_GRAPH, graph(fields.message())).toBytes()
              : whole(fields));
    }
    return model.toByteArray();
  }

  private byte[] graph(ProtobufReader fields) {
    ByteArrayOutputStream constants = new ByteArrayOutputStream();
    ByteArrayOutputStream others = new ByteArrayOutputStream();
    while (fields.next()) {
      if (fields.field() != GRAPH_INITIALIZER) {
        others.writeBytes(whole(fields));
        continue;
      }
      byte[] tensor = tensor(fields.message());
      if (inNodes) {
        constants.writeBytes(constant(fields.message(), tensor));
      } else {
        others.writeBytes(new ProtobufWriter().bytes(GRAPH_INITIALIZER, tensor).toBytes());
      }
    }
    constants.writeBytes(others.toByteArray());
    return constants.toByteArray();
  }

  private byte[] tensor(ProtobufReader fields) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    while (fields.next()) {
      boolean moves = fields.field() == TENSOR_RAW && fields.end() - fields.valueStart() >= LEAST;
      tensor.writeBytes(moves ? pointer(fields.bytes()) : whole(fields));
    }
    return tensor.toByteArray();
  }

  private byte[] pointer(byte[] numbers) {
    data.writeBytes(new byte[Math.floorMod(-data.size(), ALIGNMENT)]);
    int offset = data.size();
    data.writeBytes(numbers);
    return new ProtobufWriter()
        .message(TENSOR_EXTERNAL, entry("location", location))
        .message(TENSOR_EXTERNAL, entry("offset", Integer.toString(offset)))
        .message(TENSOR_EXTERNAL, entry("length", Integer.toString(numbers.length)))
        .number(TENSOR_LOCATION, 1)
        .toBytes();
  }

  private static ProtobufWriter entry(String key, String value) {
    return new ProtobufWriter().text(1, key).text(2, value);
  }

  /// A node `Constant` with the attribute `value`.
  private static byte[] constant(ProtobufReader fields, byte[] tensor) {
    String name = "";
    while (fields.next()) {
      if (fields.field() == 8) {
        name = fields.text();
      }
    }
    ProtobufWriter value = new ProtobufWriter().text(1, "value").bytes(5, tensor).number(20, 4);
    ProtobufWriter node = new ProtobufWriter().text(2, name).text(4, "Constant").message(5, value);
    return new ProtobufWriter().message(GRAPH_NODE, node).toBytes();
  }

  private byte[] whole(ProtobufReader field) {
    return Arrays.copyOfRange(network, (int) field.start(), (int) field.end());
  }
}
