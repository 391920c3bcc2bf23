package dev.semblance.image.plain;

import dev.semblance.image.format.Deadline;
import java.io.EOFException;
import java.io.IOException;

/// The formats of Netpbm: PBM, PGM and PPM, as text (P1 to P3) and as bytes (P4 to P6), and PAM
/// (P7), after netpbm.sourceforge.net/doc.
///
/// Samples are brought to 0 to 255 as Pillow's `PpmImagePlugin.py` does, by rounding; those of 16
/// bits lose their low byte, as in all formats here.
final class PnmReader implements PlainReader {
  private static final int MOST_DIGITS = 9;
  private static final int TWO_BYTES = 65535;

  private final byte[] bytes;
  private final char kind;
  private int at = 2;
  private long width;
  private long height;
  private int most = 1;
  private int channels = 1;
  private boolean black;

  private PnmReader(byte[] bytes) {
    this.bytes = bytes;
    this.kind = (char) bytes[1];
  }

  static PnmReader of(byte[] bytes) throws IOException {
    PnmReader reader = new PnmReader(bytes);
    reader.header();
    return reader;
  }

  private void header() throws IOException {
    if (kind == '7') {
      pamHeader();
    } else {
      width = number();
      height = number();
      boolean bits = kind == '1' || kind == '4';
      most = bits ? 1 : number();
      black = bits;
      channels = kind == '3' || kind == '6' ? 3 : 1;
      at++;
    }
    if (width < 1 || height < 1 || most < 1 || most > TWO_BYTES || channels < 1 || channels > 4) {
      throw new IOException("a header of impossible numbers");
    }
  }

  /// Lines of a word and a number, up to `ENDHDR`.
  private void pamHeader() throws IOException {
    for (String word = word(); !word.equals("ENDHDR"); word = word()) {
      switch (word) {
        case "WIDTH" -> width = number();
        case "HEIGHT" -> height = number();
        case "DEPTH" -> channels = number();
        case "MAXVAL" -> most = number();
        default -> line();
      }
    }
    line();
  }

  @Override
  public long width() {
    return width;
  }

  @Override
  public long height() {
    return height;
  }

  @Override
  public long memoryBytes() {
    return (channels % 2 == 0 ? 4 : 3) * width * height + (long) Integer.BYTES * channels * width;
  }

  @Override
  public PlainPicture read(Deadline deadline) throws IOException {
    if (kind > '3' && bytes.length - at < rowBytes() * height) {
      throw new EOFException();
    }
    boolean alpha = channels % 2 == 0;
    int colours = channels - (alpha ? 1 : 0);
    int wide = alpha ? 4 : 3;
    byte[] data = new byte[Math.toIntExact(wide * width * height)];
    int to = 0;
    for (int y = 0; y < height; y++) {
      deadline.check();
      int[] row = kind < '4' ? textRow() : kind == '4' ? bitRow() : byteRow();
      for (int x = 0; x < width; x++, to += wide) {
        for (int c = 0; c < 3; c++) {
          data[to + c] = level(row[x * channels + (colours == 1 ? 0 : c)]);
        }
        if (alpha) {
          data[to + 3] = level(row[x * channels + colours]);
        }
      }
    }
    return new PlainPicture((int) width, (int) height, wide, data);
  }

  private long rowBytes() {
    return kind == '4' ? (width + 7) / 8 : width * channels * (most > 255 ? 2 : 1);
  }

  private byte level(int sample) {
    if (black) {
      return (byte) (sample == 0 ? 255 : 0);
    }
    int level = most == TWO_BYTES ? sample >> 8 : (int) Math.rint(255.0 * sample / most);
    return (byte) Math.min(255, level);
  }

  private int[] textRow() throws IOException {
    int[] row = new int[(int) width * channels];
    for (int i = 0; i < row.length; i++) {
      row[i] = kind == '1' ? bit() : number();
    }
    return row;
  }

  private int[] bitRow() {
    int[] row = new int[(int) width];
    for (int x = 0; x < row.length; x++) {
      row[x] = bytes[at + x / 8] >> (7 - x % 8) & 1;
    }
    at += (row.length + 7) / 8;
    return row;
  }

  private int[] byteRow() {
    int[] row = new int[(int) width * channels];
    for (int i = 0; i < row.length; i++) {
      row[i] = bytes[at++] & 0xff;
      if (most > 255) {
        row[i] = row[i] << 8 | (bytes[at++] & 0xff);
      }
    }
    return row;
  }

  /// The digits of P1 need no space between them.
  private int bit() throws IOException {
    skip();
    return switch (next()) {
      case '0' -> 0;
      case '1' -> 1;
      default -> throw new IOException("a bit that is neither 0 nor 1");
    };
  }

  private int number() throws IOException {
    skip();
    int start = at;
    int result = 0;
    while (at < bytes.length && Character.isDigit(bytes[at]) && at - start <= MOST_DIGITS) {
      result = 10 * result + bytes[at++] - '0';
    }
    if (at == start || at - start > MOST_DIGITS) {
      if (at >= bytes.length) {
        throw new EOFException();
      }
      throw new IOException("a number is missing or too long");
    }
    return result;
  }

  private String word() throws IOException {
    skip();
    StringBuilder word = new StringBuilder();
    while (at < bytes.length && bytes[at] > ' ') {
      word.append((char) bytes[at++]);
    }
    if (word.isEmpty()) {
      throw at < bytes.length ? new IOException("a word is missing") : new EOFException();
    }
    return word.toString();
  }

  /// Goes behind white space and comments, which end with a carriage return or a line feed.
  private void skip() throws IOException {
    while (at < bytes.length && (bytes[at] == '#' || isSpace(bytes[at]))) {
      if (next() == '#') {
        comment();
      }
    }
  }

  private void comment() {
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
  }

  private void line() throws IOException {
    while (next() != '\n') {}
  }

  private int next() throws IOException {
    if (at >= bytes.length) {
      throw new EOFException();
    }
    return bytes[at++];
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }
}
