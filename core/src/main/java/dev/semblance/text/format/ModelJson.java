package dev.semblance.text.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.semblance.text.subword.BytePairEncoding;
import dev.semblance.text.subword.Merges;
import dev.semblance.text.subword.SubwordModel;
import dev.semblance.text.subword.Tables;
import dev.semblance.text.subword.Unigram;
import dev.semblance.text.subword.Vocabulary;
import dev.semblance.text.subword.WordPiece;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The model of `tokenizer.json`. Vocabulary and merges, which are nearly the whole file, are read
/// token by token and never become a JSON tree.
final class ModelJson {
  private static final String ROLE = "model";
  private static final String TYPE = "type";
  private static final int LONGEST_WORD = 100;

  private static final String BYTE_PAIRS = "BPE";

  private final ObjectNode settings;
  private final MergesReader merges = new MergesReader();
  private @Nullable Vocabulary vocabulary;
  private @Nullable Merges builtMerges;
  private double[] scores = new double[0];

  private ModelJson(ObjectNode settings) {
    this.settings = settings;
  }

  /// @param parser standing on the start of the model's object
  static ModelJson read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("the tokenizer's model must be an object");
    }
    ModelJson model = new ModelJson(JsonNodeFactory.instance.objectNode());
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      model.readField(parser, parser.currentName());
    }
    if (!model.settings.has(TYPE)) {
      model.settings.put(TYPE, model.typeByContent());
    }
    return model;
  }

  /// A model of which everything but its settings was written by [#writeTo].
  static ModelJson read(ObjectNode settings, Tables.Reader in) {
    ModelJson model = new ModelJson(settings);
    model.vocabulary = Vocabulary.read(in);
    model.scores = in.doubles();
    if (model.isBytePairs()) {
      model.builtMerges = Merges.read(in);
    }
    return model;
  }

  /// Writes vocabulary, scores and merges.
  void writeTo(Tables.Writer out) {
    Vocabulary known = vocabulary();
    known.writeTo(out);
    out.doubles(scores);
    if (isBytePairs()) {
      merges(known, prefix()).writeTo(out);
    }
  }

  /// Everything else.
  ObjectNode settings() {
    return settings;
  }

  private boolean isBytePairs() {
    return settings.path(TYPE).asText().equals(BYTE_PAIRS);
  }

  private String prefix() {
    return new Component(ROLE, settings).text("continuing_subword_prefix", "");
  }

  private Merges merges(Vocabulary known, String prefix) {
    Merges built = builtMerges;
    return built == null ? merges.build(known, prefix) : built;
  }

  private Vocabulary vocabulary() {
    Vocabulary known = vocabulary;
    if (known == null) {
      throw new IllegalArgumentException("the tokenizer's model has no vocab");
    }
    return known;
  }

  private void readField(JsonParser parser, String name) throws IOException {
    parser.nextToken();
    switch (name) {
      case "vocab" -> vocabulary = readVocabulary(parser);
      case "merges" -> merges.read(parser);
      default -> {
        JsonNode value = JsonTree.read(parser);
        settings.set(name, value);
      }
    }
  }

  private Vocabulary readVocabulary(JsonParser parser) throws IOException {
    Vocabulary.Builder builder = Vocabulary.builder();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      readScored(parser, builder);
    } else {
      expect(parser, JsonToken.START_OBJECT, "is neither an object nor a list");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String token = parser.currentName();
        builder.add(token, parser.nextIntValue(-1));
      }
    }
    return builder.build();
  }

  /// A list of pairs of text and score; the place in the list is the id.
  private void readScored(JsonParser parser, Vocabulary.Builder builder) throws IOException {
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser, JsonToken.START_ARRAY, "has an entry that is no pair of text and score");
      if (count == scores.length) {
        scores = Arrays.copyOf(scores, Math.max(1 << 10, 2 * count));
      }
      builder.add(MergesReader.nextText(parser), count);
      parser.nextToken();
      scores[count++] = parser.getDoubleValue();
      parser.nextToken();
      expect(parser, JsonToken.END_ARRAY, "has an entry that is more than text and score");
    }
    scores = Arrays.copyOf(scores, count);
  }

  private static void expect(JsonParser parser, JsonToken token, String otherwise) {
    if (parser.currentToken() != token) {
      throw new IllegalArgumentException(
          "the tokenizer's model has a vocab that "
              + otherwise
              + ", at "
              + parser.currentLocation().offsetDescription());
    }
  }

  /// @throws IllegalArgumentException if the model holds something that is not understood
  SubwordModel build() {
    Vocabulary known = vocabulary();
    SortedMap<String, Function<Component, SubwordModel>> readers =
        new TreeMap<>(
            Map.of(
                BYTE_PAIRS,
                json -> bytePairs(known, json),
                "Unigram",
                json -> unigram(known, json),
                "WordPiece",
                json -> wordPiece(known, json)));
    return new Component(ROLE, settings).read(readers);
  }

  /// The type in files from before it was written.
  private String typeByContent() {
    if (merges.isPresent()) {
      return BYTE_PAIRS;
    }
    return scores.length > 0 ? "Unigram" : "WordPiece";
  }

  private SubwordModel bytePairs(Vocabulary known, Component json) {
    if (json.json().path("dropout").asDouble(0) != 0) {
      throw json.broken("its dropout is not 0, which would make ids random");
    }
    String prefix = json.text("continuing_subword_prefix", "");
    return new BytePairEncoding(
        known,
        merges(known, prefix),
        new BytePairEncoding.Options(
            json.text("unk_token", ""),
            prefix,
            json.text("end_of_word_suffix", ""),
            json.flag("fuse_unk", false),
            json.flag("byte_fallback", false),
            json.flag("ignore_merges", false)));
  }

  private SubwordModel unigram(Vocabulary known, Component json) {
    JsonNode unknown = json.json().path("unk_id");
    int unknownId =
        unknown.isNull() || unknown.isMissingNode() ? -1 : Component.id(unknown, "unk_id");
    if (scores.length < known.size()) {
      throw json.broken("its vocab must be a list of texts and scores");
    }
    if (unknownId >= scores.length) {
      throw json.broken("unk_id is " + unknownId + ", but vocab has " + scores.length + " entries");
    }
    double lowest = Arrays.stream(scores).min().orElse(0);
    return new Unigram(
        known,
        scores,
        new Unigram.Options(unknownId, lowest - Unigram.UNKNOWN_PENALTY, false),
        json.flag("byte_fallback", false) ? known : null);
  }

  private static SubwordModel wordPiece(Vocabulary known, Component json) {
    return new WordPiece(
        known,
        json.text("unk_token", "[UNK]"),
        json.text("continuing_subword_prefix", "##"),
        json.json().path("max_input_chars_per_word").asInt(LONGEST_WORD));
  }
}
