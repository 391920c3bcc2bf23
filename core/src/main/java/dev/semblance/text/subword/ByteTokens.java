package dev.semblance.text.subword;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The tokens `<0x00>` to `<0xFF>` that stand for the bytes of what a vocabulary does not know.
/// Immutable and safe for many threads.
final class ByteTokens {
  private static final int BYTES = 256;

  private final int[] ids;

  private ByteTokens(int[] ids) {
    this.ids = ids;
  }

  /// The byte tokens of a vocabulary; those it lacks are remembered as lacking.
  static ByteTokens of(Vocabulary vocabulary) {
    int[] ids = new int[BYTES];
    HexFormat digits = HexFormat.of().withUpperCase();
    for (int value = 0; value < BYTES; value++) {
      ids[value] = vocabulary.find("<0x" + digits.toHexDigits((byte) value) + ">");
    }
    return new ByteTokens(ids);
  }

  /// The ids of the UTF-8 bytes of a text, or null if the vocabulary lacks one of them.
  int @Nullable [] find(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int[] result = new int[utf8.length];
    for (int i = 0; i < utf8.length; i++) {
      result[i] = ids[Byte.toUnsignedInt(utf8[i])];
      if (result[i] == Vocabulary.ABSENT) {
        return null;
      }
    }
    return result;
  }
}
