package dev.semblance.train.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Settings as JSON, and back, also as they were written before: then all fields lay side by side.
///
/// What a text lacks is as [Settings#unguided] has it, which for what came later means off; what is
/// unknown is passed over. Stateless.
final class SettingsFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final List<String> GROUPS = List.of("goals", "optimising", "machine", "keeping");

  private SettingsFile() {}

  static String write(Settings settings) {
    try {
      return JSON.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings do not become JSON", e);
    }
  }

  /// @throws IllegalArgumentException when the text is no JSON, or a field is of the wrong kind
  static Settings read(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      ObjectNode whole = JSON.valueToTree(Settings.unguided(read.path("steps").asLong(1)));
      for (String group : GROUPS) {
        ObjectNode fields = (ObjectNode) whole.remove(group);
        overlay(fields, read);
        overlay(fields, read.path(group));
        whole.set(group, fields);
      }
      overlay(whole, read);
      return JSON.treeToValue(whole, Settings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /// Takes over the fields that both have; groups, which are put together already, stay.
  private static void overlay(ObjectNode fields, JsonNode read) {
    for (String name : names(fields)) {
      if (read.has(name) && !GROUPS.contains(name)) {
        fields.set(name, read.get(name));
      }
    }
  }

  private static List<String> names(ObjectNode fields) {
    return fields.propertyStream().map(java.util.Map.Entry::getKey).toList();
  }
}
