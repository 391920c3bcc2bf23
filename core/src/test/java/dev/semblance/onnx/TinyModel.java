package dev.semblance.onnx;

import dev.semblance.model.CardJson;
import dev.semblance.model.ModelCard;
import dev.semblance.onnx.encoder.TinyNetworks;
import dev.semblance.onnx.layout.file.MemoryFiles;
import dev.semblance.onnx.rewrite.SmallGraph;
import java.nio.charset.StandardCharsets;

/// A model of three dimensions in memory with our own card: texts become the sum of their ids and
/// their number behind a head, pictures the sums of their channels.
final class TinyModel {
  static final String TEXTS = "text.onnx";
  static final String PICTURES = "image.onnx";
  static final String HEAD = "head.onnx";
  static final String TOKENIZER = "vocab.txt";

  private static final String CARD =
      """
      {"semblance": 1, "name": "tiny", "description": "adds up", "dimension": 3,
       "text": {
         "graph": {"files": {"fp32": "text.onnx"}, "input": "input_ids", "output": "vector",
                   "pooling": "none", "layerNorm": false, "head": "head.onnx"},
         "tokenizer": {"file": "vocab.txt", "maxLength": 16, "fixedLength": false, "padId": 0,
                       "cleaning": "none"},
         "prefix": ""},
       "image": {
         "graph": {"files": {"fp32": "image.onnx"}, "input": "pixels", "output": "vector"},
         "preprocessing": {"fit": "squash", "width": 2, "height": 2, "resizeTo": 2,
                           "filter": "bicubic", "cropRounding": "down", "alpha": "drop",
                           "padding": 0, "scale": 1, "mean": [0, 0, 0.5], "std": [1, 1, 2]}},
       "scoring": {"link": "softmax", "scale": 100, "bias": 0, "source": "card"},
       "promptTemplates": [], "licence": "Apache-2.0", "languages": ["en"], "lineage": []}
      """;

  private final MemoryFiles files =
      new MemoryFiles("folder")
          .with(TEXTS, TinyNetworks.maskedTexts(-1, -1))
          .with(HEAD, TinyNetworks.head())
          .with(PICTURES, TinyNetworks.colours(SmallGraph.FLOAT, -1, 3, 2, 2))
          .with(TOKENIZER, "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\ndog\n");
  private String card = CARD;

  /// Puts something else into the card, which must hold `from`.
  TinyModel changed(String from, String to) {
    if (!card.contains(from)) {
      throw new IllegalArgumentException("the card holds no " + from);
    }
    card = card.replace(from, to);
    return this;
  }

  TinyModel with(String file, byte[] content) {
    files.with(file, content);
    return this;
  }

  TinyModel with(String file, String content) {
    files.with(file, content);
    return this;
  }

  MemoryFiles files() {
    return files.with(CardJson.FILE, card);
  }

  ModelCard card() {
    return CardJson.read(card.getBytes(StandardCharsets.UTF_8), "folder/semblance.json");
  }
}
