package dev.semblance.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Models of `tokenizer.json` whose vocabularies are random parts of random texts.
final class RandomModels {
  private final Random random;

  RandomModels(long seed) {
    random = new Random(seed);
  }

  List<JsonNode> all() {
    List<JsonNode> result = new ArrayList<>();
    result.add(bytePairs("", "").put("unk_token", "<unk>").put("fuse_unk", true));
    result.add(bytePairs("", "").put("unk_token", "<unk>"));
    result.add(bytePairs("", "").put("ignore_merges", true));
    result.add(bytePairs("", "</w>").put("unk_token", "<unk>"));
    result.add(bytePairs("##", "").put("unk_token", "<unk>").put("fuse_unk", true));
    result.add(bytePairs("@@", "</w>"));
    result.add(withBytes(bytePairs("", "")).put("unk_token", "<unk>"));
    ObjectNode lacking =
        withBytes(bytePairs("", "")).put("unk_token", "<unk>").put("fuse_unk", true);
    ((ObjectNode) lacking.path("vocab")).remove(TokenizerJsonParts.byteToken(0xE2));
    result.add(lacking);
    result.add(unigram(false, false));
    result.add(unigram(false, true));
    result.add(unigram(true, false));
    result.add(unigram(true, true));
    result.add(wordPiece(100));
    result.add(wordPiece(6));
    return result;
  }

  private ObjectNode bytePairs(String prefix, String suffix) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    ids.put("<unk>", 0);
    for (String character : parts(500, 1)) {
      for (String dressed :
          List.of(character, prefix + character, character + suffix, prefix + character + suffix)) {
        ids.putIfAbsent(dressed, ids.size());
      }
    }
    ObjectNode model = TokenizerJsonParts.object("type", "BPE");
    ArrayNode merges = model.putArray("merges");
    Set<String> seen = new HashSet<>();
    for (String text : parts(6000, 4)) {
      int cut =
          text.offsetByCodePoints(0, 1 + random.nextInt(text.codePointCount(0, text.length())));
      String left = (random.nextBoolean() ? prefix : "") + text.substring(0, cut);
      String right = prefix + text.substring(cut) + (random.nextInt(3) == 0 ? suffix : "");
      if (ids.containsKey(left) && ids.containsKey(right) && seen.add(left + " " + right)) {
        ids.putIfAbsent(left + right.substring(prefix.length()), ids.size());
        merges.addArray().add(left).add(right);
      }
    }
    ids.forEach(model.putObject("vocab")::put);
    return model
        .put("continuing_subword_prefix", prefix.isEmpty() ? null : prefix)
        .put("end_of_word_suffix", suffix.isEmpty() ? null : suffix);
  }

  private static ObjectNode withBytes(ObjectNode model) {
    TokenizerJsonParts.addBytes((ObjectNode) model.path("vocab"));
    return model.put("byte_fallback", true);
  }

  /// @param ties whether many scores are equal
  private ObjectNode unigram(boolean byteFallback, boolean ties) {
    ObjectNode model = TokenizerJsonParts.object("type", "Unigram").put("unk_id", 0);
    ArrayNode vocabulary = model.putArray("vocab");
    vocabulary.addArray().add("<unk>").add(0.0);
    Set<String> parts = new LinkedHashSet<>(parts(400, 1));
    parts.addAll(parts(2000, 6));
    for (String part : parts) {
      double score = ties ? -1 - random.nextInt(3) : -10 * random.nextDouble();
      vocabulary.addArray().add(part).add(score);
    }
    for (int value = 0; byteFallback && value < 256; value++) {
      vocabulary.addArray().add(TokenizerJsonParts.byteToken(value)).add(-1.0);
    }
    return model.put("byte_fallback", byteFallback);
  }

  private ObjectNode wordPiece(int longestWord) {
    ObjectNode model = TokenizerJsonParts.object("type", "WordPiece");
    model.put("unk_token", "[UNK]").put("continuing_subword_prefix", "##");
    model.put("max_input_chars_per_word", longestWord);
    ObjectNode vocabulary = model.putObject("vocab");
    vocabulary.put("[UNK]", 0);
    Set<String> parts = new LinkedHashSet<>(parts(20000, 1));
    parts.addAll(parts(1500, 5));
    for (String part : parts) {
      vocabulary.put(part, vocabulary.size());
      vocabulary.put("##" + part, vocabulary.size());
    }
    return model;
  }

  /// Random parts of random texts, of so many code points at most.
  private List<String> parts(int count, int longest) {
    RandomTexts texts = new RandomTexts(random.nextLong());
    List<String> result = new ArrayList<>();
    while (result.size() < count) {
      int[] codePoints = texts.next().codePoints().toArray();
      int length = 1 + random.nextInt(longest);
      if (codePoints.length >= length) {
        int start = random.nextInt(codePoints.length - length + 1);
        result.add(new String(codePoints, start, length));
      }
    }
    return result;
  }
}
