package dev.semblance.text.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.semblance.text.pipeline.AddedToken;
import dev.semblance.text.pipeline.Pipeline;
import dev.semblance.text.subword.SubwordModel;
import dev.semblance.text.subword.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `tokenizer.json` of Hugging Face tokenizers, version 1.0. Its truncation and padding are
/// not read: they are what the file was last used with, not what the model asks for.
public final class TokenizerJson {
  private static final String MODEL = "model";

  private final ObjectNode rest;
  private @Nullable ModelJson model;

  private TokenizerJson(ObjectNode rest) {
    this.rest = rest;
  }

  /// @throws IllegalArgumentException if the bytes are no tokenizer, or hold a component that is
  ///   not understood
  public static Pipeline read(byte[] json) {
    return parsed(json).build();
  }

  /// The same tokenizer as tables that are read many times faster than a large vocabulary's JSON;
  /// see [#readPrepared].
  ///
  /// @throws IllegalArgumentException as [#read] does
  public static byte[] prepare(byte[] json) {
    TokenizerJson parsed = parsed(json);
    parsed.build(); // what cannot be read is not kept either
    ModelJson model = parsed.model();
    parsed.rest.set(MODEL, model.settings());
    Tables.Writer out =
        new Tables.Writer().bytes(parsed.rest.toString().getBytes(StandardCharsets.UTF_8));
    model.writeTo(out);
    return out.toBytes();
  }

  /// Reads what [#prepare] made.
  ///
  /// @throws IllegalArgumentException if it was made by another version, or is not whole
  public static Pipeline readPrepared(byte[] tables) {
    Tables.Reader in = new Tables.Reader(tables);
    try {
      TokenizerJson reader = new TokenizerJson((ObjectNode) JsonTree.read(in.bytes()));
      reader.model = ModelJson.read((ObjectNode) reader.rest.get(MODEL), in);
      return reader.build();
    } catch (IOException e) {
      throw new IllegalArgumentException("the prepared tokenizer is broken JSON", e);
    }
  }

  private static TokenizerJson parsed(byte[] json) {
    TokenizerJson reader = new TokenizerJson(JsonNodeFactory.instance.objectNode());
    try (JsonParser parser = JsonTree.parser(json)) {
      reader.readFields(parser);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the tokenizer is broken JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("the tokenizer is broken JSON: " + e.getMessage(), e);
    }
    return reader;
  }

  private void readFields(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("the tokenizer must be a JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(MODEL)) {
        model = ModelJson.read(parser);
      } else {
        rest.set(name, JsonTree.read(parser));
      }
    }
  }

  private Pipeline build() {
    SubwordModel known = model().build();
    return new Pipeline(
        new Pipeline.Stages(
            NormalizerJson.read(component("normalizer")),
            PreTokenizerJson.read(component("pre_tokenizer")),
            known),
        addedTokens(),
        PostProcessorJson.read(component("post_processor")));
  }

  private ModelJson model() {
    ModelJson read = model;
    if (read == null) {
      throw new IllegalArgumentException(
          "the tokenizer has no model; a tokenizer.json of Hugging Face tokenizers is expected");
    }
    return read;
  }

  private Component component(String role) {
    return new Component(role, rest.path(role).isMissingNode() ? rest.nullNode() : rest.path(role));
  }

  private List<AddedToken> addedTokens() {
    List<AddedToken> result = new ArrayList<>();
    for (JsonNode json : rest.path("added_tokens")) {
      Component token = new Component("added token", json);
      if (!token.text("content").isEmpty()) {
        result.add(
            new AddedToken(
                token.text("content"),
                token.flag("single_word", false),
                token.flag("lstrip", false),
                token.flag("rstrip", false),
                token.flag("normalized", true)));
      }
    }
    return result;
  }
}
