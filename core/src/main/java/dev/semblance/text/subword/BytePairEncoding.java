package dev.semblance.text.subword;

import org.jspecify.annotations.Nullable;

/// Byte-pair encoding: a piece falls into characters, whose neighbours merge in the order in which
/// the merges were learnt (Sennrich et al. 2016; the details after `models/bpe` of Hugging Face
/// tokenizers). Immutable and safe for many threads.
public final class BytePairEncoding implements SubwordModel {
  private final Vocabulary vocabulary;
  private final Merges merges;
  private final Options options;
  private final @Nullable ByteTokens byteTokens;
  private final int unknownId;

  /// @throws IllegalArgumentException if the unknown token is not in the vocabulary
  public BytePairEncoding(Vocabulary vocabulary, Merges merges, Options options) {
    this.vocabulary = vocabulary;
    this.merges = merges;
    this.options = options;
    byteTokens = options.byteFallback ? ByteTokens.of(vocabulary) : null;
    unknownId = options.unknown.isEmpty() ? Vocabulary.ABSENT : vocabulary.find(options.unknown);
    if (!options.unknown.isEmpty() && unknownId == Vocabulary.ABSENT) {
      throw new IllegalArgumentException(
          "the tokenizer's unknown token " + options.unknown + " is not in its vocabulary");
    }
  }

  /// How a vocabulary of byte pairs is to be used.
  ///
  /// @param unknown the token for a character the vocabulary lacks; empty to leave such out
  /// @param continuingPrefix what stands before every character but the first, in the vocabulary
  /// @param endOfWordSuffix what stands behind the last character, in the vocabulary
  /// @param fuseUnknown whether neighbouring unknown characters become one token
  /// @param byteFallback whether unknown characters become their bytes, `<0x00>` to `<0xFF>`
  /// @param ignoreMerges whether a piece that is in the vocabulary is taken whole
  public record Options(
      String unknown,
      String continuingPrefix,
      String endOfWordSuffix,
      boolean fuseUnknown,
      boolean byteFallback,
      boolean ignoreMerges) {}

  @Override
  public void encode(String piece, IdList out) {
    int whole = options.ignoreMerges ? vocabulary.find(piece) : Vocabulary.ABSENT;
    if (whole != Vocabulary.ABSENT) {
      out.add(whole);
      return;
    }
    IdList symbols = new IdList();
    addCharacters(piece, symbols);
    if (symbols.size() > 0) {
      new Word(symbols).encode(out);
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

  /// As in the reference, an unknown character that waits to be fused is written behind bytes that
  /// follow it.
  private void addCharacters(String piece, IdList symbols) {
    boolean unknownWaits = false;
    int end;
    for (int start = 0; start < piece.length(); start = end) {
      end = piece.offsetByCodePoints(start, 1);
      int id = find(piece, start, end);
      if (id == Vocabulary.ABSENT && addBytes(piece, start, end, symbols)) {
        continue;
      }
      if (unknownWaits && (id != Vocabulary.ABSENT || !options.fuseUnknown)) {
        symbols.add(unknownId);
        unknownWaits = false;
      }
      if (id != Vocabulary.ABSENT) {
        symbols.add(id);
      } else {
        unknownWaits = unknownId != Vocabulary.ABSENT;
      }
    }
    if (unknownWaits) {
      symbols.add(unknownId);
    }
  }

  private int find(String piece, int start, int end) {
    return isPlain(piece, start, end)
        ? vocabulary.find(piece, start, end)
        : vocabulary.find(dress(piece, start, end));
  }

  private boolean addBytes(String piece, int start, int end, IdList symbols) {
    int[] bytes = byteTokens == null ? null : byteTokens.find(dress(piece, start, end));
    if (bytes == null) {
      return false;
    }
    for (int id : bytes) {
      symbols.add(id);
    }
    return true;
  }

  private boolean isPlain(String piece, int start, int end) {
    return (start == 0 || options.continuingPrefix.isEmpty())
        && (end < piece.length() || options.endOfWordSuffix.isEmpty());
  }

  private String dress(String piece, int start, int end) {
    String prefix = start == 0 ? "" : options.continuingPrefix;
    String suffix = end < piece.length() ? "" : options.endOfWordSuffix;
    return prefix + piece.substring(start, end) + suffix;
  }

  private final class Word extends SymbolChain {
    private final int[] ids;

    Word(IdList symbols) {
      super(symbols.size());
      ids = new int[symbols.size()];
      symbols.copyTo(ids, 0, ids.length);
    }

    void encode(IdList out) {
      mergeAll();
      for (int i = 0; i >= 0; i = after(i)) {
        out.add(ids[i]);
      }
    }

    @Override
    long merge(int left, int right) {
      return merges.find(ids[left], ids[right]);
    }

    @Override
    void replace(int left, int right, int id) {
      ids[left] = id;
    }
  }
}
