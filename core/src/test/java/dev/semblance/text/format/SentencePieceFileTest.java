package dev.semblance.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.golden.Golden;
import dev.semblance.text.pipeline.Pipeline;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Models of SentencePiece put together field by field, and what their settings do; ids are those
/// of SentencePiece 0.1.97 for the same bytes.
class SentencePieceFileTest {
  private static final long SEED = 3_141;
  private static final int UNIGRAM = 1;
  private static final int BYTE_PAIRS = 2;

  private static final int NORMAL = 1;
  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;
  private static final int USER_DEFINED = 4;
  private static final int UNUSED = 5;
  private static final int BYTE = 6;

  @Test
  void cuts_by_scores_as_unigram_and_by_merges_as_byte_pairs() {
    ProtoWriter unigram = pieces().message(2, kind(UNIGRAM));
    ProtoWriter bytePairs = pieces().message(2, kind(BYTE_PAIRS));

    assertThat(Json.ids(read(unigram), "abc")).as("▁ ab c").containsExactly(3, 7, 6);
    assertThat(Json.ids(read(bytePairs), "abc")).as("▁ a bc").containsExactly(3, 4, 8);
    assertThat(Json.ids(read(pieces()), "abc")).as("unigram if it is not said").hasSize(3);
  }

  /// Two orders of the same pieces have equal sums; which wins is a matter of rounding. The ids are
  /// those of 0.1.97 for SigLIP's model.
  @ParameterizedTest
  @CsvSource({
    "......., 7 269 4",
    "........, 7 269 4 4",
    "---, 7 416 33",
    "-------, 7 416 33 416 416",
    "x ........., 7 297 7 4 269 4 4",
    "x -------------, 7 297 7 416 416 416 416 416 416 33"
  })
  void decides_between_equal_sums_as_sentencepiece_does(String text, String ids) {
    Pipeline siglip =
        SentencePieceFile.read(Golden.bytes("models/siglip/spiece.model"), false, false);

    assertThat(Json.ids(siglip, text))
        .isEqualTo(Arrays.stream(ids.split(" ")).map(Integer::valueOf).toList());
  }

  @Test
  void puts_symbols_beside_the_text_by_their_names() {
    ProtoWriter model = pieces();
    Pipeline both = SentencePieceFile.read(model.toBytes(), true, true);
    assertThat(both.specialIds().before()).containsExactly(1);
    assertThat(both.specialIds().behind()).containsExactly(2);
    assertThat(read(model).specialIds().count()).isZero();

    ProtoWriter renamed =
        pieces()
            .message(1, piece("[BOS]", 0, CONTROL))
            .message(1, piece("[EOS]", 0, CONTROL))
            .message(2, kind(UNIGRAM).text(46, "[BOS]").text(47, "[EOS]"));
    Pipeline named = SentencePieceFile.read(renamed.toBytes(), true, true);
    assertThat(named.specialIds().before()).containsExactly(9);
    assertThat(named.specialIds().behind()).containsExactly(10);
  }

  @Test
  void refuses_symbols_that_are_asked_for_and_not_there() {
    byte[] without = piecesWithout("</s>").toBytes();
    byte[] normal = pieces().message(2, kind(UNIGRAM).text(46, "ab")).toBytes();

    assertThat(SentencePieceFile.read(without, true, false).specialIds().count()).isEqualTo(1);
    assertThatThrownBy(() -> SentencePieceFile.read(without, false, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no control symbol </s>");
    assertThatThrownBy(() -> SentencePieceFile.read(normal, true, false))
        .as("ab is a piece, but no control symbol")
        .hasMessageContaining("no control symbol ab");
  }

  @Test
  void takes_control_symbols_in_a_text_for_plain_text() {
    assertThat(Json.ids(read(pieces()), "<s>")).as("▁ and a run of unknown").containsExactly(3, 0);
  }

  @Test
  void treats_spaces_as_it_is_told() {
    assertThat(Json.ids(read(spaces(new ProtoWriter())), " a  b ")).containsExactly(3, 4, 3, 5);
    assertThat(Json.ids(read(spaces(new ProtoWriter().flag(3, false))), " a  b "))
        .as("no space in front")
        .containsExactly(4, 3, 5);
    assertThat(Json.ids(read(spaces(new ProtoWriter().flag(4, false))), " a  b "))
        .as("spaces stay")
        .containsExactly(3, 3, 4, 3, 3, 5, 3);
    assertThat(Json.ids(read(spaces(new ProtoWriter().flag(5, false))), "a b"))
        .as("spaces stay spaces, which are unknown here")
        .containsExactly(0, 4, 0, 5);
    ProtoWriter behind = pieces().message(2, kind(UNIGRAM).flag(24, true));
    assertThat(Json.ids(read(behind), "a b")).as("space behind").containsExactly(4, 3, 5, 3);
  }

  @Test
  void takes_user_defined_symbols_whole() {
    for (int kind : new int[] {UNIGRAM, BYTE_PAIRS}) {
      ProtoWriter model = pieces().message(1, piece("b+c", 0, USER_DEFINED)).message(2, kind(kind));

      assertThat(Json.ids(read(model), "ab+c")).as("kind %d", kind).containsExactly(3, 4, 9);
    }
  }

  @Test
  void never_gives_unused_pieces() {
    for (int kind : new int[] {UNIGRAM, BYTE_PAIRS}) {
      ProtoWriter model = pieces().message(1, piece("▁a", 9, UNUSED)).message(2, kind(kind));

      assertThat(Json.ids(read(model), "a")).as("kind %d", kind).containsExactly(3, 4);
    }
  }

  @Test
  void turns_unknown_characters_into_bytes_if_it_is_told_to() {
    for (int kind : new int[] {UNIGRAM, BYTE_PAIRS}) {
      ProtoWriter model =
          pieces().message(1, piece("<0xC3>", 0, BYTE)).message(1, piece("<0xA9>", 0, BYTE));

      assertThat(Json.ids(read(model.message(2, kind(kind))), "aé")).containsExactly(3, 4, 0);
      assertThat(Json.ids(read(model.message(2, new ProtoWriter().flag(35, true))), "aé"))
          .as("kind %d; a message that comes twice is joined", kind)
          .containsExactly(3, 4, 9, 10);
    }
  }

  @Test
  void gives_a_piece_without_kind_and_score_the_usual_ones() {
    ProtoWriter model =
        new ProtoWriter()
            .message(1, piece("<unk>", 0, UNKNOWN))
            .message(1, new ProtoWriter().text(1, "▁"))
            .message(1, new ProtoWriter().text(1, "a"));

    assertThat(Json.ids(read(model), "a")).containsExactly(1, 2);
  }

  @Test
  void refuses_what_it_does_not_understand() {
    assertRefused(pieces().message(2, kind(3)))
        .hasMessage(
            "the SentencePiece model is of kind 3; understood are 1 (unigram) and 2 (byte pairs)");
    assertRefused(pieces().message(1, piece("x", 0, 7)))
        .hasMessage("the SentencePiece model has a piece of type 7; understood are 1 to 6");
    assertRefused(pieces().message(1, piece("x", 0, 0))).hasMessageContaining("of type 0;");
    assertRefused(new ProtoWriter().message(1, piece("a", 0, NORMAL)))
        .hasMessage("the SentencePiece model has no unknown symbol among its 1 pieces");
    assertRefused(new ProtoWriter()).hasMessageContaining("among its 0 pieces");
    assertRefused(pieces().message(1, piece("", 0, USER_DEFINED)))
        .hasMessage("the SentencePiece model has a piece without a text");
  }

  @Test
  void refuses_a_model_cut_inside_a_field() {
    byte[] whole = pieces().message(2, kind(UNIGRAM)).toBytes();
    int read = 0;
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      try {
        SentencePieceFile.read(cut, false, false);
        read++;
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("SentencePiece model");
      }
    }
    assertThat(read).as("cut between two pieces it is a smaller model").isEqualTo(9);
  }

  @Test
  void reads_a_changed_model_or_refuses_it_and_nothing_else() {
    Random random = new Random(SEED);
    byte[] whole =
        pieces()
            .message(1, piece("bb", -1, USER_DEFINED))
            .message(2, kind(BYTE_PAIRS).flag(35, true))
            .toBytes();
    for (int i = 0; i < 30_000; i++) {
      byte[] changed = whole.clone();
      for (int count = 1 + random.nextInt(3); count > 0; count--) {
        changed[random.nextInt(whole.length)] = (byte) random.nextInt(i % 2 == 0 ? 8 : 256);
      }
      try {
        Pipeline pipeline = SentencePieceFile.read(changed, false, false);
        assertThat(Json.ids(pipeline, "a bb c")).isNotNull();
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotBlank();
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + SEED + ": " + Arrays.toString(changed), e);
      }
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ProtoWriter model) {
    return assertThatThrownBy(() -> read(model)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Pipeline read(ProtoWriter model) {
    return SentencePieceFile.read(model.toBytes(), false, false);
  }

  /// Ids 0 to 8: `<unk> <s> </s> ▁ a b c ab bc`.
  private static ProtoWriter pieces() {
    return piecesWithout("");
  }

  private static ProtoWriter piecesWithout(String left) {
    ProtoWriter model = new ProtoWriter().message(1, piece("<unk>", 0, UNKNOWN));
    for (String symbol : new String[] {"<s>", "</s>"}) {
      if (!symbol.equals(left)) {
        model.message(1, piece(symbol, 0, CONTROL));
      }
    }
    return model
        .message(1, piece("▁", -2, NORMAL))
        .message(1, piece("a", -3, NORMAL))
        .message(1, piece("b", -3, NORMAL))
        .message(1, piece("c", -1, NORMAL))
        .message(1, piece("ab", -1.5f, NORMAL))
        .message(1, piece("bc", -1, NORMAL));
  }

  private static ProtoWriter piece(String text, float score, int kind) {
    return new ProtoWriter().text(1, text).decimal(2, score).number(3, kind);
  }

  private static ProtoWriter kind(int kind) {
    return new ProtoWriter().number(3, kind);
  }

  private static ProtoWriter spaces(ProtoWriter normalizer) {
    return pieces().message(3, normalizer);
  }
}
