package dev.semblance.onnx.encoder;

import dev.semblance.model.ModelException;
import dev.semblance.onnx.graph.ElementType;
import dev.semblance.onnx.graph.OnnxGraph;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.layout.file.Translation.JointGraph;
import dev.semblance.onnx.session.Batch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The inputs of a network beside the one that matters: masks, and in a network of both modalities
/// a stand-in for the one that is not there.
///
/// A stand-in picture is a batch of none where the network can take that, else one grey one; a
/// stand-in text is one of one token. What comes out for them is not looked at. Safe for many
/// threads.
final class SideInputs {
  private static final List<String> MASKS = List.of("attention_mask", "text_attention_mask");
  private static final String TYPES = "token_type_ids";
  private static final String POSITIONS = "position_ids";

  private final List<TensorPort> masks = new ArrayList<>();
  private final List<TensorPort> types = new ArrayList<>();
  private final List<TensorPort> positions = new ArrayList<>();
  private final List<TensorPort> ids = new ArrayList<>();
  private final List<TensorPort> pixels = new ArrayList<>();
  private final AtomicInteger emptyPictures = new AtomicInteger();

  /// Sorts a network's inputs.
  ///
  /// @param main the one that matters
  /// @throws ModelException when there is one that nobody can fill
  SideInputs(OnnxGraph graph, String main, String called) {
    for (TensorPort port : graph.inputs()) {
      if (!port.name().equals(main)) {
        kind(port, called).add(port);
      }
    }
  }

  /// The inputs of a joint network beside ids and pixels.
  static SideInputs ofJoint(OnnxGraph graph, JointGraph joint) {
    SideInputs inputs = new SideInputs(graph, joint.ids(), joint.file());
    inputs.pixels.clear();
    return inputs;
  }

  private List<TensorPort> kind(TensorPort port, String called) {
    boolean whole = port.type() == ElementType.INT64 || port.type() == ElementType.INT32;
    if (MASKS.contains(port.name())) {
      return masks;
    }
    if (port.name().equals(TYPES) && whole) {
      return types;
    }
    if (port.name().equals(POSITIONS) && whole) {
      return positions;
    }
    if (port.rank() == 4) {
      return pixels;
    }
    if (port.rank() == 2 && whole) {
      return ids;
    }
    throw new ModelException(
        called
            + ": the network wants an input "
            + port
            + " that nobody here can fill; understood are token ids, attention_mask,"
            + " token_type_ids, position_ids and pixels");
  }

  /// Whether padding is masked, so that texts of different length may share a batch.
  boolean masked() {
    return !masks.isEmpty();
  }

  /// Adds what goes with `rows` texts of `columns` ids.
  void addForTexts(Batch batch, int[] lengths, int columns) {
    int rows = lengths.length;
    for (TensorPort mask : masks) {
      ByteBuffer values = batch.add(mask.name(), mask.type(), rows, columns);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < lengths[row]; column++) {
          putOne(values, mask.type(), row * columns + column, 1);
        }
      }
    }
    for (TensorPort type : types) {
      batch.add(type.name(), type.type(), rows, columns);
    }
    for (TensorPort position : positions) {
      ByteBuffer values = batch.add(position.name(), position.type(), rows, columns);
      for (int i = 0; i < rows * columns; i++) {
        putOne(values, position.type(), i, i % columns);
      }
    }
    for (TensorPort picture : pixels) {
      long count = picture.length(0) > 0 ? picture.length(0) : emptyPictures.get();
      batch.add(
          picture.name(),
          picture.type(),
          count,
          side(picture, 1, 3),
          side(picture, 2, 224),
          side(picture, 3, 224));
    }
  }

  /// Whether texts go with a batch of no pictures, so that a run that failed may be tried again
  /// with a stand-in picture that is really there.
  boolean feedsNoPicture() {
    return !pixels.isEmpty() && emptyPictures.get() == 0;
  }

  /// From now on a stand-in picture is really there, for all threads.
  void fallBackToOnePicture() {
    emptyPictures.set(1);
  }

  /// Adds what goes with pictures: a text of one token.
  void addForPictures(Batch batch) {
    List<TensorPort> all = new ArrayList<>(ids);
    all.addAll(masks);
    for (TensorPort port : all) {
      long rows = Math.max(1, port.length(0));
      long columns = Math.max(1, port.length(1));
      ByteBuffer values = batch.add(port.name(), port.type(), rows, columns);
      for (int i = 0; i < rows * columns; i++) {
        putOne(values, port.type(), i, 1);
      }
    }
    for (TensorPort port : types) {
      batch.add(port.name(), port.type(), Math.max(1, port.length(0)), Math.max(1, port.length(1)));
    }
    for (TensorPort port : positions) {
      batch.add(port.name(), port.type(), Math.max(1, port.length(0)), Math.max(1, port.length(1)));
    }
  }

  private static long side(TensorPort port, int dimension, long usual) {
    return port.length(dimension) > 0 ? port.length(dimension) : usual;
  }

  /// Writes a small whole number as any type.
  static void putOne(ByteBuffer values, ElementType type, int index, int number) {
    switch (type) {
      case INT64 -> values.putLong(index * 8, number);
      case INT32 -> values.putInt(index * 4, number);
      case FLOAT -> values.putFloat(index * 4, number);
      case FLOAT16 -> values.putShort(index * 2, Float.floatToFloat16(number));
      case BOOL, UINT8, INT8 -> values.put(index, (byte) number);
      case OTHER -> throw new IllegalArgumentException("numbers of this type cannot be fed");
    }
  }
}
