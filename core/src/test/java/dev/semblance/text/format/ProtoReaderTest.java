package dev.semblance.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The wire format of protocol buffers, by the examples of its documentation.
class ProtoReaderTest {
  /// `Test1 { a: 150 }`, `Test2 { b: "testing" }`, `Test3 { c { a: 150 } }`.
  @Test
  void reads_the_examples_of_the_documentation() {
    ProtoReader number = at("089601");
    assertThat(number.field()).isEqualTo(1);
    assertThat(number.asInt()).isEqualTo(150);

    ProtoReader text = at("120774657374696e67");
    assertThat(text.field()).isEqualTo(2);
    assertThat(text.asText()).isEqualTo("testing");
    assertThat(text.asBytes()).isEqualTo("testing".getBytes(StandardCharsets.US_ASCII));
    assertThat(text.asText()).as("as often as it is asked").isEqualTo("testing");

    ProtoReader outer = at("1a03089601");
    assertThat(outer.field()).isEqualTo(3);
    ProtoReader inner = outer.asMessage();
    assertThat(inner.next()).isTrue();
    assertThat(inner.asInt()).isEqualTo(150);
    assertThat(inner.next()).isFalse();
    assertThat(outer.next()).isFalse();
  }

  @Test
  void walks_over_fields_of_every_kind() {
    byte[] bytes =
        new ProtoWriter()
            .number(1, 7)
            .decimal(2, -1.5f)
            .text(3, "é")
            .number(1000, Long.MAX_VALUE)
            .flag(4, true)
            .toBytes();
    ProtoReader reader = new ProtoReader(bytes);

    assertThat(reader.next()).isTrue();
    assertThat(reader.asInt()).isEqualTo(7);
    assertThat(reader.next()).isTrue();
    assertThat(reader.asFloat()).isEqualTo(-1.5f);
    assertThat(reader.next()).isTrue();
    assertThat(reader.asText()).isEqualTo("é");
    assertThat(reader.next()).isTrue();
    assertThat(reader.field()).isEqualTo(1000);
    assertThat(reader.next()).isTrue();
    assertThat(reader.asBoolean()).isTrue();
    assertThat(reader.next()).isFalse();
  }

  /// A fixed64 of field 1, then a number of field 2.
  @Test
  void passes_fixed_numbers_of_eight_bytes() {
    ProtoReader reader = at("09010000000000000010" + "05");

    assertThat(reader.asInt()).isEqualTo(1);
    assertThat(reader.next()).isTrue();
    assertThat(reader.field()).isEqualTo(2);
    assertThat(reader.asInt()).isEqualTo(5);
  }

  @Test
  void reads_negative_numbers_of_ten_bytes() {
    assertThat(at("08ffffffffffffffffff01").asInt()).isEqualTo(-1);
    assertThat(at("08feffffffffffffffff01").asInt()).isEqualTo(-2);
    assertThat(at("08858080808001").asInt()).as("2^35 + 5 loses its upper bits").isEqualTo(5);
  }

  @Test
  void finds_nothing_in_nothing() {
    assertThat(new ProtoReader(new byte[0]).next()).isFalse();
    ProtoReader empty = at("1200");
    assertThat(empty.asText()).isEmpty();
    assertThat(empty.asMessage().next()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "08, a field of 1 bytes where 0 are left at byte 1",
    "0880, a field of 1 bytes where 0 are left at byte 2",
    "12036162, a field of 3 bytes where 2 are left at byte 2",
    "0d010203, a field of 4 bytes where 3 are left at byte 1",
    "0901020304050607, a field of 8 bytes where 7 are left at byte 1",
    "12ffffffffffffffffff01, a field of -1 bytes where 0 are left at byte 11",
    "0880808080808080808080, a number of more than 64 bits at byte 11",
    "0b, wire type 3 at byte 1",
    "0c, wire type 4 at byte 1",
    "0e, wire type 6 at byte 1",
    "0f, wire type 7 at byte 1",
  })
  void says_what_is_broken_and_where(String hex, String message) {
    ProtoReader reader = new ProtoReader(HexFormat.of().parseHex(hex));

    assertThatThrownBy(reader::next)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the SentencePiece model is broken or no SentencePiece model: " + message);
  }

  @Test
  void a_message_inside_ends_where_its_field_ends() {
    byte[] bytes =
        new ProtoWriter().bytes(1, new byte[] {0x12, 5, 'a'}).text(2, "behind").toBytes();
    ProtoReader reader = new ProtoReader(bytes);
    assertThat(reader.next()).isTrue();
    ProtoReader inside = reader.asMessage();

    assertThatThrownBy(inside::next)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a field of 5 bytes where 1 are left");
    assertThat(reader.next()).isTrue();
    assertThat(reader.asText()).isEqualTo("behind");
  }

  private static ProtoReader at(String hex) {
    ProtoReader reader = new ProtoReader(HexFormat.of().parseHex(hex));
    assertThat(reader.next()).isTrue();
    return reader;
  }
}
