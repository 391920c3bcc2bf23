package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One object of JSON: what each kind of field gives, and how it complains.
class JsonFieldsTest {
  private enum Fit {
    SQUASH,
    SHORTEST_AND_CROP
  }

  @Test
  void each_kind_of_field_is_read() {
    JsonFields fields =
        parse(
            """
            {"text": "a \\"b\\" é \\u00e9 \\ud83d\\ude02", "number": -1.5e3, "whole": 7,
             "flag": false, "object": {"inner": {"deep": 1}}, "texts": ["b", "a", "b"],
             "numbers": [0.1, 2, -3e-4], "wholes": [3, -4.0, 2e3],
             "objects": [{"n": 1}, {"n": 2}], "fit": "shortest-and-crop"}
            """);

    assertThat(fields.string("text")).isEqualTo("a \"b\" é é 😂");
    assertThat(fields.number("number")).isEqualTo(-1500);
    assertThat(fields.integer("whole")).isEqualTo(7);
    assertThat(fields.optionalFlag("flag")).contains(false);
    assertThat(fields.object("object").object("inner").integer("deep")).isOne();
    assertThat(fields.strings("texts")).containsExactly("b", "a", "b");
    assertThat(fields.numbers("numbers")).containsExactly(0.1, 2.0, -3e-4);
    assertThat(fields.integers("wholes")).containsExactly(3, -4, 2000);
    assertThat(fields.objects("objects")).extracting(one -> one.integer("n")).containsExactly(1, 2);
    assertThat(fields.choice("fit", Fit.class)).isEqualTo(Fit.SHORTEST_AND_CROP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"f\": null}"})
  void a_field_that_is_null_counts_as_absent(String json) {
    JsonFields fields = parse(json);

    assertThat(fields.names()).isEmpty();
    assertThat(fields.has("f") || fields.isNumber("f") || fields.isObject("f")).isFalse();
    assertThat(fields.optionalString("f")).isEmpty();
    assertThat(fields.optionalNumber("f")).isEmpty();
    assertThat(fields.optionalInteger("f")).isEmpty();
    assertThat(fields.optionalFlag("f")).isEmpty();
    assertThat(fields.optionalObject("f")).isEmpty();
    assertThat(fields.optionalChoice("f", Fit.class)).isEmpty();
    assertThat(fields.strings("f")).isEmpty();
    assertThat(fields.integers("f")).isEmpty();
    assertThat(fields.objects("f")).isEmpty();
  }

  @Test
  void a_field_that_must_be_there_is_missed_by_name_and_with_what_it_must_be() {
    assertMissed(fields -> fields.string("f"), "a text");
    assertMissed(fields -> fields.number("f"), "a number");
    assertMissed(fields -> fields.integer("f"), "a whole number");
    assertMissed(fields -> fields.object("f"), "an object");
    assertMissed(fields -> fields.choice("f", Fit.class), "squash, shortest-and-crop");
  }

  private static void assertMissed(Function<JsonFields, Object> read, String allowed) {
    assertRefused("{\"f\": null}", read)
        .hasMessage("mini/a.json: field f is missing; it must be " + allowed);
  }

  @Test
  void a_field_of_another_kind_is_told_with_what_it_holds_and_may_hold() {
    assertWrong("3.5", fields -> fields.string("f"), "3.5; allowed: a text");
    assertWrong("\"3\"", fields -> fields.number("f"), "3; allowed: a number");
    assertWrong("true", fields -> fields.integer("f"), "true; allowed: a number");
    assertWrong("0", fields -> fields.optionalFlag("f"), "0.0; allowed: true or false");
    assertWrong("[]", fields -> fields.object("f"), "[]; allowed: an object");
    assertWrong("{}", fields -> fields.strings("f"), "{}; allowed: a list of texts");
    assertWrong("\"a\"", fields -> fields.strings("f"), "a; allowed: a list of texts");
    assertWrong("[1]", fields -> fields.strings("f"), "1.0; allowed: a list of texts");
    assertWrong("[[]]", fields -> fields.numbers("f"), "[]; allowed: a list of numbers");
    assertWrong("[1]", fields -> fields.objects("f"), "1.0; allowed: a list of objects");
  }

  @Test
  void a_choice_is_written_exactly_in_lower_case_with_hyphens() {
    for (String wrong : List.of("SQUASH", "Squash", "shortest_and_crop", "", " squash")) {
      assertWrong(
          "\"" + wrong + "\"",
          fields -> fields.choice("f", Fit.class),
          wrong + "; allowed: squash, shortest-and-crop");
    }
  }

  @Test
  void a_null_in_a_list_is_no_item() {
    assertWrong("[\"a\", null]", f -> f.strings("f"), "null; allowed: a list of texts");
    assertWrong("[1, null]", f -> f.numbers("f"), "null; allowed: a list of numbers");
    assertWrong("[null]", f -> f.objects("f"), "null; allowed: a list of objects");
    assertThat(parse("{\"f\": [\"null\"]}").strings("f")).containsExactly("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483647", "-2147483648", "0", "-0.0", "1e2", "2.147483647e9"})
  void whole_numbers_that_fit_an_int_are_taken(String number) {
    int expected = (int) Double.parseDouble(number);

    assertThat(parse("{\"f\": " + number + "}").integer("f")).isEqualTo(expected);
    assertThat(parse("{\"f\": [" + number + "]}").integers("f")).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "0.5", "1e-9", "9007199254740993", "1e308"})
  void numbers_that_fit_no_int_are_refused(String number) {
    String got = Double.toString(Double.parseDouble(number));

    assertWrong(number, f -> f.integer("f"), got + "; allowed: a whole number up to 2147483647");
    assertWrong(
        "[1, " + number + "]",
        f -> f.integers("f"),
        got + "; allowed: whole numbers up to 2147483647");
  }

  @Test
  void numbers_past_what_a_double_holds_are_not_finite_and_refused() {
    assertWrong("1e309", f -> f.number("f"), "Infinity; allowed: a finite number");
    assertWrong("-1e309", f -> f.integer("f"), "-Infinity; allowed: a finite number");
    assertWrong("[0, 1e309]", f -> f.numbers("f"), "Infinity; allowed: a list of finite numbers");
    assertThat(parse("{\"f\": 1e-400}").number("f")).isZero();
  }

  @Test
  void says_what_a_field_holds() {
    JsonFields fields = parse("{\"n\": 1, \"o\": {}, \"l\": [], \"t\": \"1\", \"b\": true}");

    assertThat(fields.names()).containsExactly("n", "o", "l", "t", "b");
    assertThat(fields.names()).filteredOn(fields::has).hasSize(5);
    assertThat(fields.names()).filteredOn(fields::isNumber).containsExactly("n");
    assertThat(fields.names()).filteredOn(fields::isObject).containsExactly("o");
  }

  @Test
  void nobody_can_change_what_was_read() {
    JsonFields fields = parse("{\"f\": [\"a\"], \"g\": 1}");

    assertThatThrownBy(() -> fields.names().remove("f"))
        .isInstanceOf(UnsupportedOperationException.class);
    fields.strings("f").clear();
    assertThat(fields.strings("f")).containsExactly("a");
  }

  @Test
  void complaints_of_inner_objects_name_the_whole_way_to_the_field() {
    String json = "{\"a\": {\"b\": {\"c\": 1}}, \"l\": [{\"d\": 1}]}";

    assertRefused(json, fields -> fields.object("a").object("b").string("c"))
        .hasMessageStartingWith("mini/a.json: field a.b.c is 1.0");
    assertRefused(json, fields -> fields.object("a").object("b").string("x"))
        .hasMessageStartingWith("mini/a.json: field a.b.x is missing");
    assertRefused(json, fields -> fields.objects("l").getFirst().string("d"))
        .hasMessageStartingWith("mini/a.json: field l.d is 1.0");
    assertRefused(json, fields -> allow(fields.object("a").object("b"), "k", "e"))
        .hasMessageStartingWith("mini/a.json: unknown field a.b.c; known here: k, e");
  }

  @Test
  void unknown_fields_are_refused_unless_they_are_anybodys() {
    JsonFields fields = parse("{\"a\": 1, \"x-b\": {\"c\": 1}, \"gone\": null}");

    assertThat(allow(fields, "a", "z").file()).isEqualTo("mini/a.json");
    assertRefused("{\"a\": 1, \"xb\": 1}", one -> allow(one, "a"))
        .hasMessage(
            "mini/a.json: unknown field xb; known here: a (names that begin with x- are free)");
  }

  private static JsonFields allow(JsonFields fields, String... names) {
    fields.allowOnly(names);
    return fields;
  }

  private static void assertWrong(
      String value, Function<JsonFields, Object> read, String gotAndAllowed) {
    assertRefused("{\"f\": " + value + "}", read)
        .hasMessage("mini/a.json: field f is " + gotAndAllowed);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      String json, Function<JsonFields, Object> read) {
    JsonFields fields = parse(json);
    return assertThatThrownBy(() -> Optional.of(read.apply(fields)))
        .isInstanceOf(ModelException.class);
  }

  private static JsonFields parse(String json) {
    return JsonFields.parse(json.getBytes(StandardCharsets.UTF_8), "mini/a.json");
  }
}
