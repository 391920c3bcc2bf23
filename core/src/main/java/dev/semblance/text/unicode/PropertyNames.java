package dev.semblance.text.unicode;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Names of character properties, from Oniguruma's to those of [Pattern].
final class PropertyNames {
  /// The inside of a class that equals Oniguruma's `\w` within brackets, and `[:word:]`. Unlike
  /// that of [Pattern] it lacks the joiners.
  static final String WORD = "\\p{IsAlphabetic}\\p{M}\\p{Nd}\\p{Pc}";

  /// The inside of a class that equals Oniguruma's `\w` outside brackets, which counts some
  /// superscripts and fractions too.
  static final String LONE_WORD = WORD + "²³¹¼½¾";

  private static final String LONG_CATEGORIES =
      "letter=L uppercaseletter=Lu lowercaseletter=Ll titlecaseletter=Lt casedletter=LC"
          + " modifierletter=Lm otherletter=Lo mark=M nonspacingmark=Mn spacingmark=Mc"
          + " enclosingmark=Me number=N decimalnumber=Nd letternumber=Nl othernumber=No"
          + " punctuation=P connectorpunctuation=Pc dashpunctuation=Pd openpunctuation=Ps"
          + " closepunctuation=Pe initialpunctuation=Pi finalpunctuation=Pf otherpunctuation=Po"
          + " symbol=S mathsymbol=Sm currencysymbol=Sc modifiersymbol=Sk othersymbol=So separator=Z"
          + " spaceseparator=Zs lineseparator=Zl paragraphseparator=Zp other=C control=Cc format=Cf"
          + " surrogate=Cs privateuse=Co unassigned=Cn";
  private static final Map<String, String> BY_LONG_NAME = byLongName();
  private static final Map<String, String> POSIX =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("alnum", "\\p{IsAlphabetic}\\p{Nd}"),
              Map.entry("alpha", "\\p{IsAlphabetic}"),
              Map.entry("ascii", "\\p{ASCII}"),
              Map.entry("blank", "\\p{Zs}\\t"),
              Map.entry("digit", "\\p{Nd}"),
              Map.entry("lower", "\\p{IsLowercase}"),
              Map.entry("punct", "\\p{P}\\p{S}"),
              Map.entry("space", "\\s"),
              Map.entry("upper", "\\p{IsUppercase}"),
              Map.entry("word", WORD),
              Map.entry("xdigit", "0-9a-fA-F")));

  private PropertyNames() {}

  /// The name for `\p{…}` of [Pattern], without regard to case, blanks, `_` and `-`.
  static String translate(String name) {
    String plain = name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    String category = BY_LONG_NAME.get(plain);
    if (category != null) {
      return category;
    }
    for (String candidate : new String[] {name, "Is" + name}) {
      if (isKnown(candidate)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException(
        "the tokenizer's regular expression uses \\p{"
            + name
            + "}, not understood here; understood are general categories, scripts and the binary"
            + " properties of java.util.regex.Pattern");
  }

  /// The part of a class that stands for `[:name:]` or `[:^name:]`.
  static String posix(String name) {
    boolean negated = name.startsWith("^");
    String inside = POSIX.get(negated ? name.substring(1) : name);
    if (inside == null) {
      throw new IllegalArgumentException(
          "the tokenizer's regular expression uses [:"
              + name
              + ":], not understood here; understood are "
              + String.join(", ", POSIX.keySet()));
    }
    return (negated ? "[^" : "[") + inside + "]";
  }

  private static boolean isKnown(String name) {
    try {
      var _ = Pattern.compile("\\p{" + name + "}");
      return true;
    } catch (PatternSyntaxException _) {
      return false;
    }
  }

  private static Map<String, String> byLongName() {
    Map<String, String> result = new TreeMap<>();
    Pattern.compile(" ")
        .splitAsStream(LONG_CATEGORIES)
        .map(entry -> entry.split("=", 2))
        .forEach(pair -> result.put(pair[0], pair[1]));
    return result;
  }
}
