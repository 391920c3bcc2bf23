package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which bytes are a JSON object at all; every other byte string is one complaint with the file.
class JsonSyntaxTest {
  private static final String WHOLE =
      "{\"a\": [1, -2.5e3, {\"é😂\": \"\\n\\u0041\"}], \"b\": {\"c\": [true, null]}, \"d\": \"\"}";

  @Test
  void a_file_that_is_cut_anywhere_is_refused_with_its_name() {
    byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length));
    }
    assertThat(parse(whole).names()).containsExactly("a", "b", "d");
  }

  @Test
  void white_space_around_the_object_does_no_harm_and_anything_else_does() {
    assertThat(parse(bytes(" \r\n\t{} \n")).names()).isEmpty();
    for (String behind : List.of("{}", "1", "x", ",", "}", "\0")) {
      assertRefused(bytes(WHOLE + behind));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "1",
        "\"a\"",
        "{'a': 1}",
        "{a: 1}",
        "{\"a\": 1,}",
        "{\"a\": 01}",
        "{\"a\": +1}",
        "{\"a\": NaN}",
        "{\"a\": .5}",
        "{\"a\": 1} // b",
        "{\"a\": \"\t\"}",
        "{\"a\": \"\\x\"}",
        "{\"a\" 1}",
        "{\"a\": tru}",
        "{\"a\": 1, \"a\": 2}",
        "{\"b\": {\"a\": 1, \"a\": null}}",
        "{\"b\": [{\"a\": 1, \"a\": 1}]}"
      })
  void what_is_no_single_object_of_plain_json_is_refused(String json) {
    assertRefused(bytes(json));
  }

  @Test
  void the_line_of_the_fault_is_told() {
    assertThatThrownBy(() -> parse(bytes("{\n\"a\": 1,\n\n\"b\": oops}")))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("mini/a.json: not valid JSON at line 4: ");
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    assertRefused("{\"a\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused("{\"caf\u00e9\": 1}".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void other_encodings_of_unicode_are_told_by_their_bytes() {
    for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      assertThat(parse(WHOLE.getBytes(Charset.forName(charset))).names())
          .as(charset)
          .containsExactly("a", "b", "d");
    }
    assertThat(parse(bytes("\uFEFF" + WHOLE)).names()).hasSize(3);
  }

  @Test
  void nesting_is_bounded_before_the_stack_is() {
    assertThat(parse(nested(63)).names()).containsExactly("a");
    for (int arrays : new int[] {64, 65, 900, 100_000}) {
      assertThatThrownBy(() -> parse(nested(arrays)))
          .as("%d arrays", arrays)
          .isInstanceOf(ModelException.class)
          .hasMessage("mini/a.json: nested more than 64 deep");
    }
    String objects = "{\"a\": ".repeat(100_000) + "1" + "}".repeat(100_000);
    assertThatThrownBy(() -> parse(bytes(objects))).hasMessageContaining("64 deep");
  }

  /// A number in so many arrays in one object.
  private static byte[] nested(int arrays) {
    return bytes("{\"a\": " + "[".repeat(arrays) + "1" + "]".repeat(arrays) + "}");
  }

  private static void assertRefused(byte[] json) {
    assertThatThrownBy(() -> parse(json))
        .as(new String(json, StandardCharsets.UTF_8))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("mini/a.json: ");
  }

  private static JsonFields parse(byte[] json) {
    return JsonFields.parse(json, "mini/a.json");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
