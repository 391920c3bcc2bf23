package dev.semblance.train.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.image.Pixels;
import dev.semblance.image.ResizeFilter;
import dev.semblance.image.Resizer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private static final int FROM = 16;

  @Test
  void whole_pictures_shrink_as_those_that_the_model_will_see() {
    byte[] picture = picture();
    Pixels wanted = Resizer.resize(new Pixels(FROM, FROM, 3, picture), 6, 6, ResizeFilter.BILINEAR);
    try (PointerScope _ = new PointerScope()) {
      float[] got = Tensors.toFloats(Views.whole(bytes(picture), 6));

      for (int i = 0; i < 36; i++) {
        for (int channel = 0; channel < 3; channel++) {
          double level = (got[channel * 36 + i] * ResidualNet.DEVIATION + ResidualNet.MEAN) * 255;
          assertThat(level).isCloseTo(wanted.data()[i * 3 + channel] & 0xFF, within(1.01));
        }
      }
    }
  }

  @Test
  void the_whole_mirrored_brighter_part_is_the_picture_reversed() {
    byte[] picture = picture();
    try (PointerScope _ = new PointerScope()) {
      Tensor map = Tensors.floats(new float[] {-1, 0, 0, 0, 1, 0}, 1, 2, 3);
      Tensor light = Tensors.floats(new float[] {0.5f, 0.5f, 0.5f, 0.1f, 0.1f, 0.1f}, 1, 6);

      float[] got = Tensors.toFloats(Views.parts(bytes(picture), map, light, FROM));

      for (int x = 0; x < FROM; x++) {
        double source = (picture[(5 * FROM + FROM - 1 - x) * 3] & 0xFF) / 255.0;
        double wanted = (source * 0.5 + 0.1 - ResidualNet.MEAN) / ResidualNet.DEVIATION;
        assertThat(got[5 * FROM + x]).isCloseTo((float) wanted, within(1e-4f));
      }
    }
  }

  private static byte[] picture() {
    byte[] picture = new byte[FROM * FROM * 3];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) (i * 37 + i / 48 * 11);
    }
    return picture;
  }

  private static Tensor bytes(byte[] picture) {
    Tensor tensor = Tensors.emptyBytes(1, FROM, FROM, 3);
    Tensors.bytes(tensor).put(picture);
    return tensor;
  }
}
