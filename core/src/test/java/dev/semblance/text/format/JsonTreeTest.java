package dev.semblance.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tree is the one that Jackson's mapper gives.
class JsonTreeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"a\": {\"b\": [1, -2, 3000000000, 123456789012345678901234567890]}, \"c\": null}",
        "[0.5, -1e-7, 1e300, true, false, \"\", \"\\u00e9\\n\\\"\"]",
        "{\"twice\": 1, \"twice\": [2]}",
        "\"alone\"",
        "17",
      })
  void reads_what_the_mapper_reads(String json) throws IOException {
    assertThat(JsonTree.read(bytes(json))).isEqualTo(new ObjectMapper().readTree(json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1,", "{\"a\" 1}", "[1 2]", "nul"})
  void refuses_what_is_no_json(String json) {
    assertThatThrownBy(() -> JsonTree.read(bytes(json)))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void refuses_nothing_at_all_and_what_is_nested_without_end() {
    assertThatThrownBy(() -> JsonTree.read(bytes(""))).isInstanceOf(IOException.class);
    byte[] deep = bytes("[".repeat(100_000));
    assertThatThrownBy(() -> JsonTree.read(deep)).isInstanceOf(IOException.class);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
