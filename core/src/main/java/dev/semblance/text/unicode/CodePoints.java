package dev.semblance.text.unicode;

/// Classes of code points as Rust's standard library, the `regex` crate and the
/// `unicode_categories` crate of Hugging Face tokenizers define them.
///
/// Where the reference uses tables of Unicode 8 (punctuation and marks for BERT) or 9 (normal
/// forms, marks for StripAccents), characters assigned since are left out here too. Everything else
/// is the Unicode version of the running JDK. The tables were found by asking the reference about
/// every code point.
public final class CodePoints {
  private static final CodePointSet LATER_PUNCTUATION =
      CodePointSet.parse(
          "61d 9fd a76 c77 c84 1b4e-1b4f 1b7d-1b7f 2e43-2e4f 2e52-2e5d 10d6e 10ead 10f55-10f59"
              + " 10f86-10f89 113d4-113d5 113d7-113d8 1144b-1144f 1145a-1145b 1145d 11660-1166c"
              + " 116b9 1183b 11944-11946 119e2 11a3f-11a46 11a9a-11a9c 11a9e-11aa2 11b00-11b09"
              + " 11be1 11c41-11c45 11c70-11c71 11ef7-11ef8 11f43-11f4f 11fff 12ff1-12ff2"
              + " 16d6d-16d6f 16e97-16e9a 16fe2 1e5ff 1e95e-1e95f");
  private static final CodePointSet FORMER_PUNCTUATION = CodePointSet.parse("166d 111c9");
  private static final CodePointSet LATER_NON_SPACING_MARKS =
      CodePointSet.parse(
          "7fd 897-89f 8ca-8e1 9fe afa-aff b55 c04 c3c d00 d3b-d3c d81 eba ece 180f 1885-1886"
              + " 1abf-1ace 1df6-1dfb a82c a8c5 a8ff a9bd 10d24-10d27 10d69-10d6d 10eab-10eac"
              + " 10efc-10eff 10f46-10f50 10f82-10f85 11070 11073-11074 110c2 111c9 111cf 1123e"
              + " 11241 1133b 113bb-113c0 113ce 113d0 113d2 113e1-113e2 11438-1143f 11442-11444"
              + " 11446 1145e 1182f-11837 11839-1183a 1193b-1193c 1193e 11943 119d4-119d7"
              + " 119da-119db 119e0 11a01-11a0a 11a33-11a38 11a3b-11a3e 11a47 11a51-11a56"
              + " 11a59-11a5b 11a8a-11a96 11a98-11a99 11c30-11c36 11c38-11c3d 11c3f 11c92-11ca7"
              + " 11caa-11cb0 11cb2-11cb3 11cb5-11cb6 11d31-11d36 11d3a 11d3c-11d3d 11d3f-11d45"
              + " 11d47 11d90-11d91 11d95 11d97 11ef3-11ef4 11f00-11f01 11f36-11f3a 11f40 11f42"
              + " 11f5a 13440 13447-13455 1611e-16129 1612d-1612f 16f4f 16fe4 1cf00-1cf2d"
              + " 1cf30-1cf46 1e000-1e006 1e008-1e018 1e01b-1e021 1e023-1e024 1e026-1e02a 1e08f"
              + " 1e130-1e136 1e2ae 1e2ec-1e2ef 1e4ec-1e4ef 1e5ee-1e5ef 1e944-1e94a");
  private static final CodePointSet FORMER_NON_SPACING_MARKS = CodePointSet.parse("1734 1171e");
  private static final CodePointSet LATER_MARKS =
      CodePointSet.parse(
          "7fd 897-89f 8ca-8d3 9fe afa-aff b55 c04 c3c cf3 d00 d3b-d3c d81 eba ece 1715 180f"
              + " 1abf-1ace 1cf7 1df6-1dfa a82c a8ff 10d24-10d27 10d69-10d6d 10eab-10eac"
              + " 10efc-10eff 10f46-10f50 10f82-10f85 11070 11073-11074 110c2 11145-11146 111c9"
              + " 111ce-111cf 11241 1133b 113b8-113c0 113c2 113c5 113c7-113ca 113cc-113d0 113d2"
              + " 113e1-113e2 1145e 1182c-1183a 11930-11935 11937-11938 1193b-1193e 11940"
              + " 11942-11943 119d1-119d7 119da-119e0 119e4 11a01-11a0a 11a33-11a39 11a3b-11a3e"
              + " 11a47 11a51-11a5b 11a8a-11a99 11d31-11d36 11d3a 11d3c-11d3d 11d3f-11d45 11d47"
              + " 11d8a-11d8e 11d90-11d91 11d93-11d97 11ef3-11ef6 11f00-11f01 11f03 11f34-11f3a"
              + " 11f3e-11f42 11f5a 13440 13447-13455 1611e-1612f 16f4f 16f7f-16f87 16fe4"
              + " 16ff0-16ff1 1cf00-1cf2d 1cf30-1cf46 1e08f 1e130-1e136 1e2ae 1e2ec-1e2ef"
              + " 1e4ec-1e4ef 1e5ee-1e5ef");
  private static final CodePointSet FORMER_MARKS = CodePointSet.parse("1cf2-1cf3");
  private static final CodePointSet LATER_FORMATS =
      CodePointSet.parse("890-891 8e2 110cd 13430-1343f");

  /// What besides [#LATER_MARKS] has a decomposition, or begins a composition.
  private static final CodePointSet LATER_NORMALIZED =
      CodePointSet.parse(
          "32ff a7f2-a7f4 ab69 105c9 105d2 105da 105e4 10781-10785 10787-107b0 107b2-107ba 11383"
              + " 11385 1138e 11391 16d63 16d67-16d6a 1ccd6-1ccf9 1e030-1e06d 1f16c 1fbf0-1fbf9");

  private CodePoints() {}

  /// The Unicode property White_Space: Rust's `char::is_whitespace`, `\s` of Oniguruma.
  public static boolean isWhiteSpace(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint == ' ' || (codePoint >= '\t' && codePoint <= '\r');
    }
    return codePoint == 0x85 || Character.isSpaceChar(codePoint);
  }

  /// Decimal digits, letter numbers and other numbers: Rust's `char::is_numeric`.
  public static boolean isNumeric(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /// What splits words for BERT: ASCII punctuation and symbols, and punctuation of Unicode 8.
  public static boolean isPunctuation(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint > ' ' && codePoint < 0x7f && !isAsciiAlphanumeric(codePoint);
    }
    boolean now =
        switch (Character.getType(codePoint)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
    return now ? !LATER_PUNCTUATION.contains(codePoint) : FORMER_PUNCTUATION.contains(codePoint);
  }

  /// Control, format and private-use characters but tab, line feed and carriage return: what BERT's
  /// cleaning drops.
  public static boolean isControl(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint != '\t' && codePoint != '\n' && codePoint != '\r';
      case Character.FORMAT -> !LATER_FORMATS.contains(codePoint);
      case Character.PRIVATE_USE -> true;
      default -> false;
    };
  }

  /// Non-spacing marks of Unicode 8: what BERT drops as accents.
  public static boolean isNonSpacingMark(int codePoint) {
    return Character.getType(codePoint) == Character.NON_SPACING_MARK
        ? !LATER_NON_SPACING_MARKS.contains(codePoint)
        : FORMER_NON_SPACING_MARKS.contains(codePoint);
  }

  /// Marks of every kind: what the normaliser StripAccents drops.
  public static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          !LATER_MARKS.contains(codePoint);
      default -> FORMER_MARKS.contains(codePoint);
    };
  }

  /// Whether normal forms leave a character alone, since their tables are those of Unicode 9 in the
  /// reference (`unicode-normalization-alignments`) and it was assigned later.
  public static boolean isLaterThanNormalForms(int codePoint) {
    return LATER_MARKS.contains(codePoint) || LATER_NORMALIZED.contains(codePoint);
  }

  /// Letters, marks, decimal digits, connectors and joiners: `\w` of the `regex` crate.
  public static boolean isWord(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint == '_' || isAsciiAlphanumeric(codePoint);
    }
    if (Character.isAlphabetic(codePoint) || codePoint == 0x200c || codePoint == 0x200d) {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.CONNECTOR_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isAsciiAlphanumeric(int codePoint) {
    return (codePoint >= '0' && codePoint <= '9')
        || (codePoint >= 'A' && codePoint <= 'Z')
        || (codePoint >= 'a' && codePoint <= 'z');
  }
}
