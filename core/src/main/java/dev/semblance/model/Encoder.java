package dev.semblance.model;

import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.util.ArrayList;
import java.util.List;

/// One modality in, embeddings of one space out.
///
/// Work has two steps so that they can overlap: [#prepare] (decoding's end, on any thread) and
/// [#encode] (the network, in batches). Safe for many threads; usable until its [Model] is closed.
///
/// @param <I> what goes in
public sealed interface Encoder<I extends Input> permits TextEncoder, ImageEncoder {

  /// The space the embeddings lie in.
  EmbeddingSpace space();

  /// How many inputs a call of [#encode] takes best; more is allowed and is cut into pieces.
  int batchSize();

  /// Preprocesses or tokenises one input.
  Prepared prepare(I input);

  /// Runs the network. The embedding of an input does not depend on the others beside it.
  ///
  /// @param batch made by this encoder's [#prepare], at least one
  /// @return an embedding for each, in the same order
  /// @throws ModelException when the network fails or gives a vector without direction; the message
  ///   names the source
  List<Embedding> encode(List<Prepared> batch);

  /// Prepares and encodes, in pieces of [#batchSize].
  default List<Embedding> embed(List<I> inputs) {
    List<Embedding> embeddings = new ArrayList<>(inputs.size());
    for (int from = 0; from < inputs.size(); from += batchSize()) {
      List<I> piece = inputs.subList(from, Math.min(inputs.size(), from + batchSize()));
      embeddings.addAll(encode(piece.stream().map(this::prepare).toList()));
    }
    return embeddings;
  }

  /// An input ready for the network; only the encoder that made it can read it.
  interface Prepared {
    /// What it is called in messages.
    String source();
  }
}
