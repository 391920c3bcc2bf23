package dev.semblance.onnx.graph;

import java.util.Locale;

/// The kinds of number a tensor may hold, with their codes in `TensorProto.DataType` of
/// `onnx/onnx.proto`.
public enum ElementType {
  FLOAT(1),
  UINT8(2),
  INT8(3),
  INT32(6),
  INT64(7),
  BOOL(9),
  FLOAT16(10),
  /// Any other; Semblance neither feeds nor reads it.
  OTHER(0);

  private final int code;

  ElementType(int code) {
    this.code = code;
  }

  static ElementType of(long code) {
    for (ElementType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return OTHER;
  }

  /// For messages: `float16`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
