package dev.semblance.text.format;

import dev.semblance.text.normalize.SentencePieceNormalizer;
import dev.semblance.text.pipeline.Pipeline;
import dev.semblance.text.pipeline.SpecialIds;
import dev.semblance.text.split.PreTokenizers;
import dev.semblance.text.subword.SentencePieceMerges;
import dev.semblance.text.subword.SubwordModel;
import dev.semblance.text.subword.Unigram;
import dev.semblance.text.subword.Vocabulary;
import dev.semblance.text.unicode.PhraseFinder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a model of SentencePiece (`spiece.model`, `tokenizer.model`): the message `ModelProto` of
/// google/sentencepiece's `sentencepiece_model.proto`, of the kinds unigram and byte pairs. Ids are
/// those of SentencePiece's own encoder; control symbols written in a text are plain text.
public final class SentencePieceFile {
  private static final int UNIGRAM = 1;
  private static final int BYTE_PAIRS = 2;

  private final List<Piece> pieces = new ArrayList<>();
  private int kind = UNIGRAM;
  private boolean byteFallback;
  private boolean spaceBehind;
  private String beginPiece = "<s>";
  private String endPiece = "</s>";
  private byte[] charsmap = new byte[0];
  private boolean dummySpace = true;
  private boolean collapse = true;
  private boolean escape = true;

  private SentencePieceFile() {}

  /// @param begin whether the symbol that begins sentences is put before every text
  /// @param end whether the symbol that ends sentences is put behind every text
  /// @throws IllegalArgumentException if the bytes are no such model, or of another kind, or lack a
  ///   symbol that is asked for
  public static Pipeline read(byte[] model, boolean begin, boolean end) {
    SentencePieceFile file = new SentencePieceFile();
    ProtoReader reader = new ProtoReader(model);
    while (reader.next()) {
      switch (reader.field()) {
        case 1 -> file.pieces.add(Piece.read(reader.asMessage()));
        case 2 -> file.readTrainer(reader.asMessage());
        case 3 -> file.readNormalizer(reader.asMessage());
        default -> {}
      }
    }
    return file.build(begin, end);
  }

  private void readTrainer(ProtoReader reader) {
    while (reader.next()) {
      switch (reader.field()) {
        case 3 -> kind = reader.asInt();
        case 24 -> spaceBehind = reader.asBoolean();
        case 35 -> byteFallback = reader.asBoolean();
        case 46 -> beginPiece = reader.asText();
        case 47 -> endPiece = reader.asText();
        default -> {}
      }
    }
  }

  private void readNormalizer(ProtoReader reader) {
    while (reader.next()) {
      switch (reader.field()) {
        case 2 -> charsmap = reader.asBytes();
        case 3 -> dummySpace = reader.asBoolean();
        case 4 -> collapse = reader.asBoolean();
        case 5 -> escape = reader.asBoolean();
        default -> {}
      }
    }
  }

  private Pipeline build(boolean begin, boolean end) {
    PhraseFinder userDefined =
        new PhraseFinder(
            pieces.stream()
                .filter(piece -> piece.kind == PieceKind.USER_DEFINED)
                .map(Piece::text)
                .toList());
    var whitespace =
        new SentencePieceNormalizer.Whitespace(dummySpace, spaceBehind, collapse, escape);
    return new Pipeline(
        new Pipeline.Stages(
            new SentencePieceNormalizer(charsmap, userDefined, whitespace),
            PreTokenizers.none(),
            model(userDefined)),
        List.of(),
        new SpecialIds(
            begin ? List.of(control(beginPiece)) : List.of(),
            end ? List.of(control(endPiece)) : List.of()));
  }

  private SubwordModel model(PhraseFinder userDefined) {
    return switch (kind) {
      case UNIGRAM -> unigram();
      case BYTE_PAIRS ->
          new SentencePieceMerges(
              vocabulary(PieceKind.NORMAL, PieceKind.USER_DEFINED, PieceKind.UNUSED),
              scores(),
              new SentencePieceMerges.Options(
                  unknownId(), userDefined, vocabulary(PieceKind.UNUSED)),
              bytes());
      default ->
          throw new IllegalArgumentException(
              "the SentencePiece model is of kind "
                  + kind
                  + "; understood are 1 (unigram) and 2 (byte pairs)");
    };
  }

  private SubwordModel unigram() {
    double[] scores = new double[pieces.size()];
    float lowest = Float.MAX_VALUE;
    float highest = Float.MIN_NORMAL;
    for (Piece piece : pieces) {
      if (piece.kind == PieceKind.NORMAL) {
        lowest = Math.min(lowest, piece.score);
        highest = Math.max(highest, piece.score);
      }
    }
    for (int id = 0; id < scores.length; id++) {
      Piece piece = pieces.get(id);
      scores[id] =
          piece.kind == PieceKind.USER_DEFINED ? piece.bonus(highest) : (double) piece.score;
    }
    float unknownScore = (float) (lowest - Unigram.UNKNOWN_PENALTY);
    return new Unigram(
        vocabulary(PieceKind.NORMAL, PieceKind.USER_DEFINED),
        scores,
        new Unigram.Options(unknownId(), unknownScore, true),
        bytes());
  }

  private float[] scores() {
    float[] result = new float[pieces.size()];
    for (int id = 0; id < result.length; id++) {
      result[id] = pieces.get(id).score;
    }
    return result;
  }

  private @Nullable Vocabulary bytes() {
    return byteFallback ? vocabulary(PieceKind.BYTE) : null;
  }

  private Vocabulary vocabulary(PieceKind... kinds) {
    List<PieceKind> wanted = List.of(kinds);
    Vocabulary.Builder builder = Vocabulary.builder();
    for (int id = 0; id < pieces.size(); id++) {
      if (wanted.contains(pieces.get(id).kind)) {
        builder.add(pieces.get(id).text, id);
      }
    }
    return builder.build();
  }

  private int unknownId() {
    for (int id = 0; id < pieces.size(); id++) {
      if (pieces.get(id).kind == PieceKind.UNKNOWN) {
        return id;
      }
    }
    throw new IllegalArgumentException(
        "the SentencePiece model has no unknown symbol among its " + pieces.size() + " pieces");
  }

  private int control(String symbol) {
    int id = vocabulary(PieceKind.CONTROL).find(symbol);
    if (id < 0) {
      throw new IllegalArgumentException(
          "the SentencePiece model has no control symbol "
              + symbol
              + ", so it cannot be put beside every text");
    }
    return id;
  }

  /// What a piece is, in the order of the numbers 1 to 6 of `SentencePiece.Type`.
  private enum PieceKind {
    NORMAL,
    UNKNOWN,
    CONTROL,
    USER_DEFINED,
    UNUSED,
    BYTE
  }

  private record Piece(String text, float score, PieceKind kind) {
    static Piece read(ProtoReader reader) {
      String text = "";
      float score = 0;
      PieceKind kind = PieceKind.NORMAL;
      while (reader.next()) {
        switch (reader.field()) {
          case 1 -> text = reader.asText();
          case 2 -> score = reader.asFloat();
          case 3 -> kind = kind(reader.asInt());
          default -> {}
        }
      }
      if (text.isEmpty()) {
        throw new IllegalArgumentException("the SentencePiece model has a piece without a text");
      }
      return new Piece(text, score, kind);
    }

    private static PieceKind kind(int number) {
      PieceKind[] kinds = PieceKind.values();
      if (number < 1 || number > kinds.length) {
        throw new IllegalArgumentException(
            "the SentencePiece model has a piece of type "
                + number
                + "; understood are 1 to "
                + kinds.length);
      }
      return kinds[number - 1];
    }

    /// A score that lets a user-defined symbol win, by its length in bytes.
    double bonus(float highest) {
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      return length * highest - 0.1;
    }
  }
}
