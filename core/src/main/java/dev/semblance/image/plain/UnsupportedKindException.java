package dev.semblance.image.plain;

import java.io.IOException;

/// A file of a format that is read, but of a kind that is not; the message names the kind.
public final class UnsupportedKindException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsupportedKindException(String kind) {
    super(kind);
  }
}
