package dev.semblance.image.resample;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// One run of Pillow's two-pass resampling, a block of source rows at a time.
///
/// Source rows are resampled along their length once, as they are needed, into a ring that holds
/// the rows one target row draws from. Rows and columns that no wanted pixel draws from are never
/// looked at. A block of rows is turned on its side first, so that the inner loop of the pass along
/// the rows runs over neighbouring numbers of two arrays at the same index, which the compiler
/// turns into vector instructions. Sums are 32-bit integers as in Pillow, so their order does not
/// matter.
///
/// For one run on one thread.
public final class Resampling {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /// Source rows that are resampled together: enough to fill the unrolled vector loops.
  private static final int BLOCK = 128;

  private final byte[] source;
  private final int rowBytes;
  private final int channels;
  private final Taps across;
  private final Taps down;

  /// For each column a pixel a row, its bytes from the lowest up.
  private final int[][] block;

  private final int[] blockSums;

  /// Rows that were resampled along their length, one number a byte; row `y` is at `y % length`.
  private final int[][] ring;

  private final int[] sums;
  private final byte[] result;

  /// @param source `[height, across.sourceLength, channels]`, unsigned bytes
  /// @param channels 1, 3, or 4 with straight alpha last
  public Resampling(byte[] source, int channels, Taps across, Taps down) {
    int rows = down.end() - down.start();
    this.source = source;
    this.rowBytes = across.sourceLength() * channels;
    this.channels = channels;
    this.across = across;
    this.down = down;
    this.block = new int[across.end() - across.start()][Math.min(BLOCK, rows)];
    this.blockSums = new int[Math.min(BLOCK, rows)];
    this.sums = new int[across.length() * channels];
    this.ring = new int[Math.min(rows, down.stride() + BLOCK)][sums.length];
    this.result = new byte[Math.multiplyExact(sums.length, down.length())];
  }

  /// @return `[down.length, across.length, channels]`, unsigned bytes
  public byte[] run() {
    int ready = down.start();
    for (int y = 0; y < down.length(); y++) {
      while (ready < down.end(y)) {
        ready = resampleRows(Math.max(ready, down.first(y)));
      }
      sumRows(y);
      roundToBytes(y * sums.length);
    }
    if (channels == 4) {
      PremultipliedAlpha.undo(result);
    }
    return result;
  }

  private void sumRows(int y) {
    Arrays.fill(sums, Taps.HALF);
    for (int k = 0; k < down.count(y); k++) {
      addWeighted(sums, ring[(down.first(y) + k) % ring.length], down.weight(y, k));
    }
  }

  private static void addWeighted(int[] sums, int[] row, int weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * row[i];
    }
  }

  private void roundToBytes(int offset) {
    for (int i = 0; i < sums.length; i++) {
      result[offset + i] = (byte) clip(sums[i]);
    }
  }

  private static int clip(int sum) {
    return Math.max(0, Math.min(255, sum >> Taps.PRECISION_BITS));
  }

  /// Resamples a block of rows along their length, and returns the row behind the last of them.
  private int resampleRows(int first) {
    int rows = Math.min(blockSums.length, down.end() - first);
    turn(first, rows);
    for (int x = 0; x < across.length(); x++) {
      for (int channel = 0; channel < channels; channel++) {
        sumColumns(x, channel * 8);
        int target = x * channels + channel;
        for (int row = 0; row < rows; row++) {
          ring[(first + row) % ring.length][target] = clip(blockSums[row]);
        }
      }
    }
    return first + rows;
  }

  private void sumColumns(int x, int shift) {
    Arrays.fill(blockSums, Taps.HALF);
    int from = across.first(x) - across.start();
    for (int k = 0; k < across.count(x); k++) {
      addWeighted(blockSums, block[from + k], shift, across.weight(x, k));
    }
  }

  private static void addWeighted(int[] sums, int[] packed, int shift, int weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * ((packed[i] >> shift) & 0xff);
    }
  }

  private void turn(int first, int rows) {
    int start = first * rowBytes + across.start() * channels;
    for (int[] column : block) {
      int position = start;
      for (int row = 0; row < rows; row++, position += rowBytes) {
        column[row] = packedAt(position);
      }
      if (channels == 4) {
        PremultipliedAlpha.apply(column);
      }
      start += channels;
    }
  }

  /// Four bytes from a position, the first lowest; those that are no part of the pixel are never
  /// looked at.
  private int packedAt(int position) {
    if (position <= source.length - 4) {
      return (int) INT.get(source, position);
    }
    int packed = 0;
    for (int i = source.length - 1; i >= position; i--) {
      packed = packed << 8 | (source[i] & 0xff);
    }
    return packed;
  }
}
