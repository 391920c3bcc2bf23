package dev.semblance.onnx.graph;

/// Bytes that are no ONNX graph; the message says where, without the file's name.
final class MalformedGraphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedGraphException(String message) {
    super(message);
  }
}
