package dev.semblance.onnx;

import dev.semblance.image.Preprocessing;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelCard.Graph;
import dev.semblance.onnx.encoder.TokenizerFiles;
import dev.semblance.onnx.session.Networks;
import dev.semblance.space.Fingerprint;
import dev.semblance.text.TokenizerSpec;

/// The fingerprint of the space of a card and the files chosen from it.
///
/// Whatever decides where a thing lands is in it: weights by content, with the files beside them,
/// heads, inputs, outputs, pooling, preprocessing, tokenizer and its limits, the prefix, the
/// dimension. Name, licence, scoring and the like are not. int8 and fp32 of one model are two
/// spaces.
final class SpaceFingerprint {
  private final Networks networks;
  private final Fingerprint fingerprint = new Fingerprint();

  SpaceFingerprint(Networks networks) {
    this.networks = networks;
  }

  String of(ModelCard card, VariantChoice choice) {
    fingerprint.part("dimension", Integer.toString(card.dimension()));
    card.text()
        .ifPresent(side -> {
          addGraph("text", side.graph(), choice.text().orElseThrow().file());
          fingerprint.part("tokenizer", networks.hash(side.tokenizerFile()));
          TokenizerFiles.beside(side.tokenizerFile())
              .filter(networks.files()::has)
              .ifPresent(it -> fingerprint.part("tokenizer.vocabulary", networks.hash(it)));
          addTokenizer(side.tokenizer());
          fingerprint.part("prefix", side.prefix());
        });
    card.image()
        .ifPresent(side -> {
          addGraph("image", side.graph(), choice.image().orElseThrow().file());
          addPreprocessing(side.preprocessing());
        });
    return fingerprint.hex();
  }

  private void addTokenizer(TokenizerSpec spec) {
    fingerprint.part("tokenizer.maxLength", Integer.toString(spec.maxLength()));
    fingerprint.part("tokenizer.fixedLength", Boolean.toString(spec.fixedLength()));
    fingerprint.part("tokenizer.padId", Integer.toString(spec.padId()));
    fingerprint.part("tokenizer.cleaning", spec.cleaning().name());
  }

  private void addPreprocessing(Preprocessing rule) {
    fingerprint.part("picture.fit", rule.fit().name());
    fingerprint.part("picture.width", Integer.toString(rule.width()));
    fingerprint.part("picture.height", Integer.toString(rule.height()));
    fingerprint.part("picture.resizeTo", Integer.toString(rule.resizeTo()));
    fingerprint.part("picture.filter", rule.filter().name());
    fingerprint.part("picture.cropRounding", rule.cropRounding().name());
    fingerprint.part("picture.alpha", rule.alpha().name());
    fingerprint.part("picture.padding", Integer.toString(rule.padding()));
    fingerprint.part("picture.scale", Double.toString(rule.scale()));
    for (int channel = 0; channel < 3; channel++) {
      fingerprint.part("picture.mean", Double.toString(rule.mean().get(channel)));
      fingerprint.part("picture.std", Double.toString(rule.std().get(channel)));
    }
  }

  private void addGraph(String side, Graph graph, String file) {
    fingerprint.part(side + ".weights", networks.weights(file));
    fingerprint.part(side + ".input", graph.input());
    fingerprint.part(side + ".output", graph.output());
    fingerprint.part(side + ".pooling", graph.pooling().name());
    fingerprint.part(side + ".layerNorm", Boolean.toString(graph.layerNorm()));
    graph.head().ifPresent(head -> fingerprint.part(side + ".head", networks.weights(head)));
  }
}
