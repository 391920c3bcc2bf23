package dev.semblance.space;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 over everything that decides where a thing lands in a space: weights, preprocessing,
/// tokenizer, prompt prefix, pooling, dimension.
///
/// Each part is hashed with its name and length, so that no two lists of parts give one digest.
/// Parts count in the order given. Not safe for many threads.
public final class Fingerprint {
  private final MessageDigest digest = sha256();

  /// A fingerprint of no parts yet.
  public Fingerprint() {}

  /// Adds a part as bytes.
  public Fingerprint part(String name, byte[] value) {
    byte[] label = name.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(label.length).array());
    digest.update(label);
    digest.update(ByteBuffer.allocate(8).putLong(value.length).array());
    digest.update(value);
    return this;
  }

  /// Adds a part as text.
  public Fingerprint part(String name, String value) {
    return part(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /// The digest as 64 lower-case hexadecimal digits; the builder starts anew afterwards.
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
