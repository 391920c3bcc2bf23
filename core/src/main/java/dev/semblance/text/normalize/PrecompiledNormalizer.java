package dev.semblance.text.normalize;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SentencePiece's rewriting rules as Hugging Face tokenizers apply them, which is not as
/// SentencePiece does: the text falls into grapheme clusters; a cluster of fewer than six bytes is
/// wholly replaced by the shortest rule that begins it; any other goes character by character.
public final class PrecompiledNormalizer implements Normalizer {
  private static final int LONGEST_CLUSTER_BYTES = 5;
  private static final int FIRST_COMBINING = 0x300;
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private final Charsmap charsmap;

  /// @param charsmap the bytes of `precompiled_charsmap`
  public PrecompiledNormalizer(byte[] charsmap) {
    this.charsmap = Charsmap.read(charsmap);
  }

  @Override
  public String normalize(String text) {
    StringBuilder result = new StringBuilder(text.length());
    if (hasOnlyLoneCharacters(text)) {
      rewriteEach(text, result);
      return result.toString();
    }
    Matcher clusters = CLUSTER.matcher(text);
    while (clusters.find()) {
      String cluster = clusters.group();
      byte[] utf8 = cluster.getBytes(StandardCharsets.UTF_8);
      boolean whole = utf8.length <= LONGEST_CLUSTER_BYTES && rewrite(utf8, result);
      if (!whole) {
        rewriteEach(cluster, result);
      }
    }
    return result.toString();
  }

  /// Whether each character is a cluster of its own, as far as is seen at a glance.
  private static boolean hasOnlyLoneCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING || text.charAt(i) == '\r') {
        return false;
      }
    }
    return true;
  }

  private void rewriteEach(String cluster, StringBuilder result) {
    cluster
        .codePoints()
        .forEach(codePoint -> {
          String character = Character.toString(codePoint);
          if (!rewrite(character.getBytes(StandardCharsets.UTF_8), result)) {
            result.append(character);
          }
        });
  }

  private boolean rewrite(byte[] utf8, StringBuilder result) {
    Charsmap.Rule rule = charsmap.shortestAt(utf8, 0, utf8.length);
    if (rule != null) {
      result.append(charsmap.replacement(rule));
    }
    return rule != null;
  }
}
