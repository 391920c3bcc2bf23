package dev.semblance.image.plain;

import static dev.semblance.image.format.FileBytes.big;
import static dev.semblance.image.format.FileBytes.joined;
import static dev.semblance.image.format.FileBytes.latin;

/// A PSD section by section, each as it is given.
final class PsdBytes {
  private final byte[] header;
  private byte[] palette = {};
  private byte[] resources = {};
  private byte[] layers = {};

  PsdBytes(int mode, int depth, int channels, int width, int height) {
    byte[] size = joined(big(channels, 2), big(height, 4), big(width, 4));
    header = joined(latin("8BPS\0\1"), new byte[6], size, big(depth, 2), big(mode, 2));
  }

  PsdBytes palette(byte[] content) {
    palette = content;
    return this;
  }

  PsdBytes resources(byte[]... content) {
    resources = joined(content);
    return this;
  }

  PsdBytes layers(byte[] content) {
    layers = content;
    return this;
  }

  /// A resource by its number, with a name.
  static byte[] resource(int id, String name, byte[] content) {
    byte[] named = joined(big(name.length(), 1), latin(name), new byte[(name.length() + 1) % 2]);
    byte[] padding = new byte[content.length % 2];
    return joined(latin("8BIM"), big(id, 2), named, big(content.length, 4), content, padding);
  }

  /// @param data the compression's number and what follows
  byte[] build(byte[]... data) {
    byte[] sections =
        joined(
            joined(big(palette.length, 4), palette),
            joined(big(resources.length, 4), resources),
            joined(big(layers.length, 4), layers));
    return joined(header, sections, joined(data));
  }
}
