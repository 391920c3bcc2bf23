package dev.semblance.onnx.proto;

/// Bytes that are no ONNX graph; the message says where, without the file's name.
public final class MalformedGraphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedGraphException(String message) {
    super(message);
  }
}
