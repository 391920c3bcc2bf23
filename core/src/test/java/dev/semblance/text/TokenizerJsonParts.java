package dev.semblance.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Components of `tokenizer.json` to try one at a time.
final class TokenizerJsonParts {
  static final ObjectMapper JSON = new ObjectMapper();

  /// Regular expressions of known tokenizers, and one for each feature of the translation.
  private static final List<String> REGEXES =
      List.of(
          "\\s+",
          " {2,}",
          "[!\"\\#\\$%\\&'\\(\\)\\*\\+,\\-\\./:;<=>\\?@\\[\\\\\\]\\^_`\\{\\|\\}\\~]",
          "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}+|\\p{N}{1,3}"
              + "| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*|\\s*[\\r\\n]|\\s+(?!\\S)|\\s+",
          "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*"
              + "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t)?",
          "\\w+",
          "\\W",
          "[\\w-]+",
          "[^\\W\\d]+",
          "\\d{,2}[a-z]",
          "\\h+",
          "[\\h.]+",
          "\\H",
          "\\v",
          "[[:punct:]]+",
          "[[:alpha:][:digit:]]+",
          "[[:^space:]]+",
          "[^[:upper:][:lower:]]",
          "[[:word:]]+",
          "\\p{Han}+",
          "\\p{Hiragana}|\\p{Katakana}",
          "\\p{Cyrillic}+",
          "\\p{^L}+",
          "\\P{Letter}",
          "\\p{Nonspacing_Mark}+",
          "\\p{Uppercase Letter}",
          "\\p{Punct}",
          "\\p{Alpha}+",
          "[\\p{L}&&[^a-z]]+",
          "^.",
          ".$",
          "(?m).+",
          "(?m:a.)b?|(?-m:.)",
          "(?#nothing)e",
          "\\A.|.\\z",
          "a{x|{|}",
          "[{}]",
          "(?<=a).",
          "(?<!a)t",
          "e(?=.)",
          "(t)h|(.)\\2",
          "");

  private static final List<String> BEHAVIORS =
      List.of("Removed", "Isolated", "MergedWithPrevious", "MergedWithNext", "Contiguous");

  private TokenizerJsonParts() {}

  /// A tokenizer whose ids are the bytes of the text, with `</w>` behind every piece, so that each
  /// character and each cut shows.
  static ObjectNode lossless() {
    ObjectNode model =
        object("type", "BPE").put("byte_fallback", true).put("end_of_word_suffix", "</w>");
    addBytes(model.putObject("vocab"));
    model.putArray("merges");
    ObjectNode tokenizer = object("version", "1.0");
    tokenizer.set("model", model);
    return tokenizer;
  }

  static List<JsonNode> normalizers() {
    List<JsonNode> result = new ArrayList<>();
    for (String type :
        List.of("NFC", "NFD", "NFKC", "NFKD", "Lowercase", "StripAccents", "Nmt", "ByteLevel")) {
      result.add(object("type", type));
    }
    result.add(sequence("normalizers", object("type", "NFD"), object("type", "StripAccents")));
    result.add(sequence("normalizers"));
    result.add(object("type", "Prepend").put("prepend", "▁"));
    for (boolean left : List.of(true, false)) {
      for (boolean right : List.of(true, false)) {
        result.add(object("type", "Strip").put("strip_left", left).put("strip_right", right));
      }
    }
    result.add(bert(true, true, null, true));
    result.add(bert(true, true, null, false));
    result.add(bert(false, true, true, false));
    result.add(bert(true, false, false, true));
    result.add(replace("String", ".", "$1\\"));
    REGEXES.forEach(regex -> result.add(replace("Regex", regex, "▁")));
    return result;
  }

  static List<JsonNode> preTokenizers() {
    List<JsonNode> result = new ArrayList<>();
    for (String type : List.of("BertPreTokenizer", "Whitespace", "WhitespaceSplit")) {
      result.add(object("type", type));
    }
    for (boolean flag : List.of(true, false)) {
      result.add(object("type", "Digits").put("individual_digits", flag));
      result.add(byteLevel(flag, true));
      result.add(byteLevel(flag, false));
      for (String scheme : List.of("always", "first", "never")) {
        result.add(metaspace(scheme, flag));
        JsonNode words = object("type", "WhitespaceSplit");
        result.add(sequence("pretokenizers", words, metaspace(scheme, flag)));
      }
    }
    for (String behavior : BEHAVIORS) {
      result.add(object("type", "Punctuation").put("behavior", behavior));
      result.add(split("String", " ", behavior, false));
      result.add(split("String", "a", behavior, true));
      result.add(split("Regex", "x*", behavior, false));
      result.add(split("Regex", "\\p{L}+", behavior, false));
      result.add(split("Regex", "\\p{L}+|\\s", behavior, true));
    }
    REGEXES.forEach(regex -> result.add(split("Regex", regex, "Isolated", false)));
    return result;
  }

  /// Lists of added tokens, which differ in their flags.
  static List<JsonNode> addedTokens() {
    List<JsonNode> result = new ArrayList<>();
    for (int flags = 0; flags < 16; flags++) {
      ArrayNode tokens = JSON.createArrayNode();
      for (String content :
          List.of("<s>", "</s>", "a", "an", "[SEP]", "▁", "<|endoftext|>", "running")) {
        tokens
            .addObject()
            .put("id", 0)
            .put("content", content)
            .put("single_word", (flags & 1) != 0)
            .put("lstrip", (flags & 2) != 0)
            .put("rstrip", (flags & 4) != 0)
            .put("normalized", (flags & 8) != 0)
            .put("special", false);
      }
      result.add(tokens);
    }
    return result;
  }

  static ObjectNode object(String name, String value) {
    return JSON.createObjectNode().put(name, value);
  }

  static void addBytes(ObjectNode vocabulary) {
    for (int value = 0; value < 256; value++) {
      vocabulary.put(byteToken(value), vocabulary.size());
    }
  }

  static String byteToken(int value) {
    return String.format(Locale.ROOT, "<0x%02X>", value);
  }

  private static ObjectNode sequence(String name, JsonNode... parts) {
    ObjectNode result = object("type", "Sequence");
    result.putArray(name).addAll(List.of(parts));
    return result;
  }

  private static ObjectNode bert(
      boolean clean,
      boolean chinese,
      @org.jspecify.annotations.Nullable Boolean accents,
      boolean lower) {
    return object("type", "BertNormalizer")
        .put("clean_text", clean)
        .put("handle_chinese_chars", chinese)
        .put("strip_accents", accents)
        .put("lowercase", lower);
  }

  private static ObjectNode replace(String kind, String pattern, String content) {
    ObjectNode result = object("type", "Replace").put("content", content);
    result.putObject("pattern").put(kind, pattern);
    return result;
  }

  private static ObjectNode split(String kind, String pattern, String behavior, boolean invert) {
    ObjectNode result = object("type", "Split").put("behavior", behavior).put("invert", invert);
    result.putObject("pattern").put(kind, pattern);
    return result;
  }

  private static ObjectNode byteLevel(boolean prefixSpace, boolean regex) {
    return object("type", "ByteLevel")
        .put("add_prefix_space", prefixSpace)
        .put("trim_offsets", true)
        .put("use_regex", regex);
  }

  private static ObjectNode metaspace(String scheme, boolean split) {
    return object("type", "Metaspace")
        .put("replacement", "▁")
        .put("prepend_scheme", scheme)
        .put("split", split);
  }
}
