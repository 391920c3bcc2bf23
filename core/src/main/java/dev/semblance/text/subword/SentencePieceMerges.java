package dev.semblance.text.subword;

import dev.semblance.text.unicode.PhraseFinder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Byte-pair encoding as SentencePiece does it: neighbours merge if their text is in the
/// vocabulary, the highest score first; a merged piece that is marked as unused falls apart again
/// (`bpe_model.cc` of google/sentencepiece). Immutable and safe for many threads.
public final class SentencePieceMerges implements SubwordModel {
  private final Vocabulary vocabulary;
  private final float[] scores;
  private final Options options;
  private final @Nullable ByteTokens byteTokens;

  /// @param vocabulary what can be found in a text
  /// @param scores by id
  /// @param bytes where the byte tokens are looked up, if there are any
  public SentencePieceMerges(
      Vocabulary vocabulary, float[] scores, Options options, @Nullable Vocabulary bytes) {
    this.vocabulary = vocabulary;
    this.scores = scores.clone();
    this.options = options;
    byteTokens = bytes == null ? null : ByteTokens.of(bytes);
  }

  /// How a vocabulary of scored pieces is to be used.
  ///
  /// @param unknownId the id of unknown characters
  /// @param userDefined symbols that are taken whole and never merge
  /// @param unused entries that may appear on the way but not in the result
  public record Options(int unknownId, PhraseFinder userDefined, Vocabulary unused) {}

  @Override
  public void encode(String piece, IdList out) {
    new Word(piece).encode(out);
  }

  @Override
  public int idOf(String token) {
    return vocabulary.find(token);
  }

  @Override
  public int size() {
    return vocabulary.size();
  }

  private final class Word {
    private final String piece;
    private final int[] ends;
    private final boolean[] frozen;
    private final Map<String, Integer> unusedCuts = new HashMap<>();
    private int count;
    private boolean unknownBefore;

    Word(String piece) {
      this.piece = piece;
      ends = new int[piece.length()];
      frozen = new boolean[piece.length()];
      for (int start = 0; start < piece.length(); start = ends[count - 1]) {
        String phrase = options.userDefined.longestAt(piece, start);
        frozen[count] = !phrase.isEmpty();
        ends[count++] =
            phrase.isEmpty() ? piece.offsetByCodePoints(start, 1) : start + phrase.length();
      }
    }

    void encode(IdList out) {
      Chain chain = new Chain();
      chain.mergeAll();
      int start = 0;
      for (int symbol = 0; symbol >= 0; symbol = chain.after(symbol)) {
        emit(piece.substring(start, ends[symbol]), out);
        start = ends[symbol];
      }
    }

    private void emit(String text, IdList out) {
      Integer cut = unusedCuts.get(text);
      if (cut != null) {
        emit(text.substring(0, cut), out);
        emit(text.substring(cut), out);
        return;
      }
      int id = vocabulary.find(text);
      int[] bytes = id != Vocabulary.ABSENT || byteTokens == null ? null : byteTokens.find(text);
      if (bytes != null) {
        for (int token : bytes) {
          out.add(token);
        }
      } else if (id != Vocabulary.ABSENT) {
        out.add(id);
      } else if (!unknownBefore) {
        out.add(options.unknownId);
      }
      unknownBefore = id == Vocabulary.ABSENT;
    }

    private final class Chain extends SymbolChain {
      private final int[] starts = new int[count];

      Chain() {
        super(count);
        for (int i = 1; i < count; i++) {
          starts[i] = ends[i - 1];
        }
      }

      @Override
      long merge(int left, int right) {
        if (frozen[left] || frozen[right]) {
          return Merges.NONE;
        }
        int id = vocabulary.find(piece, starts[left], ends[right]);
        return id == Vocabulary.ABSENT ? Merges.NONE : Merges.pack(rank(scores[id]), id);
      }

      @Override
      void remember(int left, int right) {
        if (options.unused.find(piece, starts[left], ends[right]) != Vocabulary.ABSENT) {
          unusedCuts.put(piece.substring(starts[left], ends[right]), ends[left] - starts[left]);
        }
      }

      @Override
      void replace(int left, int right, int id) {
        ends[left] = ends[right];
      }
    }
  }

  /// An int that is the smaller the higher the score is.
  private static int rank(float score) {
    int bits = Float.floatToIntBits(-score + 0f);
    return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
  }
}
