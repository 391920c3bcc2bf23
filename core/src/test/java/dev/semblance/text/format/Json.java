package dev.semblance.text.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.text.pipeline.Pipeline;
import dev.semblance.text.subword.IdList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// Small files in JSON, written with single quotes, and what a tokenizer makes of a text.
final class Json {
  private Json() {}

  static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  static JsonNode node(String json) {
    try {
      return JsonTree.read(bytes(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Component component(String role, String json) {
    return new Component(role, node(json));
  }

  /// A tokenizer of `tokenizer.json` with this model and nothing else.
  static Pipeline model(String model) {
    return tokenizer("'model': " + model);
  }

  /// A tokenizer of `tokenizer.json` with these fields.
  static Pipeline tokenizer(String fields) {
    return TokenizerJson.read(bytes("{" + fields + "}"));
  }

  static List<Integer> ids(Pipeline pipeline, String text) {
    IdList ids = pipeline.encode(text, Integer.MAX_VALUE);
    int[] copy = new int[ids.size()];
    ids.copyTo(copy, 0, copy.length);
    return IntStream.of(copy).boxed().toList();
  }
}
