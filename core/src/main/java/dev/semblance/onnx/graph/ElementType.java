package dev.semblance.onnx.graph;

import java.util.Locale;

/// The kinds of number a tensor may hold, with their codes in `TensorProto.DataType` of
/// `onnx/onnx.proto`.
public enum ElementType {
  FLOAT(1, 4),
  UINT8(2, 1),
  INT8(3, 1),
  INT32(6, 4),
  INT64(7, 8),
  BOOL(9, 1),
  FLOAT16(10, 2),
  /// Any other; Semblance neither feeds nor reads it.
  OTHER(0, 0);

  private final int code;
  private final int sizeBytes;

  ElementType(int code, int sizeBytes) {
    this.code = code;
    this.sizeBytes = sizeBytes;
  }

  static ElementType of(long code) {
    for (ElementType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return OTHER;
  }

  /// How many bytes a number takes; 0 for [#OTHER].
  int sizeBytes() {
    return sizeBytes;
  }

  /// For messages: `float16`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
