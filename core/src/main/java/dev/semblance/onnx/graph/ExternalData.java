package dev.semblance.onnx.graph;

import dev.semblance.onnx.proto.MalformedGraphException;
import dev.semblance.onnx.proto.ProtobufReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a tensor's numbers lie when they are not in the network's own file: `external_data` of
/// `TensorProto` in `onnx/onnx.proto`.
///
/// @param location a file's name relative to the network's folder, as the network writes it
/// @param end how many bytes the file must have at least
record ExternalData(String location, long end) {
  private static final int DIMENSION = 1;
  private static final int TYPE = 2;
  private static final int EXTERNAL = 13;

  /// Absolute names of Unix and Windows, and every name with a step upwards.
  private static final Pattern OUTSIDE =
      Pattern.compile("[/\\\\].*|[A-Za-z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?", Pattern.DOTALL);

  /// What a `TensorProto` says; empty when its numbers are in the network's own file.
  static Optional<ExternalData> read(ProtobufReader tensor) {
    Map<String, String> entries = new HashMap<>();
    List<Long> shape = new ArrayList<>();
    long type = 0;
    while (tensor.next()) {
      switch (tensor.field()) {
        case DIMENSION -> tensor.addNumbers(shape);
        case TYPE -> type = tensor.number();
        case EXTERNAL -> entry(tensor.message(), entries);
        default -> {}
      }
    }
    String location = entries.get("location");
    if (location == null) {
      return Optional.empty();
    }
    try {
      long offset = whole(entries, "offset", 0);
      long length = whole(entries, "length", size(shape, type));
      return Optional.of(new ExternalData(location, Math.addExact(offset, length)));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new MalformedGraphException("external data of shape " + shape + " at " + entries);
    }
  }

  /// Whether a name leaves the folder of the network that names it. ONNX forbids that, and no file
  /// there is read.
  static boolean isOutside(String location) {
    return OUTSIDE.matcher(location).matches();
  }

  private static void entry(ProtobufReader fields, Map<String, String> entries) {
    String key = "";
    String value = "";
    while (fields.next()) {
      switch (fields.field()) {
        case 1 -> key = fields.text();
        case 2 -> value = fields.text();
        default -> {}
      }
    }
    entries.put(key, value);
  }

  private static long whole(Map<String, String> entries, String key, long usual) {
    String value = entries.get(key);
    long number = value == null ? usual : Long.parseLong(value);
    if (number < 0) {
      throw new NumberFormatException(key + " " + number);
    }
    return number;
  }

  /// How many bytes numbers of a shape take, where nobody writes it; 0 for types that are not told
  /// apart here.
  private static long size(List<Long> shape, long type) {
    long size = ElementType.of(type).sizeBytes();
    for (long length : shape) {
      size = Math.multiplyExact(size, length);
    }
    return size;
  }
}
