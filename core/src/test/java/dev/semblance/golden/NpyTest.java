package dev.semblance.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NpyTest {
  @Test
  void reads_the_shape_and_the_values_of_a_reference() {
    Npy npy = Golden.npy("preprocess-clip/expected_preprocessed_image.npy");

    assertThat(npy.shape()).containsExactly(1, 3, 224, 224);
    assertThat(npy.floats()).hasSize(3 * 224 * 224);
  }

  @Test
  void reads_half_precision() {
    Npy npy = Golden.npy("clip-vectors/coco_clip_a+cname.npy");

    assertThat(npy.shape()).containsExactly(80, 512);
    assertThat(npy.row(79)).hasSize(512);
    assertThat(npy.row(79)[511]).isEqualTo(npy.floats()[80 * 512 - 1]);
  }

  @Test
  void turns_column_major_files_into_row_major_order() {
    byte[] file =
        file("{'descr': '<i4', 'fortran_order': True, 'shape': (2, 3), }", 1, 4, 2, 5, 3, 6);

    assertThat(Npy.parse(file, "test").longs()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void keeps_row_major_files_as_they_are() {
    byte[] file = file("{'descr': '<i4', 'fortran_order': False, 'shape': (2, 2), }", 1, -2, 3, 4);

    assertThat(Npy.parse(file, "test").longs()).containsExactly(1, -2, 3, 4);
  }

  @Test
  void refuses_what_is_no_numpy_file() {
    assertThatThrownBy(() -> Npy.parse(new byte[20], "zeros"))
        .hasMessage("zeros: is not a NumPy file");
  }

  @Test
  void an_absent_reference_is_an_error_that_says_what_to_set() {
    assertThatThrownBy(() -> Golden.path("no-such-folder"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no-such-folder is absent")
        .hasMessageContaining("SEMBLANCE_SHARED");
    assertThatThrownBy(() -> Golden.below(null, "golden"))
        .hasMessageContaining("semblance.shared is not set");
  }

  private static byte[] file(String header, int... values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.writeBytes(new byte[] {(byte) header.length(), 0});
    out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    ByteBuffer body = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      body.putInt(value);
    }
    out.writeBytes(body.array());
    return out.toByteArray();
  }
}
