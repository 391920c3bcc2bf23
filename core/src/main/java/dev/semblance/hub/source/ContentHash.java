package dev.semblance.hub.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// The hash by which a file's content is known.
///
/// The hub's ETag is the SHA-256 of large files and the git blob SHA-1 (over `blob SIZE\0` and the
/// content) of small ones; they differ in length.
///
/// @param hex small letters; empty for [Kind#NONE]
public record ContentHash(Kind kind, String hex) {
  /// How it is computed.
  public enum Kind {
    /// Over the content.
    SHA256("sha256"),
    /// SHA-1 over `blob SIZE\0` and the content.
    GIT_BLOB("git-sha1"),
    /// Nobody said.
    NONE("none");

    private final String written;

    Kind(String written) {
      this.written = written;
    }
  }

  /// The one that an ETag is, or that a blob in the hub's cache is named by.
  public static ContentHash ofEtag(String etag) {
    String hex = etag.toLowerCase(Locale.ROOT);
    if (hex.matches("[0-9a-f]{64}")) {
      return new ContentHash(Kind.SHA256, hex);
    }
    return hex.matches("[0-9a-f]{40}")
        ? new ContentHash(Kind.GIT_BLOB, hex)
        : new ContentHash(Kind.NONE, "");
  }

  /// The SHA-256 of a file.
  public static ContentHash sha256(Path file) throws IOException {
    return new ContentHash(Kind.SHA256, compute(Kind.SHA256, file));
  }

  /// The SHA-256 of a text, 64 hexadecimal digits.
  public static String sha256(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest("SHA-256").digest(bytes));
  }

  /// Reads what [#written] wrote.
  public static ContentHash read(String written) {
    return ofEtag(written.substring(written.indexOf(':') + 1));
  }

  /// Whether a file has this content; always, where nobody said.
  public boolean fits(Path file) throws IOException {
    return kind == Kind.NONE || compute(kind, file).equals(hex);
  }

  /// `sha256:...` or `git-sha1:...`.
  public String written() {
    return kind.written + ":" + hex;
  }

  private static String compute(Kind kind, Path file) throws IOException {
    MessageDigest digest = digest(kind == Kind.GIT_BLOB ? "SHA-1" : "SHA-256");
    if (kind == Kind.GIT_BLOB) {
      digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 18];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
