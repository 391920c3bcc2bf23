package dev.semblance.hub.verify;

import dev.semblance.image.Pixels;
import dev.semblance.model.Input;
import java.util.Arrays;

/// Two pictures that need no file: a red circle and a blue square, on white.
final class Drawn {
  private static final int SIDE = 448;
  private static final double RADIUS = 0.35 * SIDE;

  private Drawn() {}

  static Input.Image redCircle() {
    return draw("a drawn red circle", 0xdc1e1e, Math::hypot);
  }

  static Input.Image blueSquare() {
    return draw("a drawn blue square", 0x1e32dc, (x, y) -> Math.max(Math.abs(x), Math.abs(y)));
  }

  /// @param distance of a point from the middle; the shape is where it is at most the radius
  private static Input.Image draw(String name, int colour, Distance distance) {
    byte[] data = new byte[SIDE * SIDE * 3];
    Arrays.fill(data, (byte) 255);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double beyond = distance.of(x + 0.5 - SIDE / 2.0, y + 0.5 - SIDE / 2.0) - RADIUS;
        double cover = Math.clamp(0.5 - beyond, 0, 1);
        for (int channel = 0; channel < 3; channel++) {
          int ink = colour >> (16 - 8 * channel) & 0xff;
          data[(y * SIDE + x) * 3 + channel] = (byte) Math.round(255 + cover * (ink - 255));
        }
      }
    }
    return new Input.Image(new Pixels(SIDE, SIDE, 3, data), name);
  }

  private interface Distance {
    double of(double x, double y);
  }
}
