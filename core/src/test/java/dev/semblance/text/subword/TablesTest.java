package dev.semblance.text.subword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/// Tables come back as they were written, and only whole.
class TablesTest {
  private static final byte[] BYTES = {0, 1, -1, Byte.MIN_VALUE, Byte.MAX_VALUE};
  private static final int[] INTS = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};
  private static final char[] CHARS = {0, 'a', '\uD83E', '\uDD84', Character.MAX_VALUE};
  private static final long[] LONGS = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE};
  private static final double[] DOUBLES = {
    0, -0.0, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, Math.PI
  };

  @Test
  void come_back_in_the_order_in_which_they_were_written() {
    Tables.Reader in = new Tables.Reader(written().toBytes());

    assertThat(in.bytes()).isEqualTo(BYTES);
    assertThat(in.ints()).isEqualTo(INTS);
    assertThat(in.chars()).isEqualTo(CHARS);
    assertThat(in.longs()).isEqualTo(LONGS);
    assertThat(in.doubles()).isEqualTo(DOUBLES);
    assertThat(in.ints()).containsExactly(17);
  }

  @Test
  void come_back_empty_between_others() {
    Tables.Writer out = new Tables.Writer();
    out.ints(new int[0]).chars(new char[0]).bytes(new byte[0]).longs(new long[0]);
    out.doubles(new double[0]).bytes(BYTES);
    Tables.Reader in = new Tables.Reader(out.toBytes());

    assertThat(in.ints()).isEmpty();
    assertThat(in.chars()).isEmpty();
    assertThat(in.bytes()).isEmpty();
    assertThat(in.longs()).isEmpty();
    assertThat(in.doubles()).isEmpty();
    assertThat(in.bytes()).isEqualTo(BYTES);
  }

  /// By hand: the mark, a length, the number, and CRC-32 of all of that in eight bytes.
  @Test
  void are_big_endian_behind_a_mark_with_a_checksum_behind() {
    byte[] bytes = new Tables.Writer().ints(new int[] {0x01020304}).toBytes();
    byte[] mark = "semblance tables 1\n".getBytes(StandardCharsets.US_ASCII);
    int start = mark.length;

    assertThat(bytes).startsWith(mark).hasSize(start + 4 + 4 + 8);
    assertThat(Arrays.copyOfRange(bytes, start, start + 8)).containsExactly(0, 0, 0, 1, 1, 2, 3, 4);
    assertThat(Arrays.copyOfRange(bytes, start + 8, start + 12)).containsOnly(0);
  }

  @Test
  void can_be_taken_before_more_is_added() {
    Tables.Writer out = new Tables.Writer().ints(INTS);
    byte[] early = out.toBytes();
    byte[] late = out.longs(LONGS).toBytes();
    Tables.Reader in = new Tables.Reader(late);

    assertThat(new Tables.Reader(early).ints()).isEqualTo(INTS);
    assertThat(in.ints()).isEqualTo(INTS);
    assertThat(in.longs()).isEqualTo(LONGS);
  }

  @Test
  void are_refused_cut_at_every_byte_and_lengthened() {
    byte[] whole = written().toBytes();
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "cut to " + length);
    }
    assertRefused(Arrays.copyOf(whole, whole.length + 1), "one zero more");
  }

  @Test
  void are_refused_with_any_bit_turned() {
    byte[] whole = written().toBytes();
    for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
      byte[] turned = whole.clone();
      turned[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      assertRefused(turned, "bit " + bit);
    }
  }

  @Test
  void are_refused_under_the_mark_of_another_version() {
    byte[] other = written().toBytes();
    int content = other.length - Long.BYTES;
    other["semblance tables ".length()] = '2';
    CRC32 checksum = new CRC32();
    checksum.update(other, 0, content);
    ByteBuffer.wrap(other).putLong(content, checksum.getValue());

    assertRefused(other, "version 2");
  }

  private static Tables.Writer written() {
    return new Tables.Writer()
        .bytes(BYTES)
        .ints(INTS)
        .chars(CHARS)
        .longs(LONGS)
        .doubles(DOUBLES)
        .ints(new int[] {17});
  }

  private static void assertRefused(byte[] bytes, String how) {
    assertThatThrownBy(() -> new Tables.Reader(bytes))
        .as(how)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("these bytes are no tables of this version, or not whole");
  }
}
