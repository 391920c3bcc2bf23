package dev.semblance.crawl;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/// File errors in words.
public final class Trouble {
  private Trouble() {}

  /// What went wrong, without the file's name, as the end of a sentence.
  public static String inWords(IOException error) {
    return switch (error) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "it is not there any more";
      case FileSystemLoopException _ -> "its links go round in a circle";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      case IOException e when e.getMessage() != null -> e.getMessage();
      default -> error.getClass().getSimpleName();
    };
  }
}
