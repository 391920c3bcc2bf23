package dev.semblance.image.plain;

/// CIE L*a*b* under D50 as sRGB (CIE 15:2004, IEC 61966-2-1; the matrix from XYZ under D50 is Bruce
/// Lindbloom's).
final class LabColours {
  private static final double[][] TO_SRGB = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427}
  };
  private static final double[] WHITE = {0.96422, 1, 0.82521};

  /// @param planes lightness 0 to 255 for 0 to 100, then a and b with 128 for 0
  byte[] rgb(byte[][] planes) {
    int pixels = planes[0].length;
    byte[] rgb = new byte[3 * pixels];
    double[] xyz = new double[3];
    for (int i = 0; i < pixels; i++) {
      double middle = ((planes[0][i] & 0xff) / 2.55 + 16) / 116;
      xyz[0] = WHITE[0] * light(middle + ((planes[1][i] & 0xff) - 128) / 500.0);
      xyz[1] = WHITE[1] * light(middle);
      xyz[2] = WHITE[2] * light(middle - ((planes[2][i] & 0xff) - 128) / 200.0);
      for (int c = 0; c < 3; c++) {
        double[] row = TO_SRGB[c];
        rgb[3 * i + c] = level(row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2]);
      }
    }
    return rgb;
  }

  private static double light(double root) {
    return root > 6.0 / 29 ? root * root * root : 108.0 / 841 * (root - 4.0 / 29);
  }

  private static byte level(double linear) {
    double light = Math.clamp(linear, 0, 1);
    double curved = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    return (byte) Math.round(255 * curved);
  }
}
