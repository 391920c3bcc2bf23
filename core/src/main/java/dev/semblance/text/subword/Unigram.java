package dev.semblance.text.subword;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Unigram language model: of all ways to cut a piece into known subwords, the one with the highest
/// sum of scores (Kudo 2018; Viterbi as in `models/unigram` of Hugging Face tokenizers and
/// `EncodeOptimized` of SentencePiece's `unigram_model.cc`). Immutable and safe for many threads.
public final class Unigram implements SubwordModel {
  /// How far the score of an unknown character lies below the lowest known one.
  public static final double UNKNOWN_PENALTY = 10;

  private static final int NOT_REACHED = -1;

  private final Vocabulary vocabulary;
  private final double[] scores;
  private final Options options;
  private final @Nullable ByteTokens byteTokens;

  /// @param vocabulary what can be found in a text
  /// @param scores by id
  /// @param bytes where the byte tokens are looked up, if there are any
  public Unigram(
      Vocabulary vocabulary, double[] scores, Options options, @Nullable Vocabulary bytes) {
    this.vocabulary = vocabulary;
    this.scores = scores.clone();
    this.options = options;
    byteTokens = bytes == null ? null : ByteTokens.of(bytes);
  }

  /// How a vocabulary of scores is to be used.
  ///
  /// @param unknownId the id of unknown characters; negative if there is none
  /// @param unknownScore the score of one unknown character
  /// @param singlePrecision whether sums are rounded to float32, as SentencePiece does
  public record Options(int unknownId, double unknownScore, boolean singlePrecision) {}

  @Override
  public void encode(String piece, IdList out) {
    Lattice lattice = new Lattice(piece);
    lattice.fill();
    lattice.collect(out);
  }

  @Override
  public int idOf(String token) {
    return vocabulary.find(token);
  }

  @Override
  public int size() {
    return vocabulary.size();
  }

  /// The best way to each place of one piece.
  private final class Lattice {
    private final String piece;
    private final double[] best;
    private final int[] from;
    private final int[] ids;

    Lattice(String piece) {
      this.piece = piece;
      best = new double[piece.length() + 1];
      from = new int[piece.length() + 1];
      ids = new int[piece.length() + 1];
      Arrays.fill(from, NOT_REACHED);
    }

    void fill() {
      int next;
      for (int start = 0; start < piece.length(); start = next) {
        next = piece.offsetByCodePoints(start, 1);
        boolean single = false;
        int limit = Math.min(piece.length(), start + vocabulary.longest());
        int hash = 0;
        for (int end = start + 1; end <= limit; end++) {
          hash = Vocabulary.extend(hash, piece.charAt(end - 1));
          int id = vocabulary.find(piece, start, end, hash);
          if (id != Vocabulary.ABSENT) {
            reach(start, end, id, scores[id] + best[start]);
            single |= end == next;
          }
        }
        if (!single) {
          reachUnknown(start, next);
        }
      }
    }

    private void reachUnknown(int start, int end) {
      if (options.unknownId < 0) {
        throw new IllegalArgumentException(
            "the tokenizer has no unknown token, but its vocabulary lacks "
                + piece.substring(start, end));
      }
      reach(start, end, options.unknownId, rounded(options.unknownScore + best[start]));
    }

    private double rounded(double sum) {
      return options.singlePrecision ? (float) sum : sum;
    }

    /// As in SentencePiece up to 0.2.1, a sum is compared before it is rounded: that decides ties.
    private void reach(int start, int end, int id, double sum) {
      if (from[end] == NOT_REACHED || sum > best[end]) {
        best[end] = rounded(sum);
        from[end] = start;
        ids[end] = id;
      }
    }

    void collect(IdList out) {
      int[] ends = new int[piece.length()];
      int count = 0;
      for (int end = piece.length(); end > 0; end = from[end]) {
        ends[count++] = end;
      }
      int unknownStart = NOT_REACHED;
      for (int i = count - 1; i >= 0; i--) {
        int end = ends[i];
        boolean unknown = ids[end] == options.unknownId;
        if (unknownStart != NOT_REACHED && !unknown) {
          addUnknown(unknownStart, from[end], out);
          unknownStart = NOT_REACHED;
        }
        if (!unknown) {
          out.add(ids[end]);
        } else if (unknownStart == NOT_REACHED) {
          unknownStart = from[end];
        }
      }
      if (unknownStart != NOT_REACHED) {
        addUnknown(unknownStart, piece.length(), out);
      }
    }

    /// A run of unknown characters is one token, or its bytes; as in the reference it may be an
    /// entry of the vocabulary after all, which is the unknown token written out.
    private void addUnknown(int start, int end, IdList out) {
      int known = vocabulary.find(piece, start, end);
      String run = piece.substring(start, end);
      int[] bytes = known != Vocabulary.ABSENT || byteTokens == null ? null : byteTokens.find(run);
      if (bytes == null) {
        out.add(known == Vocabulary.ABSENT ? options.unknownId : known);
        return;
      }
      for (int id : bytes) {
        out.add(id);
      }
    }
  }
}
