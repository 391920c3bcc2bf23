package dev.semblance.eval.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files inside a tar file, in their order (WebDataset keeps its pictures so).
///
/// Reads the POSIX ustar header: name, size and type at fixed places, and the prefix for long
/// names. Other records than plain files are passed over.
public final class TarFiles {
  private static final int BLOCK = 512;

  private TarFiles() {}

  /// Takes one file of a tar.
  @FunctionalInterface
  public interface Visitor {
    void file(String name, byte[] content);
  }

  /// Shows every plain file of `tar` to `visitor`.
  ///
  /// @throws UncheckedIOException when it cannot be read or ends early
  public static void forEach(Path tar, Visitor visitor) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(tar), 1 << 16)) {
      byte[] header = new byte[BLOCK];
      while (isNext(in, header)) {
        int size = octal(header, 124, 12);
        byte[] content = in.readNBytes(size);
        if (content.length < size) {
          throw new EOFException(tar + ": ends inside " + name(header));
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (header[156] == '0' || header[156] == 0) {
          visitor.file(name(header), content);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(tar + ": cannot be read as a tar file", e);
    }
  }

  /// Reads a header; there is none where the file or what it holds is at its end.
  private static boolean isNext(InputStream in, byte[] header) throws IOException {
    int count = in.readNBytes(header, 0, BLOCK);
    if (count == 0 || header[0] == 0) {
      return false;
    }
    if (count < BLOCK) {
      throw new EOFException("it ends inside of a header");
    }
    return true;
  }

  private static String name(byte[] header) {
    String name = text(header, 0, 100);
    String prefix = text(header, 345, 155);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }

  /// What no array could hold is no size here.
  private static int octal(byte[] header, int from, int length) throws IOException {
    String digits = text(header, from, length).strip();
    try {
      int number = digits.isEmpty() ? 0 : Integer.parseInt(digits, 8);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // as one below zero
    }
    throw new IOException(
        "a tar header has the size \"" + digits + "\"; 0 to 17777777777 in octal is expected");
  }
}
