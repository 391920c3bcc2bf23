package dev.semblance.text.split;

import dev.semblance.text.unicode.ByteAlphabet;
import dev.semblance.text.unicode.CodePoints;
import dev.semblance.text.unicode.OnigurumaPattern;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The pre-tokenizers of `tokenizer.json`, after `tokenizers/src/pre_tokenizers` of Hugging Face
/// tokenizers.
public final class PreTokenizers {
  /// One token of GPT-2, `encoder.py`.
  private static final Pattern GPT2 =
      OnigurumaPattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

  private PreTokenizers() {}

  /// Leaves the text whole.
  public static PreTokenizer none() {
    return (piece, out) -> out.accept(piece);
  }

  /// One after another, each on what the one before left.
  public static PreTokenizer sequence(List<PreTokenizer> steps) {
    return steps.stream().reduce(PreTokenizers::inTurn).orElseGet(PreTokenizers::none);
  }

  /// Splits at the matches of a pattern, or with `invert` at what lies between them.
  public static PreTokenizer split(Pattern pattern, SplitBehavior behavior, boolean invert) {
    return (piece, out) ->
        Sections.at(piece.text(), pattern, invert).emit(behavior, piece.first(), out);
  }

  /// GPT-2's: words with the space before them, as bytes of GPT-2's alphabet.
  ///
  /// @param prefixSpace whether a text that begins without a space gets one
  /// @param splits whether it splits, or only turns text into bytes
  public static PreTokenizer byteLevel(boolean prefixSpace, boolean splits) {
    return (piece, out) -> {
      boolean spaced = prefixSpace && !piece.text().startsWith(" ");
      Piece whole = spaced ? new Piece(" " + piece.text(), piece.first()) : piece;
      Consumer<Piece> toBytes =
          part -> out.accept(new Piece(ByteAlphabet.encode(part.text()), part.first()));
      if (splits) {
        Sections.at(whole.text(), GPT2, false).emit(SplitBehavior.ISOLATED, whole.first(), toBytes);
      } else {
        toBytes.accept(whole);
      }
    };
  }

  /// Words and runs of what is neither word nor white space.
  public static PreTokenizer whitespace() {
    return (piece, out) ->
        Sections.at(piece.text(), CodePoints::isWhiteSpace)
            .emit(
                SplitBehavior.REMOVED,
                piece.first(),
                run ->
                    Sections.at(run.text(), CodePoints::isWord)
                        .emit(SplitBehavior.CONTIGUOUS, run.first(), out));
  }

  /// What stands between white space.
  public static PreTokenizer whitespaceSplit() {
    return (piece, out) ->
        Sections.at(piece.text(), CodePoints::isWhiteSpace)
            .emit(SplitBehavior.REMOVED, piece.first(), out);
  }

  /// BERT's: what stands between white space, punctuation characters apart.
  public static PreTokenizer bert() {
    return inTurn(whitespaceSplit(), punctuation(SplitBehavior.ISOLATED));
  }

  /// Splits at punctuation characters.
  public static PreTokenizer punctuation(SplitBehavior behavior) {
    return (piece, out) ->
        Sections.at(piece.text(), CodePoints::isPunctuation).emit(behavior, piece.first(), out);
  }

  /// Splits at digits, each apart or all of a run together.
  public static PreTokenizer digits(boolean individual) {
    SplitBehavior behavior = individual ? SplitBehavior.ISOLATED : SplitBehavior.CONTIGUOUS;
    return (piece, out) ->
        Sections.at(piece.text(), CodePoints::isNumeric).emit(behavior, piece.first(), out);
  }

  /// Turns spaces into a visible character, puts one in front, and splits before each.
  public static PreTokenizer metaspace(String space, Prefix prefix, boolean splits) {
    int delimiter = space.codePointAt(0);
    return (piece, out) -> {
      String text = piece.text().replace(" ", space);
      boolean wanted = prefix == Prefix.ALWAYS || (prefix == Prefix.FIRST && piece.first());
      String whole = wanted && !text.startsWith(space) ? space + text : text;
      if (splits) {
        Sections.at(whole, codePoint -> codePoint == delimiter)
            .emit(SplitBehavior.MERGED_WITH_NEXT, piece.first(), out);
      } else {
        out.accept(new Piece(whole, piece.first()));
      }
    };
  }

  /// Where [#metaspace] puts a space in front.
  public enum Prefix {
    /// Before every piece.
    ALWAYS,
    /// Before the piece that begins the text. The reference asks whether the piece begins where the
    /// text before normalising began; so if the normaliser drops the first characters, the
    /// reference adds none and this does.
    FIRST,
    /// Nowhere.
    NEVER
  }

  private static PreTokenizer inTurn(PreTokenizer first, PreTokenizer second) {
    return (piece, out) -> first.split(piece, part -> second.split(part, out));
  }
}
