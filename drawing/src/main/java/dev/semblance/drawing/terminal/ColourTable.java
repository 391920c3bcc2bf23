package dev.semblance.drawing.terminal;

import dev.semblance.image.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A few colours that stand for a picture's many: median cut (P. Heckbert, "Color Image
/// Quantization for Frame Buffer Display", 1982), then every pixel's nearest colour with the error
/// spread to its neighbours (R. Floyd and L. Steinberg, 1976).
final class ColourTable {
  /// Each `0xRRGGBB`.
  private final int[] colours;

  private ColourTable(int[] colours) {
    this.colours = colours;
  }

  /// At most `size` colours for an RGB picture.
  static ColourTable of(Pixels pixels, int size) {
    List<int[]> boxes = new ArrayList<>(List.of(packed(pixels)));
    while (boxes.size() < size) {
      int widest = widest(boxes);
      if (spread(boxes.get(widest)) == 0) {
        break;
      }
      split(boxes, widest);
    }
    return new ColourTable(boxes.stream().mapToInt(ColourTable::mean).distinct().toArray());
  }

  int size() {
    return colours.length;
  }

  int colour(int index) {
    return colours[index];
  }

  private static int[] packed(Pixels pixels) {
    byte[] d = pixels.data();
    int[] packed = new int[d.length / 3];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = (d[3 * i] & 0xFF) << 16 | (d[3 * i + 1] & 0xFF) << 8 | (d[3 * i + 2] & 0xFF);
    }
    return packed;
  }

  private static int widest(List<int[]> boxes) {
    int best = 0;
    for (int i = 1; i < boxes.size(); i++) {
      if (weight(boxes.get(i)) > weight(boxes.get(best))) {
        best = i;
      }
    }
    return best;
  }

  /// How much there is to gain by a cut: spread, and a little for many pixels.
  private static double weight(int[] box) {
    return spread(box) * Math.sqrt(box.length);
  }

  private static int spread(int[] box) {
    int best = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      best = Math.max(best, range(box, shift));
    }
    return best;
  }

  private static int range(int[] box, int shift) {
    int low = 255;
    int high = 0;
    for (int colour : box) {
      int value = (colour >> shift) & 0xFF;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }

  private static void split(List<int[]> boxes, int index) {
    int[] box = boxes.get(index);
    int shift = range(box, 16) >= range(box, 8) ? 16 : 8;
    int longest = range(box, shift) >= range(box, 0) ? shift : 0;
    int[] sorted =
        Arrays.stream(box)
            .boxed()
            .sorted(Comparator.comparingInt(c -> (c >> longest) & 0xFF))
            .mapToInt(Integer::intValue)
            .toArray();
    int middle = boundary(sorted, longest);
    boxes.set(index, Arrays.copyOf(sorted, middle));
    boxes.add(Arrays.copyOfRange(sorted, middle, sorted.length));
  }

  /// The place nearest to the middle where the value changes, so that equal colours stay together.
  private static int boundary(int[] sorted, int shift) {
    int middle = sorted.length / 2;
    for (int d = 0; d <= middle; d++) {
      for (int at : new int[] {middle - d, middle + d}) {
        if (at > 0
            && at < sorted.length
            && value(sorted, at, shift) != value(sorted, at - 1, shift)) {
          return at;
        }
      }
    }
    return middle;
  }

  private static int value(int[] sorted, int at, int shift) {
    return (sorted[at] >> shift) & 0xFF;
  }

  private static int mean(int[] box) {
    long r = 0;
    long g = 0;
    long b = 0;
    for (int colour : box) {
      r += colour >> 16;
      g += (colour >> 8) & 0xFF;
      b += colour & 0xFF;
    }
    int n = box.length;
    return (int) ((r + n / 2) / n) << 16 | (int) ((g + n / 2) / n) << 8 | (int) ((b + n / 2) / n);
  }

  /// The index of each pixel's colour, dithered.
  int[] dithered(Pixels pixels) {
    int w = pixels.width();
    float[] error = new float[3 * (w + 2) * 2];
    int[] indexes = new int[w * pixels.height()];
    for (int y = 0; y < pixels.height(); y++) {
      float[] next = new float[error.length];
      for (int x = 0; x < w; x++) {
        indexes[y * w + x] = place(pixels.data(), y * w + x, x, new float[][] {error, next});
      }
      error = next;
    }
    return indexes;
  }

  /// Chooses one pixel's colour and hands its error on: 7/16 right, 3, 5 and 1/16 below.
  private int place(byte[] data, int pixel, int x, float[][] errors) {
    float[] wanted = new float[3];
    for (int c = 0; c < 3; c++) {
      float value = (data[3 * pixel + c] & 0xFF) + errors[0][3 * (x + 1) + c];
      wanted[c] = Math.clamp(value, 0, 255);
    }
    int index = nearest(wanted);
    for (int c = 0; c < 3; c++) {
      float left = wanted[c] - ((colours[index] >> (16 - 8 * c)) & 0xFF);
      errors[0][3 * (x + 2) + c] += left * 7 / 16;
      errors[1][3 * x + c] += left * 3 / 16;
      errors[1][3 * (x + 1) + c] += left * 5 / 16;
      errors[1][3 * (x + 2) + c] += left / 16;
    }
    return index;
  }

  private int nearest(float[] wanted) {
    int best = 0;
    float least = Float.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      float r = wanted[0] - (colours[i] >> 16);
      float g = wanted[1] - ((colours[i] >> 8) & 0xFF);
      float b = wanted[2] - (colours[i] & 0xFF);
      float distance = r * r + g * g + b * b;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
