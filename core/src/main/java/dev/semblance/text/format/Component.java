package dev.semblance.text.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.text.unicode.OnigurumaPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A part of `tokenizer.json`: a JSON object with a type and settings.
///
/// @param role what it is for, to speak of it in errors: `normalizer`
record Component(String role, JsonNode json) {
  /// Turns the component into what its type stands for.
  ///
  /// @param readers by type
  /// @throws IllegalArgumentException if the type is none of them
  <T> T read(SortedMap<String, Function<Component, T>> readers) {
    Function<Component, T> reader = readers.get(type());
    if (reader == null) {
      throw new IllegalArgumentException(
          "the tokenizer's "
              + role
              + " is of type "
              + type()
              + ", which is not understood here; understood are "
              + String.join(", ", readers.keySet()));
    }
    return reader.apply(this);
  }

  String type() {
    return json.path("type").asText("(none)");
  }

  boolean flag(String name, boolean otherwise) {
    return json.path(name).asBoolean(otherwise);
  }

  /// A text that may be absent or null.
  String text(String name, String otherwise) {
    return json.path(name).asText(otherwise);
  }

  /// A text that must be there.
  String text(String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual()) {
      throw broken(name + " must be a text, but is " + shown(value));
    }
    return value.asText();
  }

  /// A whole number that must be there and not negative.
  static int id(JsonNode value, String role) {
    if (!value.isInt() || value.asInt() < 0) {
      throw new IllegalArgumentException(
          "the tokenizer's " + role + " must be a whole number from 0 on, but is " + shown(value));
    }
    return value.asInt();
  }

  /// The setting `pattern`: a text to be taken literally, or a regular expression.
  Pattern pattern() {
    JsonNode pattern = json.path("pattern");
    if (pattern.path("String").isTextual()) {
      return Pattern.compile(Pattern.quote(pattern.path("String").asText()));
    }
    if (pattern.path("Regex").isTextual()) {
      return OnigurumaPattern.compile(pattern.path("Regex").asText());
    }
    throw broken("pattern must be a String or a Regex, but is " + shown(pattern));
  }

  /// The components of a list that must be there.
  List<Component> parts(String name) {
    JsonNode list = json.path(name);
    if (!list.isArray()) {
      throw broken(name + " must be a list, but is " + shown(list));
    }
    List<Component> result = new ArrayList<>();
    list.forEach(part -> result.add(new Component(role, part)));
    return result;
  }

  /// One of several named values.
  <T> T choice(String name, String otherwise, Map<String, T> values) {
    String chosen = text(name, otherwise);
    T value = values.get(chosen);
    if (value == null) {
      throw broken(
          name + " is " + chosen + "; understood are " + String.join(", ", values.keySet()));
    }
    return value;
  }

  IllegalArgumentException broken(String how) {
    return new IllegalArgumentException(
        "the tokenizer's " + role + " of type " + type() + " is not understood: " + how);
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "absent" : value.toString();
  }
}
