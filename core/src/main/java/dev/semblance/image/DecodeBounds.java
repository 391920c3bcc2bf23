package dev.semblance.image;

import dev.semblance.image.format.FreeMemory;
import java.time.Duration;
import java.util.Optional;

/// What decoding one picture may cost, and how much of its detail is needed.
///
/// Both limits are checked against the file's header, before anything of the picture's size is
/// allocated. Immutable, safe for many threads.
///
/// @param target what the picture will be resized to, so that a large JPEG may be decoded smaller;
///   empty for every pixel
/// @param maxPixels the most pixels a header may announce, whatever is decoded of them
/// @param maxBytes the most memory decoding one picture may take: its file, what the decoder holds
///   and the pixels handed back, all together; of another program that decodes it, at least 256 MiB
/// @param maxTime the longest that decoding one picture may take
public record DecodeBounds(
    Optional<Target> target, long maxPixels, long maxBytes, Duration maxTime) {

  /// The default for `maxPixels`: 2^29, about 536 million.
  public static final long DEFAULT_MAX_PIXELS = 1L << 29;

  /// The default for `maxTime`: half a minute.
  public static final Duration DEFAULT_MAX_TIME = Duration.ofSeconds(30);

  private static final long LEAST_DEFAULT_BYTES = 128L << 20;

  /// How many times the target a reduced JPEG must have left. What reducing leaves out lies in the
  /// finest detail; with twice the target, sharp drawings lost more than docs/pictures.md allows.
  private static final int LEAST_LEFT = 3;

  /// The same at an eighth, where all that remains of a block is its mean: print whose letters are
  /// about as wide as a block makes a coarse pattern that must be small enough to vanish.
  private static final int LEAST_LEFT_AT_EIGHTH = 6;

  public DecodeBounds {
    if (maxPixels < 1 || maxBytes < 1) {
      throw new IllegalArgumentException(
          "at most "
              + maxPixels
              + " pixels and "
              + maxBytes
              + " bytes are allowed to a picture; both must be at least 1");
    }
    if (maxTime.isNegative() || maxTime.isZero()) {
      throw new IllegalArgumentException(
          maxTime + " is allowed to a picture; it must be longer than nothing");
    }
  }

  /// Every pixel, within the default limits: [#DEFAULT_MAX_PIXELS] and [#defaultMaxBytes].
  public static DecodeBounds full() {
    return new DecodeBounds(
        Optional.empty(), DEFAULT_MAX_PIXELS, defaultMaxBytes(), DEFAULT_MAX_TIME);
  }

  /// As much detail as a preprocessing needs, within the default limits.
  public static DecodeBounds forPreprocessing(Preprocessing preprocessing) {
    int width = preprocessing.width();
    int height = preprocessing.height();
    if (preprocessing.fit() == Preprocessing.Fit.SHORTEST_AND_CROP) {
      width = preprocessing.resizeTo();
      height = preprocessing.resizeTo();
    }
    return full().withTarget(new Target(preprocessing.fit(), width, height));
  }

  /// The default for `maxBytes`: a quarter of the most memory the virtual machine may take for its
  /// heap, but no more than half of what the machine has free (Skia's memory and other programs'
  /// lies outside of the heap), and at least 128 MiB.
  public static long defaultMaxBytes() {
    long most = Math.min(Runtime.getRuntime().maxMemory() / 4, FreeMemory.bytes() / 2);
    return Math.max(LEAST_DEFAULT_BYTES, most);
  }

  public DecodeBounds withTarget(Target newTarget) {
    return new DecodeBounds(Optional.of(newTarget), maxPixels, maxBytes, maxTime);
  }

  public DecodeBounds withMaxPixels(long newMaxPixels) {
    return new DecodeBounds(target, newMaxPixels, maxBytes, maxTime);
  }

  public DecodeBounds withMaxBytes(long newMaxBytes) {
    return new DecodeBounds(target, maxPixels, newMaxBytes, maxTime);
  }

  public DecodeBounds withMaxTime(Duration newMaxTime) {
    return new DecodeBounds(target, maxPixels, maxBytes, newMaxTime);
  }

  /// By how much a JPEG is decoded smaller: 4, 2 or 1, the greatest that leaves at least three
  /// times the target, or 8 where that leaves six times the target.
  ///
  /// @param width of the upright picture
  /// @param height of the upright picture
  int reduction(int width, int height) {
    if (target.isEmpty()) {
      return 1;
    }
    if (isLeft(LEAST_LEFT_AT_EIGHTH, width, height, 8)) {
      return 8;
    }
    int reduction = 4;
    while (reduction > 1 && !isLeft(LEAST_LEFT, width, height, reduction)) {
      reduction /= 2;
    }
    return reduction;
  }

  private boolean isLeft(int times, int width, int height, int reduction) {
    return target.isPresent()
        && target.get().times(reduced(width, reduction), reduced(height, reduction)) >= times;
  }

  /// A side of a JPEG that is decoded smaller.
  static int reduced(int side, int reduction) {
    return Math.ceilDiv(side, reduction);
  }

  /// What a picture will be resized to.
  ///
  /// @param fit how; with [Preprocessing.Fit#SHORTEST_AND_CROP] the smaller of width and height is
  ///   what the shorter side becomes
  public record Target(Preprocessing.Fit fit, int width, int height) {
    public Target {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException(
            "target is " + width + " x " + height + "; both sides must be at least 1");
      }
    }

    /// By how much a picture of that size is made smaller.
    double times(int pictureWidth, int pictureHeight) {
      double across = (double) pictureWidth / width;
      double down = (double) pictureHeight / height;
      return switch (fit) {
        case SHORTEST_AND_CROP ->
            (double) Math.min(pictureWidth, pictureHeight) / Math.min(width, height);
        case SQUASH -> Math.min(across, down);
        case LONGEST_AND_PAD -> Math.max(across, down);
      };
    }
  }
}
