package dev.semblance.eval.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files inside of tar files, whole or cut, under names of every length.
class TarFilesTest {
  @TempDir private Path folder;

  private List<String> read(byte[] tar) {
    try {
      Path file = Files.write(folder.resolve("pictures.tar"), tar);
      List<String> seen = new ArrayList<>();
      TarFiles.forEach(
          file,
          (name, content) -> seen.add(name + "=" + new String(content, StandardCharsets.UTF_8)));
      return seen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void files_come_in_their_order_each_with_its_bytes() {
    String block = "x".repeat(512);
    TarBytes tar = new TarBytes().file("b/ü 1.png", "one").file("a", "").file("c", block);

    assertThat(read(tar.file("b/ü 1.png", block + "y").build()))
        .containsExactly("b/ü 1.png=one", "a=", "c=" + block, "b/ü 1.png=" + block + "y");
  }

  @Test
  void other_records_are_passed_over_with_their_content() {
    TarBytes tar = new TarBytes();
    for (char type : "12345xgLK".toCharArray()) {
      tar.record("other", "", type, "not a file of the tar\n");
    }

    assertThat(tar.record("old", "", '\0', "kept").build()).isNotEmpty();
    assertThat(read(tar.build())).containsExactly("old=kept");
  }

  @Test
  void a_long_name_fills_its_field_and_goes_on_in_the_prefix() {
    String hundred = "n".repeat(100);
    String prefix = "p".repeat(155);

    assertThat(read(new TarBytes().record(hundred, prefix, '0', "1").build()))
        .containsExactly(prefix + "/" + hundred + "=1");
    assertThat(read(new TarBytes().file(hundred, "1").build())).containsExactly(hundred + "=1");
  }

  @Test
  void a_tar_without_the_blocks_that_end_it_is_read_and_what_follows_them_is_not() {
    byte[] tar = new TarBytes().file("a", "1").build();
    byte[] twice = Arrays.copyOf(tar, 2 * tar.length);
    System.arraycopy(tar, 0, twice, tar.length, tar.length);

    assertThat(read(Arrays.copyOf(tar, tar.length - 1024))).containsExactly("a=1");
    assertThat(read(twice)).containsExactly("a=1");
    assertThat(read(new byte[0])).isEmpty();
  }

  @Test
  void a_tar_cut_inside_of_a_record_ends_early() {
    byte[] tar = new TarBytes().file("a", "1").file("b", "y".repeat(1024)).build();
    int end = tar.length - 1024;

    for (int length = 1; length < end; length += 29) {
      assertEndsEarly(Arrays.copyOf(tar, length));
    }
    for (int length : new int[] {511, 512, 513, 1023, 1025, 1535, 1536, 1537, end - 1}) {
      assertEndsEarly(Arrays.copyOf(tar, length));
    }
  }

  private void assertEndsEarly(byte[] cut) {
    assertThatThrownBy(() -> read(cut))
        .as("%d bytes", cut.length)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("pictures.tar: cannot be read as a tar file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"89", "1x", "-1", "77777777777", "20000000000", "0x10"})
  void a_size_that_is_none_or_more_than_an_array_holds_is_told(String size) {
    byte[] tar = new TarBytes().file("a", "1").sized("b", size).build();

    assertThatThrownBy(() -> read(tar))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("pictures.tar: cannot be read as a tar file")
        .cause()
        .hasMessageContaining(size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0000001", "     1 ", "00000000001"})
  void a_size_is_octal_with_spaces_or_zeros_around(String size) {
    byte[] tar = new TarBytes().sized("a", size).file("z", "").build();
    byte[] filled = new byte[tar.length + 512];
    System.arraycopy(tar, 0, filled, 0, 512);
    filled[512] = '7';
    System.arraycopy(tar, 512, filled, 1024, 512);

    assertThat(read(filled)).containsExactly("a=7", "z=");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> TarFiles.forEach(folder.resolve("none.tar"), (_, _) -> {}))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.tar: cannot be read as a tar file");
  }
}
