package dev.semblance.image;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damages files as broken disks, broken programs and malicious people do: bits, cuts, splices of
/// two files, numbers that are lengths, chunks twice. The same seed and number give the same file.
final class Mutator {
  /// Numbers at which arithmetic goes wrong.
  private static final long[] ODD_NUMBERS = {
    0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fff_ffff, 0x8000_0000L, 0xffff_ffffL
  };

  private static final int MOST_BYTES = 1 << 16;
  private static final int HEADER_BYTES = 200;

  private final List<byte[]> files;
  private final long seed;

  Mutator(List<byte[]> files, long seed) {
    this.files = files;
    this.seed = seed;
  }

  /// The damaged file of a number, made of the seed file that comes in turn.
  byte[] file(long number) {
    Random random = new Random(seed * 1_000_003 + number);
    byte[] file = files.get((int) (number % files.size())).clone();
    int damages = 1 + random.nextInt(4);
    for (int i = 0; i < damages && file.length > 8; i++) {
      file = damaged(file, random);
    }
    return file;
  }

  private byte[] damaged(byte[] file, Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> flipped(file, random);
      case 2 -> overwritten(file, random);
      case 3, 4 -> numbered(file, random);
      case 5 -> Arrays.copyOf(file, 1 + random.nextInt(file.length));
      case 6 -> repeated(file, random);
      default -> spliced(file, random);
    };
  }

  /// Half of the damage falls upon the headers.
  private static int place(byte[] file, Random random) {
    return random.nextInt(random.nextBoolean() ? Math.min(HEADER_BYTES, file.length) : file.length);
  }

  private static byte[] flipped(byte[] file, Random random) {
    int bits = 1 + random.nextInt(8);
    for (int i = 0; i < bits; i++) {
      file[place(file, random)] ^= (byte) (1 << random.nextInt(8));
    }
    return file;
  }

  private static byte[] overwritten(byte[] file, Random random) {
    int from = place(file, random);
    int length = 1 + random.nextInt(Math.min(32, file.length - from));
    byte value = (byte) random.nextInt();
    boolean same = random.nextBoolean();
    for (int i = from; i < from + length; i++) {
      file[i] = same ? value : (byte) random.nextInt();
    }
    return file;
  }

  /// Lengths, counts and sizes are of two or four bytes, in either order.
  private static byte[] numbered(byte[] file, Random random) {
    long number = ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)];
    int length = random.nextBoolean() ? 2 : 4;
    boolean little = random.nextBoolean();
    int at = place(file, random);
    for (int i = 0; i < length && at + i < file.length; i++) {
      file[at + i] = (byte) (number >> (8 * (little ? i : length - 1 - i)));
    }
    return file;
  }

  /// A piece of the file once more, behind itself or elsewhere.
  private static byte[] repeated(byte[] file, Random random) {
    int from = random.nextInt(file.length);
    int length = 1 + random.nextInt(file.length - from);
    int to = random.nextBoolean() ? from + length : random.nextInt(file.length);
    return joined(file, to, Arrays.copyOfRange(file, from, from + length), to);
  }

  /// The beginning of one file and the end of another.
  private byte[] spliced(byte[] file, Random random) {
    byte[] other = files.get(random.nextInt(files.size()));
    int from = random.nextInt(other.length);
    byte[] end = Arrays.copyOfRange(other, from, other.length);
    return joined(file, random.nextInt(file.length), end, file.length);
  }

  /// The file up to a place, a piece, and the file from another place on.
  private static byte[] joined(byte[] file, int to, byte[] piece, int from) {
    byte[] all =
        PictureFiles.joined(
            Arrays.copyOf(file, to), piece, Arrays.copyOfRange(file, from, file.length));
    return all.length > MOST_BYTES ? Arrays.copyOf(all, MOST_BYTES) : all;
  }
}
