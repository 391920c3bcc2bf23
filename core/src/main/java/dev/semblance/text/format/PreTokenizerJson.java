package dev.semblance.text.format;

import dev.semblance.text.split.PreTokenizer;
import dev.semblance.text.split.PreTokenizers;
import dev.semblance.text.split.PreTokenizers.Prefix;
import dev.semblance.text.split.SplitBehavior;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The pre-tokenizer of `tokenizer.json`.
final class PreTokenizerJson {
  private static final Map<String, SplitBehavior> BEHAVIORS =
      new TreeMap<>(
          Map.of(
              "Removed", SplitBehavior.REMOVED,
              "Isolated", SplitBehavior.ISOLATED,
              "MergedWithPrevious", SplitBehavior.MERGED_WITH_PREVIOUS,
              "MergedWithNext", SplitBehavior.MERGED_WITH_NEXT,
              "Contiguous", SplitBehavior.CONTIGUOUS));
  private static final Map<String, Prefix> PREFIXES =
      new TreeMap<>(Map.of("always", Prefix.ALWAYS, "first", Prefix.FIRST, "never", Prefix.NEVER));
  private static final SortedMap<String, Function<Component, PreTokenizer>> READERS =
      new TreeMap<>(
          Map.of(
              "BertPreTokenizer", _ -> PreTokenizers.bert(),
              "ByteLevel", PreTokenizerJson::byteLevel,
              "Digits", json -> PreTokenizers.digits(json.flag("individual_digits", false)),
              "Metaspace", PreTokenizerJson::metaspace,
              "Punctuation", json -> PreTokenizers.punctuation(behavior(json, "Isolated")),
              "Sequence", PreTokenizerJson::sequence,
              "Split", PreTokenizerJson::split,
              "Whitespace", _ -> PreTokenizers.whitespace(),
              "WhitespaceSplit", _ -> PreTokenizers.whitespaceSplit()));

  private PreTokenizerJson() {}

  static PreTokenizer read(Component component) {
    return component.json().isNull() ? PreTokenizers.none() : component.read(READERS);
  }

  private static PreTokenizer sequence(Component component) {
    return PreTokenizers.sequence(
        component.parts("pretokenizers").stream().map(part -> part.read(READERS)).toList());
  }

  private static PreTokenizer byteLevel(Component component) {
    return PreTokenizers.byteLevel(
        component.flag("add_prefix_space", true), component.flag("use_regex", true));
  }

  private static PreTokenizer split(Component component) {
    return PreTokenizers.split(
        component.pattern(), behavior(component, ""), component.flag("invert", false));
  }

  private static PreTokenizer metaspace(Component component) {
    String otherwise = component.flag("add_prefix_space", true) ? "always" : "never";
    String replacement = component.text("replacement");
    if (replacement.codePointCount(0, replacement.length()) != 1) {
      throw component.broken("replacement must be one character, but is \"" + replacement + "\"");
    }
    return PreTokenizers.metaspace(
        replacement,
        component.choice("prepend_scheme", otherwise, PREFIXES),
        component.flag("split", true));
  }

  private static SplitBehavior behavior(Component component, String otherwise) {
    return component.choice("behavior", otherwise, BEHAVIORS);
  }
}
