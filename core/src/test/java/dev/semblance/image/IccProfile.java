package dev.semblance.image;

import static dev.semblance.image.PictureFiles.joined;
import static dev.semblance.image.PictureFiles.latin;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// ICC profiles written by hand (ICC.1:2001-04, version 2).
final class IccProfile {
  private static final int HEADER_BYTES = 128;

  private IccProfile() {}

  /// Adobe RGB (1998): its colorants adapted to D50, and gamma 563/256.
  static byte[] adobeRgb() {
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("wtpt", xyz(0.9642, 1, 0.8249));
    tags.put("rXYZ", xyz(0.60974, 0.31111, 0.01947));
    tags.put("gXYZ", xyz(0.20528, 0.62567, 0.06087));
    tags.put("bXYZ", xyz(0.14919, 0.06322, 0.74457));
    tags.put("rTRC", gamma(563));
    tags.put("gTRC", gamma(563));
    tags.put("bTRC", gamma(563));
    return profile("mntr", "RGB ", "XYZ ", tags);
  }

  /// Grey whose bytes are linear light.
  static byte[] linearGrey() {
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("wtpt", xyz(0.9642, 1, 0.8249));
    tags.put("kTRC", gamma(256));
    return profile("mntr", "GRAY", "XYZ ", tags);
  }

  /// An odd printer: its first ink, which should be cyan, is sRGB's red; its black is black; the
  /// other inks do not show.
  static byte[] cmykWithRedForCyan() {
    byte[] table = new byte[16 * 3];
    for (int inks = 0; inks < 16; inks++) {
      // The first ink changes slowest, the last fastest.
      boolean cyan = (inks & 8) != 0;
      boolean black = (inks & 1) != 0;
      table[3 * inks] = (byte) Math.round((black ? 0 : cyan ? 54.29 : 100) * 2.55);
      table[3 * inks + 1] = (byte) Math.round(128 + (cyan && !black ? 80.81 : 0));
      table[3 * inks + 2] = (byte) Math.round(128 + (cyan && !black ? 69.89 : 0));
    }
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("wtpt", xyz(0.9642, 1, 0.8249));
    tags.put("A2B0", table(4, 3, table));
    tags.put("B2A0", table(3, 4, new byte[8 * 4])); // the way back must be there, and is not used
    return profile("prtr", "CMYK", "Lab ", tags);
  }

  /// `lut8Type` with two grid points an input, straight curves and no matrix.
  private static byte[] table(int inputs, int outputs, byte[] values) {
    ByteBuffer head = ByteBuffer.allocate(48);
    head.put(latin("mft1")).putInt(0).put((byte) inputs).put((byte) outputs);
    head.put((byte) 2).put((byte) 0);
    for (int i = 0; i < 9; i++) {
      head.putInt(i % 4 == 0 ? 1 << 16 : 0);
    }
    return joined(head.array(), straight(inputs), values, straight(outputs));
  }

  private static byte[] straight(int curves) {
    byte[] result = new byte[256 * curves];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) i;
    }
    return result;
  }

  private static byte[] xyz(double x, double y, double z) {
    return ByteBuffer.allocate(20)
        .put(latin("XYZ "))
        .putInt(0)
        .putInt((int) Math.round(x * 65536))
        .putInt((int) Math.round(y * 65536))
        .putInt((int) Math.round(z * 65536))
        .array();
  }

  /// @param fixed the exponent times 256
  private static byte[] gamma(int fixed) {
    return ByteBuffer.allocate(16)
        .put(latin("curv"))
        .putInt(0)
        .putInt(1)
        .putShort((short) fixed)
        .array();
  }

  private static byte[] profile(
      String device, String space, String connection, Map<String, byte[]> tags) {
    ByteBuffer table = ByteBuffer.allocate(4 + 12 * tags.size());
    table.putInt(tags.size());
    byte[] body = new byte[0];
    for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
      table.put(latin(tag.getKey()));
      table.putInt(HEADER_BYTES + table.capacity() + body.length).putInt(tag.getValue().length);
      byte[] padding = new byte[(4 - tag.getValue().length % 4) % 4];
      body = joined(body, tag.getValue(), padding);
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(HEADER_BYTES + table.capacity() + body.length);
    header.putInt(0).putInt(0x02400000);
    header.put(latin(device)).put(latin(space)).put(latin(connection));
    header.position(36).put(latin("acsp"));
    header.position(68).putInt(0xf6d6).putInt(0x10000).putInt(0xd32d);
    return joined(header.array(), table.array(), body);
  }
}
