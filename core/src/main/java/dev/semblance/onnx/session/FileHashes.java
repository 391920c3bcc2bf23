package dev.semblance.onnx.session;

import dev.semblance.model.ModelFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// SHA-256 of a model's files, remembered in the user's cache by path, size and time of change, so
/// that opening a large model does not read it all. Safe for many threads and processes.
final class FileHashes {
  private static final int SMALL = 64 << 10;
  private static final int HEX = 64;

  private final Path folder;

  FileHashes(Path cache) {
    this.folder = cache.resolve("hashes");
  }

  /// The hash of one file, as 64 hexadecimal digits.
  String of(ModelFiles files, String file) {
    Optional<Path> path = files.path(file);
    try {
      return path.isPresent() ? ofPath(path.get()) : hex(sha256().digest(files.read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(files.name() + "/" + file + ": cannot be read", e);
    }
  }

  private String ofPath(Path path) throws IOException {
    Path real = path.toRealPath();
    BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
    if (attributes.size() < SMALL) {
      return compute(real);
    }
    String key =
        real
            + "\n"
            + attributes.size()
            + "\n"
            + attributes.lastModifiedTime()
            + "\n"
            + attributes.fileKey()
            + "\n";
    Path known = folder.resolve(Long.toHexString(spread(key)));
    Optional<String> remembered = read(known, key);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    String hash = compute(real);
    remember(known, key + hash);
    return hash;
  }

  /// A name for a key (FNV-1a, 64 bits); two keys of one name drive each other out, no more, since
  /// the whole key is written in the file.
  private static long spread(String key) {
    long hash = 0xcbf29ce484222325L;
    for (byte next : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ next) * 0x100000001b3L;
    }
    return hash;
  }

  private static Optional<String> read(Path known, String key) {
    try {
      String written = Files.readString(known, StandardCharsets.UTF_8);
      boolean whole = written.startsWith(key) && written.length() == key.length() + HEX;
      return whole ? Optional.of(written.substring(key.length())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void remember(Path known, String entry) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "hash", ".part");
      Files.writeString(part, entry, StandardCharsets.UTF_8);
      Files.move(part, known, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // Without a cache the file is read again next time; nothing else changes.
    }
  }

  private static String compute(Path path) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
      byte[] buffer = new byte[1 << 20];
      while (in.read(buffer) >= 0) {
        // the digest sees what is read
      }
    }
    return hex(digest.digest());
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
