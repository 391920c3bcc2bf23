package dev.semblance.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.crawl.Location;
import dev.semblance.library.Query.Subject;
import dev.semblance.library.Query.Term;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  @TempDir Path folder;
  private Path pool;

  @BeforeEach
  void draw() {
    pool = Drawn.write(folder.resolve("pool.jpg"), Drawn.jpeg(0x0000ff, 1));
  }

  private List<Term> parse(String... words) {
    return QueryParser.parse(List.of(words), folder).terms();
  }

  private static Term text(double weight, String text) {
    return new Term(weight, new Subject.Text(text));
  }

  private static Term picture(double weight, Path file) {
    return new Term(weight, new Subject.Picture(file));
  }

  @Test
  void words_are_one_text() {
    assertThat(parse("red", "bridge")).containsExactly(text(1, "red bridge"));
    assertThat(parse("red bridge")).containsExactly(text(1, "red bridge"));
  }

  @Test
  void a_sum_has_weights_pictures_and_what_is_taken_away() {
    assertThat(parse("2:golden retriever", "+", "./pool.jpg", "-", "people"))
        .containsExactly(text(2, "golden retriever"), picture(1, pool), text(-1, "people"));
  }

  @Test
  void signs_may_be_attached() {
    assertThat(parse("dog", "+beach", "-many", "people"))
        .containsExactly(text(1, "dog"), text(1, "beach"), text(-1, "many people"));
    assertThat(parse("dog", "-./pool.jpg")).containsExactly(text(1, "dog"), picture(-1, pool));
    assertThat(parse("dog", "+2:beach", "-0.5:sea"))
        .containsExactly(text(1, "dog"), text(2, "beach"), text(-0.5, "sea"));
  }

  @Test
  void a_query_may_begin_with_a_sign() {
    assertThat(parse("-", "people")).containsExactly(text(-1, "people"));
    assertThat(parse("+", "dog")).containsExactly(text(1, "dog"));
  }

  @Test
  void a_quoted_word_keeps_its_signs() {
    assertThat(parse("salt + pepper - t-shirt"))
        .containsExactly(text(1, "salt + pepper - t-shirt"));
    assertThat(parse("a", "t-shirt")).containsExactly(text(1, "a t-shirt"));
  }

  @ParameterizedTest
  @CsvSource({
    "2:dog, 2, dog",
    "0.5:dog, 0.5, dog",
    ".5:dog, 0.5, dog",
    "10:dog, 10, dog",
    "2.:dog, 2, dog"
  })
  void a_number_and_a_colon_are_a_weight(String word, double weight, String text) {
    assertThat(parse(word)).containsExactly(text(weight, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10:30", "16:9 format", "note: dog", "1.2.3:dog", ":dog", "-2", "x2:dog"})
  void other_colons_and_numbers_are_text(String word) {
    String expected = word.startsWith("-") ? word.substring(1) : word;
    assertThat(parse(word).getFirst().subject()).isEqualTo(new Subject.Text(expected));
  }

  @Test
  void a_weight_may_stand_before_several_words() {
    assertThat(parse("2:golden", "retriever")).containsExactly(text(2, "golden retriever"));
    assertThat(parse("2:", "golden", "retriever")).containsExactly(text(2, "golden retriever"));
    assertThat(parse("2:./pool.jpg")).containsExactly(picture(2, pool));
    assertThat(parse("red", "2:bridge")).containsExactly(text(1, "red 2:bridge"));
  }

  @Test
  void pictures_are_found_by_any_path() {
    assertThat(parse("pool.jpg")).containsExactly(picture(1, pool));
    assertThat(parse(pool.toString())).containsExactly(picture(1, pool));
    assertThat(parse(pool.toUri().toString())).containsExactly(picture(1, pool));
    Path spaced = Drawn.write(folder.resolve("swimming pool.jpg"), Drawn.jpeg(1, 1));
    assertThat(parse("./swimming pool.jpg")).containsExactly(picture(1, spaced));
    assertThat(parse("swimming pool.jpg")).containsExactly(picture(1, spaced));
    Path bare = Drawn.write(folder.resolve("bare"), Drawn.png(1, 1));
    assertThat(parse("bare")).containsExactly(picture(1, bare));
  }

  @Test
  void what_names_no_picture_is_text_though_there_is_a_file() {
    Drawn.write(folder.resolve("dog"), "not a picture".getBytes(StandardCharsets.UTF_8));
    Drawn.write(folder.resolve("bridge"), Drawn.png(1, 1));
    assertThat(parse("dog")).containsExactly(text(1, "dog"));
    assertThat(parse("red", "bridge")).containsExactly(text(1, "red bridge"));
    assertThat(parse("jpg")).containsExactly(text(1, "jpg"));
    assertThat(parse("black/white")).containsExactly(text(1, "black/white"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./none.jpg",
        "none.jpg",
        "/nowhere/none",
        "../none",
        "file:///none.jpg",
        "~/none-such-file",
        "2:./none.jpg",
        "-./none.jpg"
      })
  void a_path_to_nothing_is_an_error(String word) {
    assertThatThrownBy(() -> parse(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no such file")
        .hasMessageContaining("text:");
  }

  @Test
  void text_before_a_word_makes_it_text() {
    assertThat(parse("text:logo.png")).containsExactly(text(1, "logo.png"));
    assertThat(parse("2:text:./x", "y")).containsExactly(text(2, "./x y"));
    assertThat(parse("text:", "logo.png")).containsExactly(text(1, "logo.png"));
    assertThat(parse("text:-1")).containsExactly(text(1, "-1"));
  }

  @Test
  void a_picture_among_words_is_an_error() {
    assertThatThrownBy(() -> parse("dog", "./pool.jpg"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("./pool.jpg")
        .hasMessageContaining("put + or - before it");
  }

  @ParameterizedTest
  @CsvSource({
    "dog|+, nothing follows +",
    "dog|-, nothing follows -",
    "dog|+|-|cat, nothing follows +",
    "2:, nothing follows the weight 2",
    "'', say what to search for",
    "+, nothing follows +"
  })
  void an_unfinished_query_is_an_error(String words, String told) {
    assertThatThrownBy(() -> parse(words.split("\\|")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  void a_weight_of_nothing_is_an_error() {
    assertThatThrownBy(() -> parse("0:dog"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dog");
  }

  @Test
  void pictures_are_not_fetched() {
    assertThatThrownBy(() -> parse("https://example.org/cat.jpg"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not fetched from the network");
  }

  @Test
  void a_path_that_a_library_shows_can_be_searched_with() {
    assertThat(parse(Location.keyOf(pool))).containsExactly(picture(1, pool));
  }
}
