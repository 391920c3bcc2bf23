package dev.semblance.text.subword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.text.unicode.PhraseFinder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every subword model keeps to, whatever its way to cut.
class SubwordModelsTest {
  private static final long SEED = 27_182;
  private static final List<String> TEXTS = List.of("?", "a", "b", "c", "é", "ab", "abc", "##b");

  static List<SubwordModel> models() {
    Vocabulary known = Subwords.vocabulary(TEXTS);
    int[] ids = {known.find("a"), known.find("b"), known.find("c"), known.find("ab")};
    Merges merges =
        Merges.builder().add(ids[0], ids[1], ids[3]).add(ids[3], ids[2], ids[3] + 1).build();
    double[] scores = {0, -1, -1, -1, -1, -1.5, -1.7, -9};
    float[] floats = {0, -1, -1, -1, -1, -1.5f, -1.7f, -9};
    Vocabulary none = Subwords.vocabulary();
    PhraseFinder noPhrases = new PhraseFinder(List.of());
    return List.of(
        new BytePairEncoding(
            known, merges, new BytePairEncoding.Options("?", "", "", false, false, false)),
        new Unigram(known, scores, new Unigram.Options(0, -20, false), null),
        new WordPiece(known, "?", "##", 100),
        new SentencePieceMerges(
            known, floats, new SentencePieceMerges.Options(0, noPhrases, none), null));
  }

  @ParameterizedTest
  @MethodSource("models")
  void knows_its_entries_and_how_many_they_are(SubwordModel model) {
    assertThat(model.size()).isEqualTo(TEXTS.size());
    for (String text : TEXTS) {
      assertThat(model.idOf(text)).as(text).isEqualTo(TEXTS.indexOf(text));
    }
    assertThat(model.idOf("abcabc"))
        .as("a text that is no entry, though it can be cut")
        .isEqualTo(-1);
    assertThat(model.idOf("")).isEqualTo(-1);
  }

  @ParameterizedTest
  @MethodSource("models")
  void cuts_an_entry_to_itself(SubwordModel model) {
    for (String text : List.of("a", "é", "ab", "abc")) {
      assertThat(Subwords.encode(model, text)).as(text).containsExactly(model.idOf(text));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void adds_behind_the_ids_that_are_there(SubwordModel model) {
    IdList ids = new IdList();
    model.encode("abc", ids);
    model.encode("ab", ids);
    model.encode("xyz", ids);

    assertThat(Subwords.list(ids).subList(0, 2))
        .containsExactly(model.idOf("abc"), model.idOf("ab"));
    assertThat(Subwords.list(ids).subList(2, ids.size())).containsOnly(model.idOf("?"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void gives_many_threads_what_it_gives_one(SubwordModel model) throws Exception {
    Random random = new Random(SEED);
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      pieces.add(Subwords.text(random, 40));
    }
    List<List<Integer>> alone = encodeAll(model, pieces);
    Callable<List<List<Integer>>> task = () -> encodeAll(model, pieces);

    assertThat(together(Collections.nCopies(8, task))).as("seed %d", SEED).containsOnly(alone);
  }

  private static List<List<Integer>> encodeAll(SubwordModel model, List<String> pieces) {
    return pieces.stream().map(piece -> Subwords.encode(model, piece)).toList();
  }

  private static <T> List<T> together(List<Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<T> future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
    }
    return results;
  }
}
