package dev.semblance.onnx.layout.file;

import dev.semblance.model.ModelCard;
import java.util.List;
import java.util.Optional;

/// A model's files, understood.
///
/// @param card what they say, in our words
/// @param notes what people may want to know about how they were read, one sentence each
/// @param joint the network that gives logits, where there is one
/// @param textMissing why texts cannot be read although the model has a network for them
public record Translation(
    ModelCard card, List<String> notes, Optional<JointGraph> joint, Optional<String> textMissing) {
  public Translation {
    notes = List.copyOf(notes);
  }

  public static Translation of(ModelCard card) {
    return new Translation(card, List.of(), Optional.empty(), Optional.empty());
  }

  /// A network that takes texts and pictures together and gives their logits, from which scale and
  /// bias can be computed.
  ///
  /// @param file relative name
  /// @param ids the input of token ids
  /// @param pixels the input of pictures
  /// @param logits the output `[pictures, texts]`
  /// @param texts the output of text embeddings
  /// @param images the output of picture embeddings
  public record JointGraph(
      String file, String ids, String pixels, String logits, String texts, String images) {}
}
