package dev.semblance.text;

import dev.semblance.text.pipeline.Pipeline;
import dev.semblance.text.pipeline.SpecialIds;
import dev.semblance.text.subword.IdList;
import java.util.Arrays;
import java.util.List;

/// A tokenizer read from files: cleaning, the pipeline of the files, special ids, padding.
final class PipelineTokenizer implements Tokenizer {
  private static final char REPLACEMENT_CHARACTER = '\uFFFD';

  private final Pipeline pipeline;
  private final TokenizerSpec spec;
  private final int room;

  PipelineTokenizer(Pipeline pipeline, TokenizerSpec spec) {
    this.pipeline = pipeline;
    this.spec = spec;
    int special = pipeline.specialIds().count();
    room = spec.maxLength() - special;
    if (room < 0) {
      throw new IllegalArgumentException(
          "maxLength is "
              + spec.maxLength()
              + ", but this tokenizer adds "
              + special
              + " special tokens to every text; maxLength must be at least as many");
    }
  }

  @Override
  public TokenIds encode(String text) {
    String cleaned = spec.cleaning().clean(wellFormed(text));
    IdList content = pipeline.encode(cleaned, room + 1);
    int kept = Math.min(content.size(), room);
    SpecialIds special = pipeline.specialIds();
    int length = kept + special.count();
    int[] ids = new int[spec.fixedLength() ? spec.maxLength() : length];
    put(special.before(), ids, 0);
    content.copyTo(ids, special.before().size(), kept);
    put(special.behind(), ids, special.before().size() + kept);
    Arrays.fill(ids, length, ids.length, spec.padId());
    return new TokenIds(ids, length, kept < content.size());
  }

  private static void put(List<Integer> special, int[] ids, int start) {
    for (int i = 0; i < special.size(); i++) {
      ids[start + i] = special.get(i);
    }
  }

  private static String wellFormed(String text) {
    StringBuilder repaired = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        repaired = repaired == null ? new StringBuilder(text) : repaired;
        repaired.setCharAt(i, REPLACEMENT_CHARACTER);
      }
    }
    return repaired == null ? text : repaired.toString();
  }
}
