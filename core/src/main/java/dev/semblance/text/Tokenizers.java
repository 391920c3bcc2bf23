package dev.semblance.text;

import dev.semblance.text.format.ClipBpeFiles;
import dev.semblance.text.format.SentencePieceFile;
import dev.semblance.text.format.TokenizerJson;
import dev.semblance.text.format.WordPieceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads tokenizers from the files that lie beside models. Every tokenizer is immutable and safe
/// for many threads. Files that are broken, or ask for something that is not understood, are an
/// [IllegalArgumentException] that says what.
public final class Tokenizers {
  private Tokenizers() {}

  /// Reads a `tokenizer.json` of Hugging Face tokenizers: models BPE, Unigram and WordPiece. The
  /// truncation and padding written in it are ignored, the spec's are used.
  public static Tokenizer read(byte[] tokenizerJson, TokenizerSpec spec) {
    return new PipelineTokenizer(TokenizerJson.read(tokenizerJson), spec);
  }

  /// Reads a `tokenizer.json` from disk.
  ///
  /// @throws IllegalArgumentException if the file is not understood; the message begins with its
  ///   path
  /// @throws UncheckedIOException if it cannot be read
  public static Tokenizer read(Path tokenizerJson, TokenizerSpec spec) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(tokenizerJson);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the tokenizer " + tokenizerJson, e);
    }
    try {
      return read(bytes, spec);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(tokenizerJson + ": " + e.getMessage(), e);
    }
  }

  /// A `tokenizer.json` as bytes that are read many times faster, by [#readPrepared]: the tables of
  /// a vocabulary as they lie in memory. For a cache; another version of this library may not read
  /// them.
  public static byte[] prepare(byte[] tokenizerJson) {
    return TokenizerJson.prepare(tokenizerJson);
  }

  /// Reads what [#prepare] made, to the same ids as the `tokenizer.json` itself.
  ///
  /// @throws IllegalArgumentException if it was made by another version, or is not whole
  public static Tokenizer readPrepared(byte[] prepared, TokenizerSpec spec) {
    return new PipelineTokenizer(TokenizerJson.readPrepared(prepared), spec);
  }

  /// Reads a model of SentencePiece (`spiece.model`), unigram or byte pairs, that ends every text
  /// with its end symbol, as SigLIP wants it.
  public static Tokenizer readSentencePiece(byte[] model, TokenizerSpec spec) {
    return readSentencePiece(model, SentenceMarks.END, spec);
  }

  /// Reads a model of SentencePiece (`spiece.model`, `tokenizer.model`), unigram or byte pairs.
  public static Tokenizer readSentencePiece(byte[] model, SentenceMarks marks, TokenizerSpec spec) {
    return new PipelineTokenizer(SentencePieceFile.read(model, marks.begins(), marks.ends()), spec);
  }

  /// Reads BERT's `vocab.txt`, for folders without a `tokenizer.json` (Chinese-CLIP).
  ///
  /// @param lowerCase whether texts lose case and accents
  public static Tokenizer readWordPiece(byte[] vocabTxt, boolean lowerCase, TokenizerSpec spec) {
    return new PipelineTokenizer(WordPieceFile.read(vocabTxt, lowerCase), spec);
  }

  /// Reads OpenAI's `bpe_simple_vocab_16e6.txt.gz` (also rclip's and open_clip's), plain or packed.
  ///
  /// Of OpenAI's text repairs (`ftfy.fix_text`, `html.unescape`) only canonical composition is
  /// done: mojibake, full-width letters, curly quotes, ligatures, control characters and HTML
  /// entities stay as they are.
  public static Tokenizer readClipBpe(byte[] mergesGz, TokenizerSpec spec) {
    return new PipelineTokenizer(ClipBpeFiles.readOpenAi(mergesGz), spec);
  }

  /// Reads CLIP's `vocab.json` and `merges.txt`, to the same ids as its `tokenizer.json`.
  public static Tokenizer readClipBpe(byte[] vocabJson, byte[] mergesTxt, TokenizerSpec spec) {
    return new PipelineTokenizer(ClipBpeFiles.readHuggingFace(vocabJson, mergesTxt), spec);
  }

  /// Which symbols of SentencePiece stand at the ends of every text.
  public enum SentenceMarks {
    /// None.
    NONE,
    /// The begin symbol in front.
    BEGIN,
    /// The end symbol behind.
    END,
    /// Both.
    BOTH;

    private boolean begins() {
      return this == BEGIN || this == BOTH;
    }

    private boolean ends() {
      return this == END || this == BOTH;
    }
  }
}
