package dev.semblance.image.raw;

import dev.semblance.image.format.JpegFrame;
import dev.semblance.image.raw.RawPreview.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All JPEGs of a file whose structure does not name them.
final class JpegSearch {
  private static final int MOST = 64;

  private JpegSearch() {}

  static List<Piece> in(byte[] file) {
    List<Piece> result = new ArrayList<>();
    for (int at = 0; at + 3 < file.length && result.size() < MOST; at++) {
      if (file[at] == (byte) 0xff && file[at + 1] == (byte) 0xd8 && file[at + 2] == (byte) 0xff) {
        Optional<JpegFrame> frame = JpegFrame.of(file, at);
        if (frame.isPresent()) {
          int end = end(file, frame.get().end());
          result.add(new Piece(at, end - at));
          at = end - 1;
        }
      }
    }
    return result;
  }

  /// Behind the mark FF D9, or the end of the file.
  private static int end(byte[] file, int from) {
    for (int at = from; at + 1 < file.length; at++) {
      if (file[at] == (byte) 0xff && file[at + 1] == (byte) 0xd9) {
        return at + 2;
      }
    }
    return file.length;
  }
}
