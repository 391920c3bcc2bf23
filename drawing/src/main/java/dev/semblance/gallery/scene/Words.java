package dev.semblance.gallery.scene;

import java.util.List;

/// Small grammar for captions.
public final class Words {
  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private Words() {}

  /// A number up to ten as a word.
  public static String number(int n) {
    return n >= 0 && n <= 10 ? NUMBERS.get(n) : Integer.toString(n);
  }

  /// `a` or `an` and the words.
  public static String a(String words) {
    return ("aeiou".indexOf(Character.toLowerCase(words.charAt(0))) >= 0 ? "an " : "a ") + words;
  }

  /// `a red apple`, `three red apples`: a count with its noun.
  public static String count(int n, String noun) {
    return n == 1 ? a(noun) : number(n) + " " + plural(noun);
  }

  public static String plural(String noun) {
    if (noun.endsWith("y")
        && !noun.endsWith("ey")
        && !noun.endsWith("ay")
        && !noun.endsWith("oy")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    if (noun.endsWith("cactus")) {
      return noun.substring(0, noun.length() - 2) + "i";
    }
    boolean hissing =
        noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch") || noun.endsWith("sh");
    return noun + (hissing ? "es" : "s");
  }

  /// With a capital first letter.
  public static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
