package dev.semblance.onnx.rewrite;

import dev.semblance.onnx.proto.ProtobufWriter;
import dev.semblance.onnx.rewrite.EditableModel.Part;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes an [EditableModel]: first the length of every piece of the new graph is reckoned, then
/// the pieces follow one another, so that no more than one weight is in memory. Used once, by one
/// thread.
final class ModelCopy implements AutoCloseable {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int CHUNK = 1 << 20;

  /// Where weights begin in the data file; ONNX asks for a page where they are to be mapped.
  private static final int ALIGNMENT = 4096;

  private final EditableModel model;
  private final Path graph;
  private final List<Piece> pieces = new ArrayList<>();
  private long length;
  private @Nullable OutputStream data;
  private long dataLength;

  ModelCopy(EditableModel model, Path graph) {
    this.model = model;
    this.graph = graph;
  }

  /// Some bytes of the new graph.
  private interface Piece {
    void write(OutputStream out) throws IOException;
  }

  void write() throws IOException {
    for (Part part : model.parts()) {
      if (part.inGraph()) {
        plan(part);
      }
    }
    for (NewWeight weight : model.added()) {
      add(weight);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(graph), CHUNK)) {
      boolean done = false;
      for (Part part : model.parts()) {
        if (!part.inGraph()) {
          copy(part.from(), part.end(), out);
        } else if (!done) {
          done = true;
          out.write(new ProtobufWriter().announce(MODEL_GRAPH, length).toBytes());
          for (Piece piece : pieces) {
            piece.write(out);
          }
        }
      }
    }
  }

  private void plan(Part part) throws IOException {
    Optional<List<Node>> nodes = part.node().flatMap(model::changed);
    if (nodes.isPresent()) {
      for (Node node : nodes.get()) {
        add(new ProtobufWriter().bytes(GRAPH_NODE, node.toBytes()).toBytes());
      }
    } else if (part.weight().filter(model::isChanged).isPresent()) {
      plan(part.weight().get());
    } else if (part.weight().filter(ModelCopy::isOutside).isPresent()) {
      Weight weight = part.weight().get();
      store(
          new NewWeight(weight.name(), weight.type(), weight.shape(), () -> model.numbers(weight)));
    } else {
      length += part.end() - part.from();
      pieces.add(out -> copy(part.from(), part.end(), out));
    }
  }

  private void plan(Weight old) throws IOException {
    Optional<NewWeight> weight = model.changed(old);
    if (weight.isPresent() && isOutside(old)) {
      store(weight.get());
    } else if (weight.isPresent()) {
      add(weight.get());
    }
  }

  private static boolean isOutside(Weight weight) {
    return weight.place() instanceof Weight.Outside;
  }

  private void add(byte[] piece) {
    length += piece.length;
    pieces.add(out -> out.write(piece));
  }

  private void add(NewWeight weight) {
    add(weight.head());
    length += weight.sizeBytes();
    pieces.add(out -> out.write(weight.bytes().get()));
  }

  /// Puts a weight's numbers into the data file and a pointer into the graph.
  private void store(NewWeight weight) throws IOException {
    Path file = graph.resolveSibling(graph.getFileName() + ".data");
    OutputStream out = data;
    if (out == null) {
      out = new BufferedOutputStream(Files.newOutputStream(file), CHUNK);
      data = out;
    }
    long offset = (dataLength + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    out.write(new byte[Math.toIntExact(offset - dataLength)]);
    byte[] numbers = weight.bytes().get();
    out.write(numbers);
    dataLength = offset + numbers.length;
    add(weight.pointer(String.valueOf(file.getFileName()), offset, numbers.length));
  }

  private void copy(long from, long end, OutputStream out) throws IOException {
    for (long at = from; at < end; at += CHUNK) {
      out.write(model.bytes().copy(at, Math.min(CHUNK, end - at)));
    }
  }

  @Override
  public void close() throws IOException {
    if (data != null) {
      data.close();
    }
  }
}
