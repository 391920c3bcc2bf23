package dev.semblance.text.pipeline;

import dev.semblance.text.normalize.Normalizer;
import dev.semblance.text.split.Piece;
import dev.semblance.text.split.PreTokenizer;
import dev.semblance.text.subword.IdList;
import dev.semblance.text.subword.SubwordModel;
import java.util.List;
import java.util.function.Consumer;

/// All stages from a text to the ids of its content. Immutable and safe for many threads.
public final class Pipeline {
  private final Normalizer normalizer;
  private final PreTokenizer preTokenizer;
  private final SubwordModel model;
  private final AddedTokens plainTokens;
  private final AddedTokens normalizedTokens;
  private final SpecialIds specialIds;

  public Pipeline(Stages stages, List<AddedToken> added, SpecialIds specialIds) {
    normalizer = stages.normalizer;
    preTokenizer = stages.preTokenizer;
    model = stages.model;
    this.specialIds = specialIds;
    List<AddedTokens.Entry> ids = AddedTokens.number(added, model);
    plainTokens = AddedTokens.plain(ids);
    normalizedTokens = AddedTokens.normalized(ids, normalizer);
  }

  /// The three stages every piece of text goes through.
  public record Stages(Normalizer normalizer, PreTokenizer preTokenizer, SubwordModel model) {}

  /// What stands before and behind the content.
  public SpecialIds specialIds() {
    return specialIds;
  }

  /// The ids of a text without special ones before and behind; stops soon after `enough` of them.
  public IdList encode(String text, int enough) {
    IdList ids = new IdList();
    Consumer<Piece> toIds =
        piece -> {
          if (ids.size() < enough) {
            model.encode(piece.text(), ids);
          }
        };
    plainTokens.split(
        text,
        ids,
        (raw, first) ->
            normalizedTokens.split(
                normalizer.normalize(raw),
                ids,
                (part, begins) -> preTokenizer.split(new Piece(part, first && begins), toIds)));
    return ids;
  }
}
