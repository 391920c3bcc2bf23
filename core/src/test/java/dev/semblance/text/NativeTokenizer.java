package dev.semblance.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Hugging Face's own tokenizer, native code out of a jar, without limit and padding.
final class NativeTokenizer implements AutoCloseable {
  private static final Map<String, String> UNBOUNDED =
      Map.of("truncation", "DO_NOT_TRUNCATE", "padding", "DO_NOT_PAD");
  private static final int SHOWN = 5;

  private final HuggingFaceTokenizer tokenizer;

  NativeTokenizer(byte[] tokenizerJson) {
    try {
      tokenizer =
          HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(tokenizerJson), UNBOUNDED);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Keeps the library from reaching for a network or the user's home.
  static void stayOffline(Path cache) {
    System.setProperty("DJL_CACHE_DIR", cache.toString());
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  int[] encode(String text) {
    return LongStream.of(tokenizer.encode(text).getIds()).mapToInt(Math::toIntExact).toArray();
  }

  /// How another tokenizer differs on random texts: empty if it does not.
  String compare(Tokenizer ours, long seed, int count) {
    RandomTexts texts = new RandomTexts(seed);
    List<String> disagreements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = texts.next();
      int[] expected = encode(text);
      int[] actual = ours.encode(text).ids();
      if (!Arrays.equals(actual, expected)) {
        disagreements.add(describe(text, actual, expected));
      }
    }
    if (disagreements.isEmpty()) {
      return "";
    }
    int shown = Math.min(SHOWN, disagreements.size());
    return disagreements.size()
        + " of "
        + count
        + " texts of seed "
        + seed
        + " differ:\n"
        + String.join("\n", disagreements.subList(0, shown));
  }

  private static String describe(String text, int[] actual, int[] expected) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> escaped.append("U+").append(Integer.toHexString(c)).append(' '));
    return escaped
        + "\n  ours   "
        + Arrays.toString(actual)
        + "\n  native "
        + Arrays.toString(expected);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
