package dev.semblance.text.format;

import dev.semblance.text.normalize.BertNormalizer;
import dev.semblance.text.pipeline.AddedToken;
import dev.semblance.text.pipeline.Pipeline;
import dev.semblance.text.pipeline.SpecialIds;
import dev.semblance.text.split.PreTokenizers;
import dev.semblance.text.subword.Vocabulary;
import dev.semblance.text.subword.WordPiece;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Reads BERT's `vocab.txt`: a token a line, UTF-8, its id the number of the line from 0 on. The
/// rest is BERT's: cleaning, spaces around Chinese, `[CLS]` in front and `[SEP]` behind.
public final class WordPieceFile {
  private static final String UNKNOWN = "[UNK]";
  private static final int LONGEST_WORD = 100;

  private WordPieceFile() {}

  /// @param lowerCase whether texts lose case and accents, as the vocabularies called uncased want
  /// @throws IllegalArgumentException if `[UNK]`, `[CLS]` or `[SEP]` is not among the tokens
  public static Pipeline read(byte[] vocabTxt, boolean lowerCase) {
    Vocabulary.Builder builder = Vocabulary.builder();
    String[] lines = new String(vocabTxt, StandardCharsets.UTF_8).split("\r?\n");
    for (int id = 0; id < lines.length; id++) {
      builder.add(lines[id], id);
    }
    Vocabulary vocabulary = builder.build();
    WordPiece model = new WordPiece(vocabulary, UNKNOWN, "##", LONGEST_WORD);
    List<AddedToken> special =
        Stream.of("[PAD]", UNKNOWN, "[CLS]", "[SEP]", "[MASK]")
            .filter(token -> vocabulary.find(token) >= 0)
            .map(AddedToken::plain)
            .toList();
    return new Pipeline(
        new Pipeline.Stages(
            new BertNormalizer(true, true, lowerCase, lowerCase), PreTokenizers.bert(), model),
        special,
        new SpecialIds(List.of(known(vocabulary, "[CLS]")), List.of(known(vocabulary, "[SEP]"))));
  }

  private static int known(Vocabulary vocabulary, String token) {
    int id = vocabulary.find(token);
    if (id < 0) {
      throw new IllegalArgumentException(
          "vocab.txt has no line " + token + " among its " + vocabulary.size() + " tokens");
    }
    return id;
  }
}
