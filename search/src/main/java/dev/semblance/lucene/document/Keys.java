package dev.semblance.lucene.document;

import dev.semblance.index.Item;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/// The terms by which documents are found and replaced.
///
/// A document of a whole file or a failure has the path as its key, so that one replaces the other
/// by one term. A part has its own key and [#anyPart]. A failure also has [#failed], by which a
/// part replaces it. The bytes 0xFD to 0xFF, which no text in UTF-8 has, keep the kinds apart. What
/// is no valid text, as no path or part of a document is, has the empty key, as no document has.
final class Keys {
  private static final int ANY_PART = 0xFD;
  private static final int FAILED = 0xFE;
  private static final int PART = 0xFF;

  private Keys() {}

  /// Of a whole file, or a failure.
  static BytesRef file(String path) {
    return isText(path) ? new BytesRef(path) : new BytesRef();
  }

  /// Of one part.
  static BytesRef part(String path, String part) {
    return key(path, PART, part);
  }

  /// Shared by all parts of a path, the whole file excepted.
  static BytesRef anyPart(String path) {
    return key(path, ANY_PART, "");
  }

  /// Of a failure alone.
  static BytesRef failed(String path) {
    return key(path, FAILED, "");
  }

  private static BytesRef key(String path, int kind, String part) {
    if (!isText(path) || !isText(part)) {
      return new BytesRef();
    }
    BytesRefBuilder key = new BytesRefBuilder();
    key.copyChars(path);
    key.append((byte) kind);
    key.append(new BytesRef(part));
    return key.get();
  }

  /// Whether a text has bytes in UTF-8; of two that have none, Lucene would make one.
  static boolean isText(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
  }

  /// Of what is found: the bytes of the content hash, then the part.
  static BytesRef id(Item item) {
    return id(item.contentHash(), item.part());
  }

  /// Of what [Item#id] names; where no item can have that id, a term that no document has.
  static BytesRef id(String id) {
    int digits = 2 * ItemBytes.HASH_BYTES;
    boolean whole = id.length() == digits;
    boolean part = id.length() > digits + 1 && id.charAt(digits) == '#';
    boolean hexadecimal = id.length() >= digits && Item.isContentHash(id.substring(0, digits));
    if (!hexadecimal || !(whole || part) || !isText(id)) {
      return new BytesRef();
    }
    return id(id.substring(0, digits), part ? id.substring(digits + 1) : "");
  }

  /// What the ids of a content and all its parts begin with.
  static BytesRef content(String contentHash) {
    return id(contentHash, "");
  }

  private static BytesRef id(String contentHash, String part) {
    byte[] hash = HexFormat.of().parseHex(contentHash);
    byte[] rest = part.getBytes(StandardCharsets.UTF_8);
    BytesRefBuilder id = new BytesRefBuilder();
    id.append(hash, 0, hash.length);
    id.append(rest, 0, rest.length);
    return id.get();
  }
}
