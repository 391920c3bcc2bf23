package dev.semblance.cli.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// One JSON object on one line, built member by member.
///
/// Written by hand so that commands start without a JSON library. Not safe for many threads.
public final class JsonLine {
  private final StringBuilder text = new StringBuilder("{");

  /// Adds a text.
  public JsonLine with(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  /// Adds a whole number.
  public JsonLine with(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  /// Adds a number, rounded to six decimals.
  ///
  /// @param value finite
  public JsonLine with(String name, double value) {
    name(name);
    number(value);
    return this;
  }

  /// Adds numbers, each by the shortest decimal that reads back as the same float.
  ///
  /// @param values finite
  public JsonLine with(String name, float[] values) {
    name(name);
    text.append('[');
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ",").append(values[i]);
    }
    text.append(']');
    return this;
  }

  /// Adds an object.
  public JsonLine with(String name, JsonLine value) {
    name(name);
    text.append(value.text).append('}');
    return this;
  }

  /// Adds an array of two numbers, each rounded to six decimals: a range.
  public JsonLine with(String name, double low, double high) {
    name(name);
    text.append('[');
    number(low);
    text.append(',');
    number(high);
    text.append(']');
    return this;
  }

  /// The object; nothing can be added after it.
  public String end() {
    return text.append('}').toString();
  }

  private void number(double value) {
    text.append(BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString());
  }

  private void name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    quote(name);
    text.append(':');
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        default -> {
          if (Character.isISOControl(c)
              || c == '\u2028'
              || c == '\u2029'
              || loneSurrogate(value, i)) {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean loneSurrogate(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }
}
