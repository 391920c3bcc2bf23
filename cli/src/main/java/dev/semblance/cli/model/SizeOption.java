package dev.semblance.cli.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A size as people write it: `500MB`, `1.5GB`, `800M`, `300000`; thousands, not 1024s.
final class SizeOption implements ITypeConverter<Long> {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([KMG]?)B?");

  @Override
  public Long convert(String text) {
    Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new TypeConversionException("\"" + text + "\" is no size; write 500MB or 1.5GB");
    }
    double unit =
        switch (matcher.group(2)) {
          case "K" -> 1e3;
          case "M" -> 1e6;
          case "G" -> 1e9;
          default -> 1;
        };
    return Math.max(1, Math.round(Double.parseDouble(matcher.group(1)) * unit));
  }
}
