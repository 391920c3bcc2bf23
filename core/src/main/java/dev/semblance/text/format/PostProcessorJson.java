package dev.semblance.text.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.semblance.text.pipeline.SpecialIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The post-processor of `tokenizer.json`, as far as it concerns single texts: which special ids
/// frame the content.
final class PostProcessorJson {
  private static final SortedMap<String, Function<Component, SpecialIds>> READERS =
      new TreeMap<>(
          Map.of(
              "BertProcessing", PostProcessorJson::startAndEnd,
              "ByteLevel", _ -> SpecialIds.none(),
              "RobertaProcessing", PostProcessorJson::startAndEnd,
              "Sequence", PostProcessorJson::sequence,
              "TemplateProcessing", PostProcessorJson::template));

  private PostProcessorJson() {}

  static SpecialIds read(Component component) {
    return component.json().isNull() ? SpecialIds.none() : component.read(READERS);
  }

  private static SpecialIds sequence(Component component) {
    List<Integer> before = new ArrayList<>();
    List<Integer> behind = new ArrayList<>();
    for (Component part : component.parts("processors")) {
      SpecialIds ids = part.read(READERS);
      before.addAll(0, ids.before());
      behind.addAll(ids.behind());
    }
    return new SpecialIds(before, behind);
  }

  /// Both entries are a token and its id.
  private static SpecialIds startAndEnd(Component component) {
    JsonNode json = component.json();
    return new SpecialIds(
        List.of(Component.id(json.path("cls").path(1), "post_processor's cls")),
        List.of(Component.id(json.path("sep").path(1), "post_processor's sep")));
  }

  private static SpecialIds template(Component component) {
    List<Integer> before = new ArrayList<>();
    List<Integer> behind = new ArrayList<>();
    int contents = 0;
    for (Component part : component.parts("single")) {
      JsonNode special = part.json().path("SpecialToken").path("id");
      if (special.isMissingNode()) {
        contents++;
      } else {
        (contents == 0 ? before : behind).addAll(ids(component, special.asText()));
      }
    }
    if (contents != 1) {
      throw component.broken(
          "its template for single texts names the text "
              + contents
              + " times; once is understood");
    }
    return new SpecialIds(before, behind);
  }

  private static List<Integer> ids(Component component, String token) {
    JsonNode ids = component.json().path("special_tokens").path(token).path("ids");
    if (!ids.isArray()) {
      throw component.broken("its special_tokens lack " + token);
    }
    List<Integer> result = new ArrayList<>();
    ids.forEach(id -> result.add(Component.id(id, "special token " + token)));
    return result;
  }
}
