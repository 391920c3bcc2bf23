package dev.semblance.hub.verify;

import dev.semblance.model.Encoder;
import dev.semblance.model.Input;
import dev.semblance.model.Model;
import dev.semblance.space.Embedding;
import java.util.ArrayList;
import java.util.List;

/// The embeddings of a few texts and pictures, by one model.
///
/// @param texts of [#TEXTS], empty where the model reads none
/// @param pictures of a red circle and a blue square, empty where the model reads none
record Probe(List<Embedding> texts, List<Embedding> pictures) {
  /// Of different lengths, so that a batch needs padding.
  static final List<Input.Text> TEXTS =
      List.of(
          new Input.Text("a red circle"),
          new Input.Text("a blue square"),
          new Input.Text("two old boats on the shore of a lake in the mountains, early in autumn"),
          new Input.Text("snow"));

  /// All in one batch.
  static Probe together(Model model) {
    return new Probe(
        model.text().map(texts -> encode(texts, TEXTS)).orElse(List.of()),
        model.image().map(pictures -> encode(pictures, drawn())).orElse(List.of()));
  }

  /// One after the other.
  static Probe oneByOne(Model model) {
    return new Probe(
        model.text().map(texts -> alone(texts, TEXTS)).orElse(List.of()),
        model.image().map(pictures -> alone(pictures, drawn())).orElse(List.of()));
  }

  /// Texts, then pictures.
  List<Embedding> all() {
    List<Embedding> all = new ArrayList<>(texts);
    all.addAll(pictures);
    return all;
  }

  private static List<Input.Image> drawn() {
    return List.of(Drawn.redCircle(), Drawn.blueSquare());
  }

  private static <I extends Input> List<Embedding> encode(Encoder<I> encoder, List<I> inputs) {
    return encoder.encode(inputs.stream().<Encoder.Prepared>map(encoder::prepare).toList());
  }

  private static <I extends Input> List<Embedding> alone(Encoder<I> encoder, List<I> inputs) {
    return inputs.stream().map(input -> encode(encoder, List.of(input)).getFirst()).toList();
  }
}
