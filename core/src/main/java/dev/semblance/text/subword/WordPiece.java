package dev.semblance.text.subword;

/// WordPiece: the longest known beginning of a word, then of the rest, and so on; a word that does
/// not come out even is unknown as a whole (`models/wordpiece` of Hugging Face tokenizers).
/// Immutable and safe for many threads.
public final class WordPiece implements SubwordModel {
  private final Vocabulary vocabulary;
  private final String continuingPrefix;
  private final int unknownId;
  private final int longestWord;

  /// @param unknown the token for a word that cannot be cut
  /// @param continuingPrefix what stands before every part but the first, in the vocabulary
  /// @param longestWord a longer word, in code points, is unknown
  /// @throws IllegalArgumentException if the unknown token is not in the vocabulary
  public WordPiece(
      Vocabulary vocabulary, String unknown, String continuingPrefix, int longestWord) {
    this.vocabulary = vocabulary;
    this.continuingPrefix = continuingPrefix;
    this.longestWord = longestWord;
    unknownId = vocabulary.find(unknown);
    if (unknownId == Vocabulary.ABSENT) {
      throw new IllegalArgumentException(
          "the tokenizer's unknown token " + unknown + " is not in its vocabulary");
    }
  }

  @Override
  public void encode(String piece, IdList out) {
    IdList parts = new IdList();
    boolean known = piece.codePointCount(0, piece.length()) <= longestWord && cut(piece, parts);
    if (!known) {
      out.add(unknownId);
      return;
    }
    int[] ids = new int[parts.size()];
    parts.copyTo(ids, 0, ids.length);
    for (int id : ids) {
      out.add(id);
    }
  }

  @Override
  public int idOf(String token) {
    return vocabulary.find(token);
  }

  @Override
  public int size() {
    return vocabulary.size();
  }

  private boolean cut(String word, IdList parts) {
    int start = 0;
    while (start < word.length()) {
      String prefix = start == 0 ? "" : continuingPrefix;
      int room = Math.max(0, vocabulary.longest() - prefix.length());
      int end = Math.min(word.length(), start + room);
      int id = vocabulary.find(prefix, word, start, end);
      while (id == Vocabulary.ABSENT && end > start + 1) {
        end--;
        id = vocabulary.find(prefix, word, start, end);
      }
      if (id == Vocabulary.ABSENT || end <= start) {
        return false;
      }
      parts.add(id);
      start = end;
    }
    return true;
  }
}
