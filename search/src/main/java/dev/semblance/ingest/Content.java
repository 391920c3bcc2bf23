package dev.semblance.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The bytes of a file, read once, and their SHA-256.
final class Content {
  private final byte[] bytes;
  private final String hash;

  private Content(byte[] bytes) {
    this.bytes = bytes;
    this.hash = HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /// @throws TooLargeException when there are more bytes than `most`
  static Content read(Path file, long most) throws IOException {
    if (Files.size(file) > most) {
      throw new TooLargeException(most);
    }
    return new Content(Files.readAllBytes(file));
  }

  /// Not a copy, not to be changed.
  byte[] bytes() {
    return bytes;
  }

  /// Lower-case hexadecimal.
  String hash() {
    return hash;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// A file of more bytes than are read.
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
      super("the file is larger than the " + most / (1 << 20) + " MiB that are read at most");
    }
  }
}
