package dev.semblance.cli.terminal;

/// How things are marked in a terminal, by ECMA-48 colours; or not at all.
public enum Style {
  /// Text as it is.
  PLAIN,
  /// Bold, faint and coloured text.
  COLOURED;

  public String bold(String text) {
    return mark("1", text);
  }

  public String faint(String text) {
    return mark("2", text);
  }

  public String good(String text) {
    return mark("32", text);
  }

  public String bad(String text) {
    return mark("31", text);
  }

  private String mark(String code, String text) {
    return switch (this) {
      case PLAIN -> text;
      case COLOURED -> "\u001b[" + code + "m" + text + "\u001b[0m";
    };
  }
}
