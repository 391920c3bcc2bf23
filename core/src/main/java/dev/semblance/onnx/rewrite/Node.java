package dev.semblance.onnx.rewrite;

import dev.semblance.onnx.proto.ProtobufReader;
import dev.semblance.onnx.proto.ProtobufWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An operation of a graph: `NodeProto` of `onnx/onnx.proto`, whose field numbers these are.
///
/// @param name may be empty
/// @param operator such as `MatMul`
/// @param domain empty for ONNX's own operators
/// @param inputs names of tensors; an empty one is an input left out
/// @param outputs names of tensors
/// @param attributes `AttributeProto` by name, as bytes
/// @param inner names that the graphs inside its attributes take from outside, or may take
record Node(
    String name,
    String operator,
    String domain,
    List<String> inputs,
    List<String> outputs,
    Map<String, Attribute> attributes,
    Set<String> inner) {
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int NAME = 3;
  private static final int OPERATOR = 4;
  private static final int ATTRIBUTE = 5;
  private static final int DOMAIN = 7;

  Node {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    inner = Set.copyOf(inner);
  }

  /// One of ONNX's own operators without attributes.
  static Node of(String operator, List<String> inputs, String... outputs) {
    return new Node(
        outputs[0] + "_" + operator,
        operator,
        "",
        inputs,
        List.of(outputs),
        new LinkedHashMap<>(),
        Set.of());
  }

  static Node read(ProtobufReader fields) {
    String name = "";
    String operator = "";
    String domain = "";
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    Set<String> inner = new HashSet<>();
    while (fields.next()) {
      switch (fields.field()) {
        case INPUT -> inputs.add(fields.text());
        case OUTPUT -> outputs.add(fields.text());
        case NAME -> name = fields.text();
        case OPERATOR -> operator = fields.text();
        case DOMAIN -> domain = fields.text();
        case ATTRIBUTE -> {
          Attribute attribute = Attribute.read(fields, inner);
          attributes.put(attribute.name(), attribute);
        }
        default -> {}
      }
    }
    return new Node(name, operator, domain, inputs, outputs, attributes, inner);
  }

  byte[] toBytes() {
    ProtobufWriter out = new ProtobufWriter();
    inputs.forEach(input -> out.text(INPUT, input));
    outputs.forEach(output -> out.text(OUTPUT, output));
    out.text(NAME, name).text(OPERATOR, operator);
    attributes.values().forEach(attribute -> out.bytes(ATTRIBUTE, attribute.bytes()));
    if (!domain.isEmpty()) {
      out.text(DOMAIN, domain);
    }
    return out.toBytes();
  }

  /// Whether it is one of ONNX's own operators.
  boolean is(String wanted) {
    return operator.equals(wanted) && (domain.isEmpty() || domain.equals("ai.onnx"));
  }

  /// An input by its place, where it is given.
  Optional<String> input(int place) {
    return place < inputs.size() && !inputs.get(place).isEmpty()
        ? Optional.of(inputs.get(place))
        : Optional.empty();
  }

  /// The same with another input; those before it that were left out stay so.
  Node withInput(int place, String other) {
    List<String> changed = new ArrayList<>(inputs);
    while (changed.size() <= place) {
      changed.add("");
    }
    changed.set(place, other);
    return new Node(name, operator, domain, changed, outputs, attributes, inner);
  }

  /// The same with a whole number more.
  Node with(String attribute, long value) {
    Map<String, Attribute> more = new LinkedHashMap<>(attributes);
    more.put(attribute, Attribute.of(attribute, value));
    return new Node(name, operator, domain, inputs, outputs, more, inner);
  }

  /// A whole number among the attributes.
  long whole(String attribute, long usual) {
    Attribute found = attributes.get(attribute);
    return found == null ? usual : found.whole();
  }

  /// A real number among the attributes.
  float real(String attribute, float usual) {
    Attribute found = attributes.get(attribute);
    return found == null ? usual : found.real();
  }
}
