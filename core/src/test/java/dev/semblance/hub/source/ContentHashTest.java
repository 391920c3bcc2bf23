package dev.semblance.hub.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.hub.HubServer;
import dev.semblance.hub.source.ContentHash.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hashes of files as the hub announces them: known values, which kind an ETag is, what fits.
class ContentHashTest {
  /// Of `abc`, FIPS 180-2, appendix B.1.
  private static final String SHA256_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void sha_256_has_the_values_of_the_standard() throws IOException {
    assertThat(ContentHash.sha256("abc")).isEqualTo(SHA256_ABC);
    assertThat(ContentHash.sha256(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(ContentHash.sha256(file("abc"))).isEqualTo(new ContentHash(Kind.SHA256, SHA256_ABC));
    assertThat(ContentHash.sha256("é"))
        .as("of UTF-8")
        .isEqualTo(HubServer.sha256("é".getBytes(StandardCharsets.UTF_8)));
  }

  /// What `git hash-object` prints.
  @ParameterizedTest
  @CsvSource({
    "'', e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "'hello\n', ce013625030ba8dba906f756967f9e9ca394464a",
    "'what is up, doc?', bd9dbf5aae1a3862dd1526723246b20206e5fc37"
  })
  void a_small_file_is_known_as_git_knows_it(String content, String hex) throws IOException {
    assertThat(ContentHash.ofEtag(hex).fits(file(content))).isTrue();
    assertThat(ContentHash.ofEtag(hex).fits(file(content + "x"))).isFalse();
  }

  @Test
  void a_file_longer_than_any_buffer_is_read_to_its_end() throws IOException {
    byte[] content = new byte[(1 << 18) + 1];
    for (byte last = 0; last < 2; last++) {
      content[content.length - 1] = last;
      Path file = Files.write(folder.resolve("large"), content);
      assertThat(ContentHash.sha256(file).hex()).isEqualTo(HubServer.sha256(content));
      assertThat(ContentHash.ofEtag(HubServer.gitBlob(content)).fits(file)).isTrue();
    }
  }

  @Test
  void one_changed_bit_anywhere_does_not_fit() throws IOException {
    byte[] content = new byte[300];
    new SplittableRandom(5).nextBytes(content);
    ContentHash large = ContentHash.ofEtag(HubServer.sha256(content));
    ContentHash small = ContentHash.ofEtag(HubServer.gitBlob(content));
    for (int i = 0; i < content.length; i += 23) {
      content[i] ^= (byte) (1 << i % 8);
      Path file = Files.write(folder.resolve("changed"), content);
      assertThat(large.fits(file)).as("byte " + i).isFalse();
      assertThat(small.fits(file)).as("byte " + i).isFalse();
      content[i] ^= (byte) (1 << i % 8);
    }
    Path file = Files.write(folder.resolve("unchanged"), content);
    assertThat(large.fits(file) && small.fits(file)).isTrue();
  }

  @Test
  void an_etag_is_told_by_its_length_and_may_be_in_capitals() {
    assertThat(ContentHash.ofEtag(SHA256_ABC.toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(new ContentHash(Kind.SHA256, SHA256_ABC));
    assertThat(ContentHash.ofEtag(SHA256_ABC.substring(24)).kind()).isEqualTo(Kind.GIT_BLOB);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32, 39, 41, 63})
  void an_etag_of_another_length_is_none_and_fits_anything(int length) throws IOException {
    ContentHash none = ContentHash.ofEtag(SHA256_ABC.substring(0, length));
    assertThat(none).isEqualTo(new ContentHash(Kind.NONE, ""));
    assertThat(none.fits(file("anything"))).isTrue();
  }

  @Test
  void an_etag_with_other_signs_is_none() {
    String almost = SHA256_ABC.replace('b', 'g');
    assertThat(ContentHash.ofEtag(almost).kind()).isEqualTo(Kind.NONE);
    assertThat(ContentHash.ofEtag(almost.substring(24)).kind()).isEqualTo(Kind.NONE);
  }

  @Test
  void what_was_written_is_read_again() {
    for (int length : new int[] {0, 40, 64}) {
      ContentHash hash = ContentHash.ofEtag(SHA256_ABC.substring(0, length));
      assertThat(ContentHash.read(hash.written())).isEqualTo(hash);
    }
    assertThat(ContentHash.ofEtag(SHA256_ABC).written()).isEqualTo("sha256:" + SHA256_ABC);
    assertThat(ContentHash.ofEtag(SHA256_ABC.substring(24)).written())
        .isEqualTo("git-sha1:" + SHA256_ABC.substring(24));
  }

  @Test
  void a_file_that_is_not_there_is_no_file_of_another_content() {
    assertThatThrownBy(() -> ContentHash.ofEtag(SHA256_ABC).fits(folder.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("file"), content);
  }
}
