package dev.semblance.image;

/// A file that is not a picture Semblance can read; the message names the file and the reason.
public final class UnreadablePictureException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Kind kind;

  /// @param source the file's name or another word for where the bytes came from
  /// @param reason one sentence without the name: what is wrong, and what can be done
  public UnreadablePictureException(Kind kind, String source, String reason) {
    super(source + ": " + reason);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// Why a picture could not be read.
  public enum Kind {
    /// No bytes at all.
    EMPTY,
    /// The content is no picture format at all, whatever the name says.
    NOT_A_PICTURE,
    /// A picture format that cannot be read here.
    UNSUPPORTED,
    /// A picture format that is decoded by a program which is not installed.
    NO_DECODER,
    /// It ends before its picture does.
    TRUNCATED,
    /// Its data contradict themselves.
    CORRUPT,
    /// More pixels or bytes than the bounds allow.
    TOO_LARGE,
    /// Decoding it takes longer than the bounds allow.
    TOO_SLOW
  }
}
