package dev.semblance.image.plain;

import dev.semblance.image.format.Deadline;
import dev.semblance.image.format.PictureFormat;
import java.io.IOException;

/// A file whose header is read and whose samples are not yet.
///
/// Reading throws an [java.io.EOFException] where the file ends too early, an
/// [java.io.InterruptedIOException] when the time is over, and another [IOException] where the data
/// contradict themselves.
public sealed interface PlainReader permits PnmReader, PsdReader {

  /// Reads the header.
  ///
  /// @throws UnsupportedKindException where it is of a kind that is not read
  static PlainReader of(PictureFormat format, byte[] bytes) throws IOException {
    return switch (format) {
      case PNM -> PnmReader.of(bytes);
      case PSD -> PsdReader.of(bytes);
      default -> throw new IllegalArgumentException(format + " is not read here");
    };
  }

  long width();

  long height();

  /// The most memory that reading takes, the result included; meaningful where width times height
  /// is within an int.
  long memoryBytes();

  PlainPicture read(Deadline deadline) throws IOException;
}
