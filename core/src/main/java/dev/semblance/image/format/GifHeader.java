package dev.semblance.image.format;

/// What stands before the first picture of a GIF (GIF89a specification, sections 18 to 23).
public final class GifHeader {
  private static final int HEADER_BYTES = 13;
  private static final int GRAPHIC_CONTROL = 0xf9;

  private final byte[] gif;
  private int at = HEADER_BYTES;
  private int palette = -1;
  private int transparent = -1;

  private GifHeader(byte[] gif) {
    this.gif = gif;
  }

  /// The colour that transparent pixels of the first picture are stored with, as `0xRRGGBB`; black
  /// where the file does not tell.
  ///
  /// Where there is no transparent index it is the palette's first colour, which then fills what
  /// the picture leaves free (Pillow's `src/PIL/GifImagePlugin.py`).
  public static int transparentColour(byte[] gif) {
    GifHeader header = new GifHeader(gif);
    try {
      header.read();
    } catch (IndexOutOfBoundsException _) {
      return 0;
    }
    return header.colour();
  }

  private void read() {
    int flags = unsigned(10);
    if ((flags & 0x80) != 0) {
      palette = at;
      at += 3 * (2 << (flags & 7));
    }
    while (unsigned(at) == '!') {
      if (unsigned(at + 1) == GRAPHIC_CONTROL && (unsigned(at + 3) & 1) != 0) {
        transparent = unsigned(at + 6);
      }
      at += 2;
      skipBlocks();
    }
    if (unsigned(at) == ',' && (unsigned(at + 9) & 0x80) != 0) {
      palette = at + 10;
    }
  }

  private void skipBlocks() {
    while (unsigned(at) != 0) {
      at += 1 + unsigned(at);
    }
    at++;
  }

  private int colour() {
    int entry = palette + 3 * Math.max(0, transparent);
    if (palette < 0 || entry + 3 > gif.length) {
      return 0;
    }
    return unsigned(entry) << 16 | unsigned(entry + 1) << 8 | unsigned(entry + 2);
  }

  private int unsigned(int index) {
    return gif[index] & 0xff;
  }
}
