package dev.semblance.onnx.proto;

import static dev.semblance.onnx.proto.WireTwin.hex;
import static dev.semblance.onnx.proto.WireTwin.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.semblance.onnx.proto.WireTwin.Field;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Messages are written byte for byte as the wire format says.
class ProtobufWriterTest {
  private static final long SEED = 20261128;

  @Test
  void the_examples_of_the_specification_are_written() {
    ProtobufWriter number = new ProtobufWriter().number(1, 150);
    assertThat(number.toBytes()).isEqualTo(hex("08 96 01"));
    assertThat(new ProtobufWriter().text(2, "testing").toBytes())
        .isEqualTo(hex("12 07 74 65 73 74 69 6e 67"));
    assertThat(new ProtobufWriter().message(3, number).toBytes()).isEqualTo(hex("1a 03 08 96 01"));
    assertThat(new ProtobufWriter().number(1, -2).toBytes())
        .isEqualTo(hex("08 fe ff ff ff ff ff ff ff ff 01"));
  }

  @Test
  void a_float_is_its_four_bytes_with_the_little_end_first() {
    assertThat(new ProtobufWriter().real(2, 1).toBytes()).isEqualTo(hex("15 00 00 80 3f"));
    assertThat(new ProtobufWriter().real(2, -0f).toBytes()).isEqualTo(hex("15 00 00 00 80"));
    assertThat(new ProtobufWriter().real(2, Float.NaN).toBytes()).isEqualTo(hex("15 00 00 c0 7f"));
  }

  @Test
  void random_messages_are_those_of_the_slow_twin() {
    for (int round = 0; round < 40; round++) {
      List<Field> fields = WireTwin.random(new Random(SEED + round));
      ProtobufWriter writer = new ProtobufWriter();
      List<Field> known = fields.stream().filter(f -> f.wire() == 0 || f.wire() == 2).toList();
      for (Field field : known) {
        if (field.wire() == 0) {
          writer.number(field.field(), field.number());
        } else {
          writer.bytes(field.field(), field.value());
        }
      }
      assertThat(writer.toBytes()).as("seed " + (SEED + round)).isEqualTo(WireTwin.bytes(known));
    }
  }

  @Test
  void an_announced_value_follows_its_announcement() {
    byte[] value = new byte[300];
    new Random(SEED).nextBytes(value);
    byte[] announced = new ProtobufWriter().number(1, 7).announce(16, value.length).toBytes();
    assertThat(join(announced, value))
        .isEqualTo(new ProtobufWriter().number(1, 7).bytes(16, value).toBytes());
    assertThat(new ProtobufWriter().announce(7, 5L << 30).toBytes())
        .as("longer than an array may be")
        .isEqualTo(join(WireTwin.tag(7, 2), WireTwin.varint(5L << 30)));
  }

  @Test
  void what_is_added_after_the_bytes_were_taken_does_not_change_them() {
    ProtobufWriter writer = new ProtobufWriter().number(1, 1);
    byte[] taken = writer.toBytes();
    writer.number(2, 2);
    assertThat(taken).isEqualTo(hex("08 01"));
    assertThat(writer.toBytes()).isEqualTo(hex("08 01 10 02"));
  }
}
