package dev.semblance.onnx.layout.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.onnx.graph.TensorPort;
import dev.semblance.onnx.layout.file.JsonFiles;
import dev.semblance.text.TokenizerSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Finds a model's tokenizer and what it asks of it, as transformers' files tell.
///
/// @param files the model's
/// @param folder where the tokenizer lies, `` or with a slash at its end
public record HuggingFaceTexts(ModelFiles files, String folder) {
  private static final List<String> TOKENIZERS =
      List.of("tokenizer.json", "spiece.model", "vocab.txt", "merges.txt");

  /// transformers writes 1e30 for "no limit".
  private static final double NO_LIMIT = 1e6;

  /// The tokenizer's file, the most telling first.
  public Optional<String> tokenizerFile() {
    return TOKENIZERS.stream().map(folder::concat).filter(files::has).findFirst();
  }

  /// Why texts cannot be read without one.
  public String missing() {
    return folder + TOKENIZERS.getFirst() + " is missing; fetch it too";
  }

  /// `tokenizer_config.json`, where there is one.
  public Optional<JsonFields> config() {
    return JsonFiles.find(files, folder + "tokenizer_config.json");
  }

  /// What the model asks.
  ///
  /// @param texts the family's custom
  /// @param textConfig `text_config` of `config.json`
  /// @param ids the network's input
  public TokenizerSpec spec(Family.Texts texts, Optional<JsonFields> textConfig, TensorPort ids) {
    boolean fixedGraph = ids.length(1) != TensorPort.FREE;
    int length =
        fixedGraph ? Math.toIntExact(ids.length(1)) : maxLength(texts.context(), textConfig);
    int pad = texts.padding() == Family.Padding.ZERO ? 0 : padToken(textConfig);
    return new TokenizerSpec(length, fixedGraph || texts.fixedLength(), pad, texts.cleaning());
  }

  private int maxLength(int context, Optional<JsonFields> textConfig) {
    double written =
        config().flatMap(fields -> fields.optionalNumber("model_max_length")).orElse(NO_LIMIT);
    int positions =
        textConfig
            .flatMap(fields -> fields.optionalInteger("max_position_embeddings"))
            .orElse(context);
    return (int) Math.min(written, Math.min(context, positions));
  }

  /// The id of the tokenizer's padding token; what `text_config` says where it has none.
  public int padToken(Optional<JsonFields> textConfig) {
    return config()
        .flatMap(fields -> name(fields, "pad_token"))
        .flatMap(this::idOf)
        .or(() -> textConfig.flatMap(fields -> fields.optionalInteger("pad_token_id")))
        .orElse(0);
  }

  private static Optional<String> name(JsonFields config, String field) {
    return config.isObject(field)
        ? config.object(field).optionalString("content")
        : config.optionalString(field);
  }

  private Optional<Integer> idOf(String token) {
    Optional<JsonFields> decoder =
        config().flatMap(fields -> fields.optionalObject("added_tokens_decoder"));
    for (String id : decoder.map(JsonFields::names).orElse(java.util.Set.of())) {
      if (decoder.get().object(id).optionalString("content").equals(Optional.of(token))) {
        return Optional.of(Integer.valueOf(id));
      }
    }
    if (files.has(folder + "tokenizer.json")) {
      return inTokenizerJson(token);
    }
    return files.has(folder + "vocab.txt") ? inVocabulary(token) : Optional.empty();
  }

  private Optional<Integer> inVocabulary(String token) {
    String vocabulary = new String(files.read(folder + "vocab.txt"), StandardCharsets.UTF_8);
    int line = vocabulary.lines().map(String::strip).toList().indexOf(token);
    return line < 0 ? Optional.empty() : Optional.of(line);
  }

  /// Looks among `added_tokens`, which come before the vocabulary, so that a file of 30 MB is not
  /// read to its end.
  private Optional<Integer> inTokenizerJson(String token) {
    String file = folder + "tokenizer.json";
    try (JsonParser parser = new JsonFactory().createParser(files.read(file))) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean added = parser.currentName().equals("added_tokens");
        parser.nextToken();
        if (added) {
          return addedToken(parser, token);
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new ModelException(files.name() + "/" + file + ": not valid JSON", e);
    }
  }

  private static Optional<Integer> addedToken(JsonParser parser, String token) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      int id = -1;
      boolean found = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        if (field.equals("id")) {
          id = parser.getIntValue();
        } else if (field.equals("content")) {
          found = parser.getText().equals(token);
        }
      }
      if (found && id >= 0) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }
}
