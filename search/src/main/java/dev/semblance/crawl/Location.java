package dev.semblance.crawl;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/// Where a file lies, as text that leads back to it: the form of paths in a library.
///
/// A path is written as it is, absolute, where its bytes are valid UTF-8, whatever locale the
/// process runs in; composed and decomposed letters stay as they are, so that two names that look
/// the same stay two. Any other path is written as `file:` URI, whose escapes keep its bytes.
public final class Location {
  private static final boolean NAMES_ARE_BYTES =
      Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
  private static final boolean NAMES_ARE_UTF_8 =
      "UTF-8".equals(System.getProperty("sun.jnu.encoding", "").toUpperCase(Locale.ROOT));
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Location() {}

  /// A path as text.
  ///
  /// @param path made absolute first, without `.` and `..`
  public static String keyOf(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    String text = whole.toString();
    if (isAscii(text) || !NAMES_ARE_BYTES || (NAMES_ARE_UTF_8 && !hasReplacement(text))) {
      return text;
    }
    String uri = whole.toUri().toString();
    String escaped = withoutSlash(whole.toUri().getRawPath());
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(unescape(escaped)))
          .toString();
    } catch (CharacterCodingException e) {
      return withoutSlash(uri);
    }
  }

  /// The path that [#keyOf] wrote.
  ///
  /// @throws IllegalArgumentException when the text is no path
  public static Path pathOf(String key) {
    if (key.startsWith("file:")) {
      return Path.of(URI.create(key));
    }
    if (isAscii(key) || !NAMES_ARE_BYTES || NAMES_ARE_UTF_8 || !key.startsWith("/")) {
      return Path.of(key);
    }
    return Path.of(URI.create("file://" + escape(key)));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /// Whether bytes that are no text were replaced when the name was read; or the name truly holds
  /// that character.
  private static boolean hasReplacement(String text) {
    return text.indexOf('\uFFFD') >= 0;
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static byte[] unescape(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '%') {
        bytes.write(HexFormat.fromHexDigits(escaped, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }

  private static String escape(String path) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b == '/' || b == '.' || b == '-' || b == '_' || isLetterOrDigit(b)) {
        escaped.append((char) b);
      } else {
        escaped.append('%').append(HEX.toHexDigits(b));
      }
    }
    return escaped.toString();
  }

  private static boolean isLetterOrDigit(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }
}
