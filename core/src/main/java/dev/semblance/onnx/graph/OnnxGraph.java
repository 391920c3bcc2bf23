package dev.semblance.onnx.graph;

import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.proto.Bytes;
import dev.semblance.onnx.proto.MalformedGraphException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an ONNX file says about itself.
///
/// Reading takes milliseconds whatever the file's size, since weights are stepped over; so a model
/// can be described, and a broken one refused, before a network is opened. Immutable, safe for many
/// threads.
///
/// @param inputs the tensors that must be fed, weights not among them
/// @param outputs the tensors that come out
/// @param operators every kind of node, also inside branches and loops
/// @param externalFiles the files beside it that hold weights, with the bytes each must have at
///   least
public record OnnxGraph(
    List<TensorPort> inputs,
    List<TensorPort> outputs,
    Set<String> operators,
    Map<String, Long> externalFiles) {

  /// How the small text files begin that stand for large ones in a repository without git-lfs.
  private static final byte[] POINTER = "version https://git-lfs".getBytes(StandardCharsets.UTF_8);

  public OnnxGraph {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    operators = Set.copyOf(operators);
    externalFiles = Map.copyOf(externalFiles);
  }

  /// Reads a graph of a model and makes sure that its weights are all there.
  ///
  /// @throws ModelException naming the file, when it is absent, cut short, no ONNX graph, or files
  ///   beside it are missing, too short or outside of its folder
  public static OnnxGraph read(ModelFiles files, String file) {
    String called = files.name() + "/" + file;
    if (!files.has(file)) {
      throw new ModelException(called + ": this network is missing; fetch the model again");
    }
    OnnxGraph graph = parse(files, file, called);
    graph.externalFiles.forEach((name, sizeBytes) -> {
      checkInside(name, called);
      checkExternal(files, sibling(file, name), sizeBytes, called);
    });
    return graph;
  }

  private static OnnxGraph parse(ModelFiles files, String file, String called) {
    Optional<Path> path = files.path(file);
    if (path.isEmpty()) {
      return parse(Bytes.of(files.read(file)), called);
    }
    try (FileChannel channel = FileChannel.open(path.get())) {
      return parse(Bytes.of(channel), called);
    } catch (IOException e) {
      throw new UncheckedIOException(called + ": cannot be read", e);
    }
  }

  private static OnnxGraph parse(Bytes bytes, String called) {
    if (bytes.length() >= POINTER.length && Arrays.equals(bytes.copy(0, POINTER.length), POINTER)) {
      throw new ModelException(
          called + ": is a git-lfs pointer and not the network itself; run git lfs pull");
    }
    try {
      return new GraphParser().parse(bytes);
    } catch (MalformedGraphException e) {
      throw new ModelException(
          called
              + ": the file is cut short or is no ONNX network ("
              + bytes.length()
              + " bytes, "
              + e.getMessage()
              + "); fetch it again",
          e);
    }
  }

  private static void checkInside(String name, String called) {
    if (ExternalData.isOutside(name)) {
      throw new ModelException(
          called
              + ": its weights lie in \""
              + name
              + "\", outside of the network's folder, where nothing is read; put that file beside"
              + " the network and export it anew, or fetch the model from its makers");
    }
  }

  private static void checkExternal(ModelFiles files, String file, long needed, String called) {
    if (!files.has(file)) {
      throw new ModelException(
          called + ": its weights lie in " + file + ", which is missing; fetch that file too");
    }
    Optional<Path> path = files.path(file);
    if (path.isPresent() && size(path.get()) < needed) {
      throw new ModelException(
          called
              + ": its weights lie in "
              + file
              + ", which has "
              + size(path.get())
              + " bytes and needs "
              + needed
              + "; fetch it again");
    }
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be read", e);
    }
  }

  /// The relative name of a file beside another.
  public static String sibling(String file, String name) {
    return file.substring(0, file.lastIndexOf('/') + 1) + name;
  }

  /// The input of a name.
  public Optional<TensorPort> input(String name) {
    return find(inputs.stream(), name);
  }

  /// The output of a name.
  public Optional<TensorPort> output(String name) {
    return find(outputs.stream(), name);
  }

  private static Optional<TensorPort> find(Stream<TensorPort> ports, String name) {
    return ports.filter(port -> port.name().equals(name)).findFirst();
  }

  /// Whether activations are quantised while it runs, with one scale for a whole batch.
  ///
  /// Then the vector of one input depends on the others beside it.
  public boolean quantisesWhileRunning() {
    return operators.contains("DynamicQuantizeLinear")
        || operators.contains("DynamicQuantizeMatMul")
        || operators.contains("DynamicQuantizeLSTM");
  }
}
