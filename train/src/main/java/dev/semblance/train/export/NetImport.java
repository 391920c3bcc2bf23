package dev.semblance.train.export;

import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.MalformedGraphException;
import dev.semblance.onnx.proto.ProtobufReader;
import dev.semblance.train.net.ResidualNet;
import dev.semblance.train.net.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/// A picture net that [NetExport] wrote, back as weights that can be trained on. Its batch norms
/// are folded into its filters, so that the norms come back as ones that only add:
/// [ResidualNet#settle] gives them statistics again. What was stored in 8 bits comes back rounded.
/// The teacher's head was left behind and stays as it is.
///
/// Field numbers are those of `onnx.proto3`. Stateless.
public final class NetImport {
  private static final int GRAPH = 7;
  private static final int CONSTANT = 5;
  private static final int NAME = 8;
  private static final int RAW = 9;
  private static final String FILTERS = ".filters";
  private static final String BYTES = ".bytes";
  private static final String FACTORS = ".factors";

  private NetImport() {}

  /// Puts a net's values into weights of the same shape.
  ///
  /// @param model an ONNX file
  /// @throws IllegalArgumentException when it is no such file, or one of a net of another shape
  public static void into(Weights weights, byte[] model) {
    Map<String, byte[]> constants = constants(model);
    for (String name : weights.all().keySet()) {
      if (name.endsWith(FILTERS)) {
        String layer = name.substring(0, name.length() - FILTERS.length());
        put(constants, name, weights, name);
        put(constants, layer + ".bias", weights, layer + ".shift");
        weights.fill(layer + ".gain", 1);
        weights.fill(layer + ".mean", 0);
        weights.fill(layer + ".variance", 1 - ResidualNet.EPSILON);
      } else if (name.startsWith("embedding.")) {
        put(constants, name, weights, name);
      }
    }
  }

  private static Map<String, byte[]> constants(byte[] model) {
    Map<String, byte[]> constants = new HashMap<>();
    try {
      ProtobufReader file = new ProtobufReader(Bytes.of(model));
      while (file.next()) {
        if (file.field() != GRAPH) {
          continue;
        }
        ProtobufReader graph = file.message();
        while (graph.next()) {
          if (graph.field() == CONSTANT) {
            constant(graph.message(), constants);
          }
        }
      }
    } catch (MalformedGraphException e) {
      throw new IllegalArgumentException("no ONNX file: " + e.getMessage(), e);
    }
    return constants;
  }

  private static void constant(ProtobufReader tensor, Map<String, byte[]> constants) {
    String name = "";
    byte[] raw = new byte[0];
    while (tensor.next()) {
      switch (tensor.field()) {
        case NAME -> name = tensor.text();
        case RAW -> raw = tensor.bytes();
        default -> {}
      }
    }
    constants.put(name, raw);
  }

  private static void put(
      Map<String, byte[]> constants, String name, Weights weights, String target) {
    int count = weights.size(target);
    float[] values =
        constants.containsKey(name + BYTES)
            ? rounded(constants, name)
            : floats(constants.getOrDefault(name, new byte[0]));
    if (values.length != count) {
      throw new IllegalArgumentException(
          "has "
              + values.length
              + " values called "
              + name
              + ", "
              + count
              + " are wanted; only the picture net of a model that `semblance train mini` made"
              + " can be gone on with");
    }
    weights.set(target, values);
  }

  private static float[] rounded(Map<String, byte[]> constants, String name) {
    byte[] bytes = constants.getOrDefault(name + BYTES, new byte[0]);
    float[] factors = floats(constants.getOrDefault(name + FACTORS, new byte[0]));
    float[] values = new float[factors.length == 0 ? 0 : bytes.length];
    int width = values.length / Math.max(1, factors.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes[i] * factors[i / width];
    }
    return values;
  }

  private static float[] floats(byte[] raw) {
    float[] values = new float[raw.length / Float.BYTES];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }
}
