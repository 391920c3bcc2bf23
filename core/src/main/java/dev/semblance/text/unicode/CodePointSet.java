package dev.semblance.text.unicode;

import java.util.BitSet;
import java.util.regex.Pattern;

/// An immutable set of code points.
final class CodePointSet {
  private static final int HEXADECIMAL = 16;

  private final BitSet members;

  private CodePointSet(BitSet members) {
    this.members = members;
  }

  /// Reads `61d 2e43-2e4f`: hexadecimal code points and inclusive ranges, a space between.
  static CodePointSet parse(String ranges) {
    BitSet members = new BitSet();
    Pattern.compile(" ")
        .splitAsStream(ranges)
        .forEach(range -> {
          int dash = range.indexOf('-');
          int first = parseHex(dash < 0 ? range : range.substring(0, dash));
          int last = parseHex(range.substring(dash + 1));
          members.set(first, last + 1);
        });
    return new CodePointSet(members);
  }

  boolean contains(int codePoint) {
    return members.get(codePoint);
  }

  private static int parseHex(String digits) {
    return Integer.parseInt(digits, HEXADECIMAL);
  }
}
