package dev.semblance.index;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// The folders that hold a path, in one form however the path is written.
///
/// That form has `/` between names and none at the end, so that `/home/ann`, `/home/ann/` and
/// `file:///home/ann` are one folder, and so are `C:\pictures` and `C:/pictures`. A backslash in a
/// path that begins with `/` belongs to a name. A name in a `file:` URI that is no valid text keeps
/// its escapes behind a zero character, which no name holds.
public final class Folders {
  private Folders() {}

  /// A path or folder in that form; the root of a file system is empty, or a drive.
  public static String plain(String path) {
    String plain = path;
    if (path.startsWith("file:/")) {
      plain = decoded(path.substring("file:".length()));
    } else if (!path.startsWith("/")) {
      plain = path.replace('\\', '/');
    }
    while (plain.endsWith("/")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    return plain;
  }

  /// The path itself and every folder above it, in that form, innermost first.
  public static List<String> holding(String path) {
    List<String> folders = new ArrayList<>();
    String folder = plain(path);
    folders.add(folder);
    for (int end = folder.lastIndexOf('/'); end >= 0; end = folder.lastIndexOf('/', end - 1)) {
      folders.add(folder.substring(0, end));
    }
    return folders;
  }

  /// Whether a folder holds a path, or is it.
  static boolean hold(String folder, String path) {
    String outer = plain(folder);
    String inner = plain(path);
    return inner.startsWith(outer)
        && (inner.length() == outer.length() || inner.charAt(outer.length()) == '/');
  }

  /// @param rest what follows `file:`, with or without an authority
  private static String decoded(String rest) {
    String path = rest.startsWith("//") ? rest.substring(Math.max(2, rest.indexOf('/', 2))) : rest;
    return Arrays.stream(path.split("/", -1))
        .map(Folders::decodedName)
        .collect(Collectors.joining("/"));
  }

  private static String decodedName(String name) {
    if (name.indexOf('%') < 0) {
      return name;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes(name)).toString();
    } catch (CharacterCodingException | NumberFormatException | IndexOutOfBoundsException e) {
      return '\0' + name;
    }
  }

  private static ByteBuffer bytes(String name) {
    byte[] escaped = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length);
    for (int i = 0; i < escaped.length; i++) {
      if (escaped[i] == '%') {
        int high = HexFormat.fromHexDigit(escaped[++i]);
        bytes.put((byte) (16 * high + HexFormat.fromHexDigit(escaped[++i])));
      } else {
        bytes.put(escaped[i]);
      }
    }
    return bytes.flip();
  }
}
