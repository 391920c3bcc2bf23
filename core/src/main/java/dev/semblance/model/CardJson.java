package dev.semblance.model;

import static dev.semblance.model.JsonFields.written;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.semblance.calibration.Calibration;
import dev.semblance.calibration.Curve;
import dev.semblance.image.Preprocessing;
import dev.semblance.image.Preprocessing.Alpha;
import dev.semblance.image.Preprocessing.CropRounding;
import dev.semblance.image.Preprocessing.Fit;
import dev.semblance.image.ResizeFilter;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.model.ModelCard.ImageSide;
import dev.semblance.model.ModelCard.Scoring;
import dev.semblance.model.ModelCard.TextSide;
import dev.semblance.model.ModelCard.VariantFile;
import dev.semblance.text.TokenizerSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A [ModelCard] as JSON: the file `semblance.json` beside a model's graphs. Stateless.
///
/// ```json
/// {
///   "semblance": 1,
///   "name": "mini",
///   "description": "a small model to try things with",
///   "dimension": 256,
///   "text": {
///     "graph": {
///       "files": {"int8": "text.onnx"},
///       "input": "input_ids",
///       "output": "last_hidden_state",
///       "pooling": "mean",
///       "layerNorm": false,
///       "head": "text_head.onnx"
///     },
///     "tokenizer": {
///       "file": "tokenizer.json",
///       "maxLength": 256,
///       "fixedLength": false,
///       "padId": 0,
///       "cleaning": "none"
///     },
///     "prefix": ""
///   },
///   "image": {
///     "graph": {"files": {"fp32": "image.onnx"}, "input": "pixels", "output": "embedding"},
///     "preprocessing": {
///       "fit": "squash", "width": 96, "height": 96, "filter": "bicubic",
///       "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]
///     }
///   },
///   "scoring": {"link": "softmax", "scale": 100, "bias": 0, "source": "card"},
///   "promptTemplates": ["a photo of a {}"],
///   "licence": "Apache-2.0",
///   "languages": ["en"],
///   "lineage": [],
///   "calibration": {
///     "source": "788 pictures with captions that it was not trained on",
///     "text": {"score": 9.1, "standing": 1.2, "size": 0.6, "offset": -7},
///     "picture": {"score": 9.1, "standing": 1.2, "size": 0.6, "offset": -7},
///     "likely": 0.5, "least": 0.1, "reference": "reference.f16"
///   }
/// }
/// ```
///
/// `semblance` is the format's version, [#VERSION]. A variant that was measured against fp32 is
/// `{"file": "image_s8.onnx", "cosine": 0.998}`. At least one of `text` and `image` is there.
/// `pooling` is `none` (default), `first` or `mean`; `fit` is `shortest-and-crop`, `squash` or
/// `longest-and-pad`; `filter` one of Pillow's; `cropRounding` is `down` (default), `half-even` or
/// `truncated-difference`; `alpha` is `drop` (default) or `over-white`; `resizeTo` is the larger of
/// width and height, `padding` 0 and `scale` 1/255 unless said otherwise; `cleaning` is `none`
/// (default), `lower` or `canonical`. `truncations` lists the shorter dimensions that a Matryoshka
/// model may be used with. A field nobody knows is refused, since leaving it out could change where
/// things land; names that begin with `x-` are anybody's and pass.
public final class CardJson {
  /// The file's name in a model's folder.
  public static final String FILE = "semblance.json";

  /// The version that is written, and the newest that is read.
  public static final int VERSION = 1;

  private static final double NO_SCALE = 1;

  private CardJson() {}

  /// Reads a card.
  ///
  /// @param file what to call it in complaints
  /// @throws ModelException naming the file, the field, what it holds and what it may hold
  public static ModelCard read(byte[] json, String file) {
    JsonFields fields = JsonFields.parse(json, file);
    int version = fields.integer("semblance");
    if (version < 1 || version > VERSION) {
      throw fields.wrong("semblance", version, "1 to " + VERSION + "; a newer Semblance reads it");
    }
    fields.allowOnly(
        "semblance",
        "name",
        "description",
        "dimension",
        "text",
        "image",
        "scoring",
        "promptTemplates",
        "licence",
        "languages",
        "lineage",
        "truncations",
        "calibration");
    try {
      return card(fields);
    } catch (IllegalArgumentException e) {
      throw new ModelException(file + ": " + e.getMessage(), e);
    }
  }

  private static ModelCard card(JsonFields fields) {
    return new ModelCard(
        fields.string("name"),
        fields.optionalString("description").orElse(""),
        fields.integer("dimension"),
        fields.optionalObject("text").map(CardJson::textSide),
        fields.optionalObject("image").map(CardJson::imageSide),
        fields
            .optionalObject("scoring")
            .map(CardJson::scoring)
            .orElse(new Scoring(ModelCard.Link.SOFTMAX, NO_SCALE, 0, "none")),
        fields.strings("promptTemplates"),
        fields.optionalString("licence").orElse("unknown"),
        fields.strings("languages"),
        fields.strings("lineage"),
        fields.integers("truncations"),
        fields.optionalObject("calibration").map(CardJson::calibration));
  }

  private static Calibration calibration(JsonFields fields) {
    fields.allowOnly("source", "text", "picture", "likely", "least", "reference", "measured");
    return new Calibration(
        fields.string("source"),
        curve(fields.object("text")),
        curve(fields.object("picture")),
        fields.number("likely"),
        fields.number("least"),
        fields.string("reference"),
        fields.optionalObject("measured").map(CardJson::measured));
  }

  private static Curve curve(JsonFields fields) {
    fields.allowOnly("score", "standing", "size", "offset");
    return new Curve(
        fields.number("score"),
        fields.number("standing"),
        fields.number("size"),
        fields.number("offset"));
  }

  private static Calibration.Measured measured(JsonFields fields) {
    fields.allowOnly("queries", "calibrationError", "refused", "kept");
    return new Calibration.Measured(
        fields.integer("queries"),
        fields.number("calibrationError"),
        fields.number("refused"),
        fields.number("kept"));
  }

  private static TextSide textSide(JsonFields fields) {
    fields.allowOnly("graph", "tokenizer", "prefix");
    JsonFields tokenizer = fields.object("tokenizer");
    tokenizer.allowOnly("file", "maxLength", "fixedLength", "padId", "cleaning");
    return new TextSide(
        graph(fields.object("graph")),
        tokenizer.string("file"),
        new TokenizerSpec(
            tokenizer.integer("maxLength"),
            tokenizer.optionalFlag("fixedLength").orElse(false),
            tokenizer.optionalInteger("padId").orElse(0),
            tokenizer
                .optionalChoice("cleaning", TokenizerSpec.Cleaning.class)
                .orElse(TokenizerSpec.Cleaning.NONE)),
        fields.optionalString("prefix").orElse(""));
  }

  private static ImageSide imageSide(JsonFields fields) {
    fields.allowOnly("graph", "preprocessing");
    return new ImageSide(
        graph(fields.object("graph")), preprocessing(fields.object("preprocessing")));
  }

  private static Preprocessing preprocessing(JsonFields fields) {
    fields.allowOnly(
        "fit",
        "width",
        "height",
        "resizeTo",
        "filter",
        "cropRounding",
        "alpha",
        "padding",
        "scale",
        "mean",
        "std");
    int width = fields.integer("width");
    int height = fields.integer("height");
    return new Preprocessing(
        fields.choice("fit", Fit.class),
        width,
        height,
        fields.optionalInteger("resizeTo").orElse(Math.max(width, height)),
        fields.choice("filter", ResizeFilter.class),
        fields.optionalChoice("cropRounding", CropRounding.class).orElse(CropRounding.DOWN),
        fields.optionalChoice("alpha", Alpha.class).orElse(Alpha.DROP),
        fields.optionalInteger("padding").orElse(0),
        fields.optionalNumber("scale").orElse(1 / 255.0),
        fields.numbers("mean"),
        fields.numbers("std"));
  }

  private static Graph graph(JsonFields fields) {
    fields.allowOnly("files", "input", "output", "pooling", "layerNorm", "head");
    JsonFields files = fields.object("files");
    List<VariantFile> variants =
        files.names().stream().map(variant -> variant(files, variant)).toList();
    return new Graph(
        variants,
        fields.string("input"),
        fields.string("output"),
        fields.optionalChoice("pooling", ModelCard.Pooling.class).orElse(ModelCard.Pooling.NONE),
        fields.optionalFlag("layerNorm").orElse(false),
        fields.optionalString("head"));
  }

  private static VariantFile variant(JsonFields files, String name) {
    if (!files.isObject(name)) {
      return new VariantFile(name, files.string(name));
    }
    JsonFields measured = files.object(name);
    measured.allowOnly("file", "cosine");
    return new VariantFile(name, measured.string("file"), measured.optionalNumber("cosine"));
  }

  private static Scoring scoring(JsonFields fields) {
    fields.allowOnly("link", "scale", "bias", "source");
    return new Scoring(
        fields.choice("link", ModelCard.Link.class),
        fields.number("scale"),
        fields.optionalNumber("bias").orElse(0.0),
        fields.optionalString("source").orElse("card"));
  }

  /// Writes a card; [#read] gives an equal one.
  public static byte[] write(ModelCard card) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      // The platform's own line ending would make the same card two files.
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
      write(card, json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(ModelCard card, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("semblance", VERSION);
    json.writeStringField("name", card.name());
    json.writeStringField("description", card.description());
    json.writeNumberField("dimension", card.dimension());
    if (card.text().isPresent()) {
      writeText(card.text().get(), json);
    }
    if (card.image().isPresent()) {
      json.writeObjectFieldStart("image");
      writeGraph(card.image().get().graph(), json);
      writePreprocessing(card.image().get().preprocessing(), json);
      json.writeEndObject();
    }
    writeScoring(card.scoring(), json);
    writeList("promptTemplates", card.promptTemplates(), json);
    json.writeStringField("licence", card.licence());
    writeList("languages", card.languages(), json);
    writeList("lineage", card.lineage(), json);
    if (!card.truncations().isEmpty()) {
      writeIntegers("truncations", card.truncations(), json);
    }
    if (card.calibration().isPresent()) {
      writeCalibration(card.calibration().get(), json);
    }
    json.writeEndObject();
  }

  private static void writeCalibration(Calibration calibration, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("calibration");
    json.writeStringField("source", calibration.source());
    writeCurve("text", calibration.text(), json);
    writeCurve("picture", calibration.picture(), json);
    json.writeNumberField("likely", calibration.likely());
    json.writeNumberField("least", calibration.least());
    json.writeStringField("reference", calibration.reference());
    if (calibration.measured().isPresent()) {
      Calibration.Measured measured = calibration.measured().get();
      json.writeObjectFieldStart("measured");
      json.writeNumberField("queries", measured.queries());
      json.writeNumberField("calibrationError", measured.calibrationError());
      json.writeNumberField("refused", measured.refused());
      json.writeNumberField("kept", measured.kept());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeCurve(String name, Curve curve, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("score", curve.scoreWeight());
    json.writeNumberField("standing", curve.standingWeight());
    json.writeNumberField("size", curve.sizeWeight());
    json.writeNumberField("offset", curve.offset());
    json.writeEndObject();
  }

  private static void writeText(TextSide text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("text");
    writeGraph(text.graph(), json);
    json.writeObjectFieldStart("tokenizer");
    json.writeStringField("file", text.tokenizerFile());
    json.writeNumberField("maxLength", text.tokenizer().maxLength());
    json.writeBooleanField("fixedLength", text.tokenizer().fixedLength());
    json.writeNumberField("padId", text.tokenizer().padId());
    json.writeStringField("cleaning", written(text.tokenizer().cleaning()));
    json.writeEndObject();
    json.writeStringField("prefix", text.prefix());
    json.writeEndObject();
  }

  private static void writeGraph(Graph graph, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("graph");
    json.writeObjectFieldStart("files");
    for (VariantFile file : graph.files()) {
      writeVariant(file, json);
    }
    json.writeEndObject();
    json.writeStringField("input", graph.input());
    json.writeStringField("output", graph.output());
    json.writeStringField("pooling", written(graph.pooling()));
    json.writeBooleanField("layerNorm", graph.layerNorm());
    if (graph.head().isPresent()) {
      json.writeStringField("head", graph.head().get());
    }
    json.writeEndObject();
  }

  private static void writeVariant(VariantFile file, JsonGenerator json) throws IOException {
    if (file.cosine().isEmpty()) {
      json.writeStringField(file.variant(), file.file());
      return;
    }
    json.writeObjectFieldStart(file.variant());
    json.writeStringField("file", file.file());
    json.writeNumberField("cosine", file.cosine().get());
    json.writeEndObject();
  }

  private static void writePreprocessing(Preprocessing rule, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("preprocessing");
    json.writeStringField("fit", written(rule.fit()));
    json.writeNumberField("width", rule.width());
    json.writeNumberField("height", rule.height());
    json.writeNumberField("resizeTo", rule.resizeTo());
    json.writeStringField("filter", written(rule.filter()));
    json.writeStringField("cropRounding", written(rule.cropRounding()));
    json.writeStringField("alpha", written(rule.alpha()));
    json.writeNumberField("padding", rule.padding());
    json.writeNumberField("scale", rule.scale());
    writeNumbers("mean", rule.mean(), json);
    writeNumbers("std", rule.std(), json);
    json.writeEndObject();
  }

  private static void writeIntegers(String name, List<Integer> numbers, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private static void writeNumbers(String name, List<Double> numbers, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (double number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private static void writeScoring(Scoring scoring, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("scoring");
    json.writeStringField("link", written(scoring.link()));
    json.writeNumberField("scale", scoring.scale());
    json.writeNumberField("bias", scoring.bias());
    json.writeStringField("source", scoring.source());
    json.writeEndObject();
  }

  private static void writeList(String name, List<String> items, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String item : items) {
      json.writeString(item);
    }
    json.writeEndArray();
  }
}
