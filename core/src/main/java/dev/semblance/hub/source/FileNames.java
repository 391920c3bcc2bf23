package dev.semblance.hub.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.semblance.model.ModelException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names of files as a server gives them: relative, inside the folder, valid on every system.
public final class FileNames {
  /// In bytes, which are what most systems bound.
  private static final int LONGEST = 200;

  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private FileNames() {}

  /// Makes sure that a name cannot leave the folder it is resolved against.
  ///
  /// @param where it came from, for the message
  /// @throws ModelException when it can, or might on some system
  public static String checked(String name, String where) {
    if (!isSafe(name)) {
      throw new ModelException(
          where
              + ": names a file \""
              + name
              + "\", which would lie outside the model's folder or cannot be written everywhere;"
              + " nothing was pulled");
    }
    return name;
  }

  private static boolean isSafe(String name) {
    if (name.isEmpty() || name.startsWith("/")) {
      return false;
    }
    if (!UTF_8.newEncoder().canEncode(name) || name.getBytes(UTF_8).length > LONGEST) {
      return false;
    }
    if (name.chars().anyMatch(c -> c < 0x20 || c == 0x7f || "\\:*?\"<>|".indexOf(c) >= 0)) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      boolean empty = part.isEmpty() || part.equals(".") || part.equals("..");
      if (empty
          || part.endsWith(".")
          || part.endsWith(" ")
          || RESERVED.matcher(part.toLowerCase(Locale.ROOT)).matches()) {
        return false;
      }
    }
    return true;
  }
}
