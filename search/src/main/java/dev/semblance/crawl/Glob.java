package dev.semblance.crawl;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// One pattern of names or paths, see [Excludes] for its rules. Immutable.
final class Glob {
  private final String glob;
  private final Pattern pattern;
  private final Against against;
  private final boolean foldersOnly;

  /// What a pattern is held against.
  private enum Against {
    NAME,
    BELOW_ROOT,
    WHOLE_PATH
  }

  /// @throws IllegalArgumentException when the pattern is empty, a bracket is not closed, or a
  ///   range runs backwards
  Glob(String glob) {
    this.glob = glob;
    String rest = canonical(glob);
    foldersOnly = rest.endsWith("/") || rest.endsWith("/**");
    rest = rest.replaceFirst("^\\./", "").replaceFirst("(/\\*\\*)?/?$", "");
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(
          "exclude pattern \""
              + glob
              + "\" names nothing; write a name like tmp or a path like **/tmp/**");
    }
    against = against(rest);
    pattern = compiled(regex(rest));
  }

  private Pattern compiled(String regex) {
    try {
      return Pattern.compile(
          regex, Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "exclude pattern \""
              + glob
              + "\" cannot be read: "
              + e.getDescription()
              + "; in a set the lesser comes first, as in [a-z]",
          e);
    }
  }

  /// Letters composed, separators as `/`.
  static String canonical(String path) {
    String slashes = java.io.File.separatorChar == '/' ? path : path.replace('\\', '/');
    return Normalizer.normalize(slashes, Normalizer.Form.NFC);
  }

  private static Against against(String rest) {
    if (rest.startsWith("/") || rest.matches("[A-Za-z]:/.*")) {
      return Against.WHOLE_PATH;
    }
    return rest.contains("/") ? Against.BELOW_ROOT : Against.NAME;
  }

  /// Whether a file or folder is meant; all three [#canonical].
  boolean matches(String name, String belowRoot, String wholePath, boolean folder) {
    if (foldersOnly && !folder) {
      return false;
    }
    String subject =
        switch (against) {
          case NAME -> name;
          case BELOW_ROOT -> belowRoot;
          case WHOLE_PATH -> wholePath;
        };
    return pattern.matcher(subject).matches();
  }

  private String regex(String rest) {
    StringBuilder regex = new StringBuilder();
    int braces = 0;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      switch (c) {
        case '*' -> {
          if (rest.startsWith("**/", i)) {
            regex.append("(?:.*/)?");
            i += 2;
          } else if (rest.startsWith("**", i)) {
            regex.append(".*");
            i++;
          } else {
            regex.append("[^/]*");
          }
        }
        case '?' -> regex.append("[^/]");
        case '[' -> i = set(rest, i, regex);
        case '{' -> {
          regex.append("(?:");
          braces++;
        }
        case '}' -> {
          regex.append(braces > 0 ? ")" : "\\}");
          braces = Math.max(0, braces - 1);
        }
        case ',' -> regex.append(braces > 0 ? "|" : ",");
        default -> literal(c, regex);
      }
    }
    if (braces > 0) {
      throw unclosed("{");
    }
    return regex.toString();
  }

  /// Appends the characters between brackets.
  ///
  /// @return where the set ends
  private int set(String rest, int open, StringBuilder regex) {
    int close = rest.indexOf(']', open + 2);
    if (close < 0) {
      throw unclosed("[");
    }
    String members = rest.substring(open + 1, close);
    boolean not = members.startsWith("!") || members.startsWith("^");
    regex.append(not ? "[^/" : "[");
    for (char member : (not ? members.substring(1) : members).toCharArray()) {
      if (member == '-') {
        regex.append(member);
      } else {
        literal(member, regex);
      }
    }
    regex.append("]");
    return close;
  }

  private static void literal(char c, StringBuilder regex) {
    if ("\\^$.|?*+()[]{}&~#-".indexOf(c) >= 0) {
      regex.append('\\');
    }
    regex.append(c);
  }

  private IllegalArgumentException unclosed(String bracket) {
    return new IllegalArgumentException(
        "exclude pattern \"" + glob + "\" opens a " + bracket + " and does not close it");
  }

  @Override
  public String toString() {
    return glob;
  }
}
