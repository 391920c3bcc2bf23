package dev.semblance.text.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.text.normalize.Normalizer;
import dev.semblance.text.normalize.Normalizers;
import dev.semblance.text.pipeline.Pipeline.Stages;
import dev.semblance.text.split.PreTokenizers;
import dev.semblance.text.split.PreTokenizers.Prefix;
import dev.semblance.text.subword.IdList;
import dev.semblance.text.subword.SubwordModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The stages in a row, with a model whose id of a character is its code point: what reaches it,
/// and where added tokens cut.
class PipelineTest {
  private static final SpecialIds NONE = SpecialIds.none();

  @Test
  void a_text_is_normalised_then_split_then_encoded() {
    Pipeline pipeline =
        new Pipeline(
            new Stages(
                Normalizers.lowercase(),
                PreTokenizers.metaspace("_", Prefix.ALWAYS, true),
                new Letters()),
            List.of(),
            NONE);

    assertThat(ids(pipeline, "Ab C")).isEqualTo("_ab_c");
    assertThat(ids(pipeline, "")).isEmpty();
  }

  @Test
  void added_tokens_are_neither_normalised_nor_split() {
    Pipeline pipeline = lowering(AddedToken.plain("<S>"), AddedToken.plain("<S><T>"));

    assertThat(ids(pipeline, "A<S>B")).isEqualTo("a[0]b");
    assertThat(ids(pipeline, "<s>")).isEqualTo("<s>");
    assertThat(ids(pipeline, "<S><S><T><S>")).isEqualTo("[0][1][0]");
    assertThat(ids(pipeline, "<<S>>")).isEqualTo("<[0]>");
  }

  @Test
  void a_normalised_token_is_found_in_the_normalised_text_however_it_was_written() {
    Pipeline pipeline = lowering(new AddedToken("<S>", false, false, false, true));

    assertThat(ids(pipeline, "A<s>B<S>")).isEqualTo("a[0]b[0]");
  }

  @Test
  void plain_tokens_go_before_normalised_ones() {
    Pipeline pipeline =
        lowering(new AddedToken("ab", false, false, false, true), AddedToken.plain("bc"));

    assertThat(ids(pipeline, "abc")).isEqualTo("a[1]");
    assertThat(ids(pipeline, "abC")).isEqualTo("[0]c");
  }

  @Test
  void a_normalised_token_that_normalises_to_nothing_is_never_found() {
    Normalizer nothing = text -> text.replace("x", "");
    Pipeline pipeline =
        new Pipeline(
            new Stages(nothing, PreTokenizers.none(), new Letters()),
            List.of(new AddedToken("x", false, false, false, true)),
            NONE);

    assertThat(ids(pipeline, "axb")).isEqualTo("ab");
  }

  @Test
  void a_single_word_counts_only_where_no_word_touches_it() {
    Pipeline pipeline = lowering(new AddedToken("an", true, false, false, false));

    assertThat(ids(pipeline, "an an-an, ban ant an")).isEqualTo("[0] [0]-[0], ban ant [0]");
    assertThat(ids(pipeline, "an_ éan 𝒂an an𝒂 an😂")).isEqualTo("an_ éan 𝒂an an𝒂 [0]😂");
  }

  @Test
  void white_space_beside_a_token_is_swallowed_on_the_sides_it_takes() {
    String text = "a \t<S>\u3000 b <S> <S>";

    assertThat(ids(lowering(new AddedToken("<S>", false, true, false, false)), text))
        .isEqualTo("a[0]\u3000 b[0][0]");
    assertThat(ids(lowering(new AddedToken("<S>", false, false, true, false)), text))
        .isEqualTo("a \t[0]b [0][0]");
    assertThat(ids(lowering(new AddedToken("<S>", false, true, true, false)), text))
        .isEqualTo("a[0]b[0][0]");
    assertThat(ids(lowering(AddedToken.plain("<S>")), text)).isEqualTo("a \t[0]\u3000 b [0] [0]");
  }

  @Test
  void a_token_that_the_model_knows_has_the_model_s_id_and_others_the_next_free_ones() {
    Pipeline pipeline =
        lowering(
            AddedToken.plain("<new>"),
            AddedToken.plain("é"),
            AddedToken.plain("<other>"),
            AddedToken.plain("<new>"));

    assertThat(ids(pipeline, "<other>É<new>é")).isEqualTo("[1]é[0]é");
  }

  @Test
  void only_what_begins_the_text_is_first_for_the_pre_tokenizer() {
    Pipeline pipeline =
        new Pipeline(
            new Stages(
                Normalizers.none(),
                PreTokenizers.metaspace("_", Prefix.FIRST, true),
                new Letters()),
            List.of(AddedToken.plain("<S>"), new AddedToken("<N>", false, false, false, true)),
            NONE);

    assertThat(ids(pipeline, "a<S>b<N>c")).isEqualTo("_a[0]b[1]c");
    assertThat(ids(pipeline, "<S>b")).isEqualTo("[0]b");
    assertThat(ids(pipeline, "<N>b")).isEqualTo("[1]b");
  }

  @Test
  void encoding_stops_soon_after_enough_ids() {
    Letters model = new Letters();
    Pipeline pipeline =
        new Pipeline(
            new Stages(Normalizers.none(), PreTokenizers.whitespaceSplit(), model),
            List.of(),
            NONE);
    String text = "ab ".repeat(1000);

    assertThat(pipeline.encode(text, 5).size()).isEqualTo(6);
    assertThat(model.asked).isEqualTo(3);
    assertThat(pipeline.encode(text, 4).size()).isEqualTo(4);
    assertThat(pipeline.encode(text, Integer.MAX_VALUE).size()).isEqualTo(2000);
  }

  @Test
  void special_ids_are_counted_and_cannot_be_changed() {
    List<Integer> before = new ArrayList<>(List.of(1, 2));
    SpecialIds special = new SpecialIds(before, List.of(3));
    before.clear();

    assertThat(special.count()).isEqualTo(3);
    assertThat(special.before()).containsExactly(1, 2);
    assertThatThrownBy(() -> special.behind().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(SpecialIds.none().count()).isZero();
    assertThat(lowering().specialIds()).isEqualTo(NONE);
  }

  private static Pipeline lowering(AddedToken... added) {
    return new Pipeline(
        new Stages(Normalizers.lowercase(), PreTokenizers.none(), new Letters()),
        List.of(added),
        NONE);
  }

  /// The ids as text: a letter for the model's, `[n]` for the n-th new one.
  private static String ids(Pipeline pipeline, String text) {
    IdList list = pipeline.encode(text, Integer.MAX_VALUE);
    int[] ids = new int[list.size()];
    list.copyTo(ids, 0, ids.length);
    StringBuilder shown = new StringBuilder();
    for (int id : ids) {
      if (id > Character.MAX_CODE_POINT) {
        shown.append('[').append(id - Letters.SIZE).append(']');
      } else {
        shown.appendCodePoint(id);
      }
    }
    return shown.toString();
  }

  /// A model that knows every character.
  private static final class Letters implements SubwordModel {
    static final int SIZE = Character.MAX_CODE_POINT + 1;
    private int asked;

    @Override
    public void encode(String piece, IdList out) {
      asked++;
      piece.codePoints().forEach(out::add);
    }

    @Override
    public int idOf(String token) {
      return token.codePointCount(0, token.length()) == 1 ? token.codePointAt(0) : -1;
    }

    @Override
    public int size() {
      return SIZE;
    }
  }
}
