package dev.semblance.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The digest of a space's parts: what counts, and that no two lists of parts give one digest.
class FingerprintTest {
  /// SHA-256 of nothing, as in NIST's examples.
  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void no_parts_give_the_digest_of_nothing() {
    assertThat(new Fingerprint().hex()).isEqualTo(NOTHING);
  }

  /// Written out by hand: a change of this layout makes every index of every user a stranger.
  @Test
  void a_part_is_the_length_of_its_name_its_name_the_length_of_its_value_and_its_value()
      throws Exception {
    byte[] laidOut =
        HexFormat.of()
            .parseHex(
                ("00000003" + hex("dim") + "0000000000000002" + "0102")
                    + ("00000002" + hex("é") + "0000000000000000"));

    assertThat(new Fingerprint().part("dim", new byte[] {1, 2}).part("é", new byte[0]).hex())
        .isEqualTo(sha256(laidOut));
  }

  @Test
  void parts_that_run_together_to_the_same_bytes_have_digests_of_their_own() {
    List<Fingerprint> alike =
        List.of(
            new Fingerprint().part("ab", "cd"),
            new Fingerprint().part("a", "bcd"),
            new Fingerprint().part("abc", "d"),
            new Fingerprint().part("", "abcd"),
            new Fingerprint().part("abcd", ""),
            new Fingerprint().part("ab", "c").part("d", ""),
            new Fingerprint().part("ab", "").part("cd", ""),
            new Fingerprint().part("cd", "").part("ab", ""),
            new Fingerprint().part("ab", "\0\0\0\2cd"),
            new Fingerprint().part("ab", "cd").part("", ""));
    Set<String> digests = new HashSet<>();
    alike.forEach(fingerprint -> digests.add(fingerprint.hex()));

    assertThat(digests).hasSameSizeAs(alike).doesNotContain(NOTHING);
  }

  @Test
  void a_text_counts_as_its_utf_8_bytes() {
    String text = "prefix é 東 😂";

    assertThat(new Fingerprint().part("prefix", text).hex())
        .isEqualTo(new Fingerprint().part("prefix", text.getBytes(StandardCharsets.UTF_8)).hex());
  }

  @Test
  void the_builder_starts_anew_after_it_gave_its_digits() {
    Fingerprint builder = new Fingerprint().part("a", "first");
    String first = builder.hex();

    assertThat(builder.hex()).isEqualTo(NOTHING);
    assertThat(builder.part("a", "first").hex()).isEqualTo(first);
  }

  @Test
  void every_digest_may_be_the_fingerprint_of_a_space() {
    for (int i = 0; i < 100; i++) {
      String digits = new Fingerprint().part("part", Integer.toString(i)).hex();

      assertThatCode(() -> new EmbeddingSpace("test", digits, 1)).doesNotThrowAnyException();
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
