package dev.semblance.eval.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Bytes as text in UTF-8, without the mark that some editors put in front.
final class TextFiles {
  private static final String MARK = "\uFEFF";

  private TextFiles() {}

  /// The text of a file.
  ///
  /// @param expected what should be there, for the complaint
  /// @throws IllegalArgumentException when it is no UTF-8
  /// @throws UncheckedIOException when it cannot be read
  static String read(Path file, String expected) {
    try {
      return of(Files.readAllBytes(file), file);
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException(
          file + ": does not exist; " + expected + " was expected there", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /// @param name of the file, for the complaint
  /// @throws IllegalArgumentException when it is no UTF-8
  static String of(byte[] bytes, Object name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(name + ": is no text in UTF-8", e);
    }
  }
}
