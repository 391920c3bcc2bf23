package dev.semblance.onnx.rewrite;

import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.MalformedGraphException;
import dev.semblance.onnx.proto.ProtobufReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An ONNX file whose outermost graph can be changed: nodes replaced, weights added, replaced and
/// dropped. What is not changed is copied byte for byte.
///
/// Numbers are read when they are wanted, so a network larger than the heap can be changed. Holds
/// the file open until it is closed. For one thread.
final class EditableModel implements AutoCloseable {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int GRAPH_VALUE = 13;

  private final ModelFiles files;
  private final String file;
  private final Bytes bytes;
  private final Optional<FileChannel> channel;
  private final List<Part> parts = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Weight> weights = new LinkedHashMap<>();
  private final Map<String, List<Node>> users = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private final Map<Node, List<Node>> newNodes = new HashMap<>();
  private final Map<String, Optional<NewWeight>> changed = new HashMap<>();
  private final Map<String, NewWeight> added = new LinkedHashMap<>();

  /// A field of the graph or of the model around it.
  ///
  /// @param inGraph whether it is the graph's
  record Part(boolean inGraph, Optional<Node> node, Optional<Weight> weight, long from, long end) {}

  private EditableModel(ModelFiles files, String file, Bytes bytes, Optional<FileChannel> channel) {
    this.files = files;
    this.file = file;
    this.bytes = bytes;
    this.channel = channel;
  }

  /// @throws ModelException naming the file when it is no ONNX network, or its graph is written in
  ///   several pieces
  static EditableModel open(ModelFiles files, String file) {
    EditableModel model = unread(files, file);
    try {
      model.read();
      return model;
    } catch (MalformedGraphException e) {
      model.close();
      throw new ModelException(
          model.called()
              + ": the file is cut short or is no ONNX network ("
              + e.getMessage()
              + "); fetch it again",
          e);
    }
  }

  private static EditableModel unread(ModelFiles files, String file) {
    Optional<Path> path = files.path(file);
    if (path.isEmpty()) {
      return new EditableModel(files, file, Bytes.of(files.read(file)), Optional.empty());
    }
    try {
      FileChannel channel = FileChannel.open(path.get());
      return new EditableModel(files, file, Bytes.of(channel), Optional.of(channel));
    } catch (IOException e) {
      throw new UncheckedIOException(files.name() + "/" + file + ": cannot be read", e);
    }
  }

  private void read() {
    ProtobufReader fields = new ProtobufReader(bytes);
    boolean found = false;
    while (fields.next()) {
      if (fields.field() != MODEL_GRAPH) {
        parts.add(
            new Part(false, Optional.empty(), Optional.empty(), fields.start(), fields.end()));
      } else if (found) {
        throw new MalformedGraphException("its graph comes in several pieces");
      } else {
        found = true;
        readGraph(fields.message());
      }
    }
    if (!found) {
      throw new MalformedGraphException("it holds no graph");
    }
    for (Node node : nodes) {
      named.addAll(node.inner());
      for (String input : node.inputs()) {
        users.computeIfAbsent(input, _ -> new ArrayList<>()).add(node);
      }
      // An output that nobody takes has its name all the same.
      node.outputs().forEach(output -> users.putIfAbsent(output, new ArrayList<>()));
    }
  }

  private void readGraph(ProtobufReader fields) {
    while (fields.next()) {
      Optional<Node> node = Optional.empty();
      Optional<Weight> weight = Optional.empty();
      switch (fields.field()) {
        case GRAPH_NODE -> {
          node = Optional.of(Node.read(fields.message()));
          nodes.add(node.get());
        }
        case GRAPH_INITIALIZER -> {
          weight = Optional.of(Weight.read(fields.message()));
          weights.put(weight.get().name(), weight.get());
        }
        case GRAPH_INPUT, GRAPH_OUTPUT, GRAPH_VALUE -> named.add(nameOf(fields.message()));
        default -> {}
      }
      parts.add(new Part(true, node, weight, fields.start(), fields.end()));
    }
  }

  /// The name of a `ValueInfoProto`.
  static String nameOf(ProtobufReader value) {
    String name = "";
    while (value.next()) {
      if (value.field() == 1) {
        name = value.text();
      }
    }
    return name;
  }

  /// For messages: model and file.
  String called() {
    return files.name() + "/" + file;
  }

  List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /// A constant of the graph.
  Optional<Weight> weight(String name) {
    return Optional.ofNullable(weights.get(name));
  }

  /// The nodes that take a tensor, each as often as it does.
  List<Node> users(String tensor) {
    return List.copyOf(users.getOrDefault(tensor, List.of()));
  }

  /// Whether more than nodes speak of a tensor: the graph's inputs, outputs, types of values, or
  /// graphs inside nodes. Then its type must stay.
  boolean isNamedElsewhere(String tensor) {
    return named.contains(tensor);
  }

  /// A name that nothing in the graph had when it was read, the same for the same wish.
  String freeName(String wish) {
    String name = wish;
    while (weights.containsKey(name) || users.containsKey(name) || named.contains(name)) {
      name += "_";
    }
    return name;
  }

  /// A weight's numbers, little end first.
  ///
  /// @throws ModelException when they are not all there
  byte[] numbers(Weight weight) {
    byte[] numbers =
        switch (weight.place()) {
          case Weight.Inside inside -> bytes.copy(inside.from(), inside.length());
          case Weight.Listed listed -> listed(listed);
          case Weight.Outside outside -> outside(outside, weight);
        };
    if (Weight.isKnown(weight.type())
        && numbers.length != weight.count() * Weight.size(weight.type())) {
      throw new ModelException(
          called()
              + ": weight "
              + weight.name()
              + " of shape "
              + weight.shape()
              + " has "
              + numbers.length
              + " bytes; fetch the model again");
    }
    return numbers;
  }

  private static byte[] listed(Weight.Listed listed) {
    byte[] numbers = new byte[listed.bytes().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = listed.bytes().get(i);
    }
    return numbers;
  }

  private byte[] outside(Weight.Outside place, Weight weight) {
    String beside = OnnxGraph.sibling(file, place.file());
    long length = place.length() < 0 ? weight.count() * Weight.size(weight.type()) : place.length();
    try (FileChannel data =
        FileChannel.open(files.path(beside).orElseThrow(() -> missing(beside)))) {
      long there = Math.clamp(data.size() - place.from(), 0, length);
      ByteBuffer numbers = ByteBuffer.allocate(Math.toIntExact(there));
      while (numbers.hasRemaining() && data.read(numbers, place.from() + numbers.position()) >= 0) {
        // until it is full or the file ends
      }
      return Arrays.copyOf(numbers.array(), numbers.position());
    } catch (IOException e) {
      throw new UncheckedIOException(files.name() + "/" + beside + ": cannot be read", e);
    }
  }

  private ModelException missing(String beside) {
    return new ModelException(
        called() + ": its weights lie in " + beside + ", which is missing; fetch that file too");
  }

  void replace(Node node, List<Node> others) {
    newNodes.put(node, List.copyOf(others));
  }

  /// Puts other numbers in the place of a weight's.
  void replace(String weight, NewWeight other) {
    changed.put(weight, Optional.of(other));
  }

  void drop(String weight) {
    changed.put(weight, Optional.empty());
  }

  void add(NewWeight weight) {
    added.put(weight.name(), weight);
  }

  boolean isChanged() {
    return !newNodes.isEmpty() || !changed.isEmpty() || !added.isEmpty();
  }

  /// Writes the changed model; numbers that lay in files beside it go into one file beside the new
  /// one, which has its name and `.data` behind.
  void write(Path graph) {
    try (ModelCopy copy = new ModelCopy(this, graph)) {
      copy.write();
    } catch (IOException e) {
      throw new UncheckedIOException(graph + ": cannot be written", e);
    }
  }

  Bytes bytes() {
    return bytes;
  }

  List<Part> parts() {
    return parts;
  }

  /// What stands for a node now.
  Optional<List<Node>> changed(Node node) {
    return Optional.ofNullable(newNodes.get(node));
  }

  boolean isChanged(Weight weight) {
    return changed.containsKey(weight.name());
  }

  /// What stands for a changed weight now; nothing where it was dropped.
  Optional<NewWeight> changed(Weight weight) {
    return changed.getOrDefault(weight.name(), Optional.empty());
  }

  Optional<NewWeight> added(String name) {
    return Optional.ofNullable(added.get(name));
  }

  List<NewWeight> added() {
    return List.copyOf(added.values());
  }

  @Override
  public void close() {
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(called() + ": cannot be closed", e);
    }
  }
}
