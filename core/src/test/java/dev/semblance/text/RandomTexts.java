package dev.semblance.text;

import java.util.List;
import java.util.Random;

/// Random texts of many scripts, emoji, marks, white space, control characters and special tokens,
/// repeatable by their seed.
final class RandomTexts {
  private static final int LONGEST = 24;

  private static final List<String> WORDS =
      List.of(
          "a photo of",
          "golden retriever",
          "the",
          "running",
          "IT'S",
          "don't",
          "we've",
          "x-ray",
          "naïve",
          "Straße",
          "ΣΊΣΥΦΟΣ",
          "ИГРА",
          "שָׁלוֹם",
          "مَرْحَبًا",
          "हिन्दी",
          "ภาษาไทย",
          "東京タワー",
          "한국어",
          "日本語");
  private static final List<String> SPECIAL =
      List.of(
          "<|startoftext|>",
          "<|endoftext|>",
          "<|STARTOFTEXT|>",
          "[CLS]",
          "[SEP]",
          "[MASK]",
          "[UNK]",
          "<s>",
          "</s>",
          "<unk>",
          "<mask>",
          "<pad>",
          "<eos>",
          "<bos>",
          "<0x41>",
          "##a",
          "▁",
          "Ġ",
          "</w>");
  private static final List<String> EMOJI =
      List.of("😂", "👍🏽", "👨‍👩‍👧", "🇫🇮", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☎", "1️⃣", "🦄");
  private static final int[] SPACES = {
    ' ', ' ', ' ', '\t', '\n', '\r', 0x0B, 0x0C, 0x85, 0xA0, 0x1680, 0x2003, 0x2009, 0x200A, 0x2028,
    0x2029, 0x202F, 0x205F, 0x3000, 0x200B, 0x200C, 0x200D, 0xFEFF, 0x2060, 0x180E, 0x1C, 0x1F
  };

  /// First and last code point of each pool.
  private static final int[][] POOLS = {
    {0x21, 0x7E},
    {0x21, 0x7E},
    {0x21, 0x7E},
    {'a', 'z'},
    {'A', 'Z'},
    {'0', '9'},
    {0xA1, 0xFF},
    {0x100, 0x24F},
    {0x250, 0x2AF},
    {0x300, 0x36F},
    {0x370, 0x3FF},
    {0x400, 0x52F},
    {0x591, 0x5F4},
    {0x600, 0x6FF},
    {0x900, 0x97F},
    {0x980, 0x9FF},
    {0xE01, 0xE5B},
    {0xF00, 0xFFF},
    {0x10A0, 0x10FF},
    {0x1100, 0x11FF},
    {0x1E00, 0x1EFF},
    {0x1F00, 0x1FFF},
    {0x2010, 0x206F},
    {0x2070, 0x20CF},
    {0x20D0, 0x20F0},
    {0x2100, 0x218B},
    {0x2190, 0x22FF},
    {0x2460, 0x24FF},
    {0x2500, 0x27BF},
    {0x3040, 0x30FF},
    {0x3130, 0x318E},
    {0x3200, 0x33FF},
    {0x4E00, 0x9FFF},
    {0xAC00, 0xD7A3},
    {0xE000, 0xE0FF},
    {0xF900, 0xFAD9},
    {0xFB00, 0xFB4F},
    {0xFE00, 0xFE0F},
    {0xFE30, 0xFE6B},
    {0xFF01, 0xFFEE},
    {0x10330, 0x1034A},
    {0x1D400, 0x1D7FF},
    {0x1F1E6, 0x1F1FF},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6C5},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x2A6D6},
    {0x2F800, 0x2FA1D},
    {0xE0100, 0xE01EF}
  };

  private final Random random;

  RandomTexts(long seed) {
    random = new Random(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(LONGEST);
    int[] favourite = POOLS[random.nextInt(POOLS.length)];
    for (int i = 0; i < parts; i++) {
      addPart(text, favourite);
    }
    return text.toString();
  }

  private void addPart(StringBuilder text, int[] favourite) {
    switch (random.nextInt(16)) {
      case 0, 1 -> text.append(pick(WORDS));
      case 2 -> text.append(random.nextInt(3) == 0 ? pick(SPECIAL) : " ");
      case 3 -> text.append(pick(EMOJI));
      case 4, 5 -> text.appendCodePoint(SPACES[random.nextInt(SPACES.length)]);
      case 6 -> text.appendCodePoint(random.nextInt(0xA0));
      case 7 -> text.appendCodePoint(any());
      case 8, 9, 10 -> text.appendCodePoint(of(POOLS[random.nextInt(POOLS.length)]));
      default -> text.appendCodePoint(of(favourite));
    }
  }

  private int of(int[] pool) {
    return pool[0] + random.nextInt(pool[1] - pool[0] + 1);
  }

  /// Any code point that is assigned and no surrogate.
  private int any() {
    int codePoint;
    do {
      codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
    } while (!Character.isDefined(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || Character.getType(codePoint) == Character.PRIVATE_USE);
    return codePoint;
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
