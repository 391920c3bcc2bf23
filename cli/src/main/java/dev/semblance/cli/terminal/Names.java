package dev.semblance.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// Names of files as they are shown to people and handed to programs.
public final class Names {
  private Names() {}

  /// A name on one line without effect on a terminal: control characters, line and paragraph
  /// separators and marks that turn the direction of writing appear as `\n`, `\t`, `\r`, `\u001b`.
  public static String shown(String name) {
    if (name.codePoints().noneMatch(Names::isDangerous)) {
      return name;
    }
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .forEach(point -> {
          switch (point) {
            case '\n' -> shown.append("\\n");
            case '\t' -> shown.append("\\t");
            case '\r' -> shown.append("\\r");
            default -> {
              if (isDangerous(point)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", point));
              } else {
                shown.appendCodePoint(point);
              }
            }
          }
        });
    return shown.toString();
  }

  /// The bytes of a path as the file system knows it. Paths that are no valid text are kept as
  /// `file:` URIs, whose escapes are the bytes.
  public static byte[] bytes(String path) {
    byte[] utf8 = path.getBytes(StandardCharsets.UTF_8);
    if (!path.startsWith("file:/")) {
      return utf8;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int start = path.startsWith("file:///") ? "file://".length() : "file:".length();
    for (int i = start; i < utf8.length; i++) {
      if (utf8[i] == '%' && i + 2 < utf8.length) {
        bytes.write(HexFormat.fromHexDigits(path, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(utf8[i]);
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isDangerous(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    };
  }
}
