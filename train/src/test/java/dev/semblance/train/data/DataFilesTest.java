package dev.semblance.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.semblance.eval.files.TarFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
  @TempDir Path folder;

  @Test
  void reads_the_files_of_a_tar_in_their_order() throws IOException {
    Path tar = folder.resolve("a.tar");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entry(bytes, "one/first.webp", '0', 700);
    entry(bytes, "one/", '5', 0);
    entry(bytes, "one/second.webp", '0', 512);
    bytes.write(new byte[1024]);
    Files.write(tar, bytes.toByteArray());
    List<String> seen = new ArrayList<>();

    TarFiles.forEach(tar, (name, content) -> seen.add(name + " " + content.length));

    assertThat(seen).containsExactly("one/first.webp 700", "one/second.webp 512");
  }

  @Test
  void a_tar_cut_short_is_an_error_with_its_name() throws IOException {
    Path tar = folder.resolve("cut.tar");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entry(bytes, "first.webp", '0', 2000);
    Files.write(tar, java.util.Arrays.copyOf(bytes.toByteArray(), 1000));

    assertThatThrownBy(() -> TarFiles.forEach(tar, (name, content) -> {}))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cut.tar")
        .hasStackTraceContaining("first.webp");
  }

  private static void entry(ByteArrayOutputStream out, String name, char kind, int size) {
    byte[] header = new byte[512];
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, header, 0, text.length);
    byte[] octal = String.format(Locale.ROOT, "%011o", size).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(octal, 0, header, 124, octal.length);
    header[156] = (byte) kind;
    out.writeBytes(header);
    out.writeBytes(new byte[(size + 511) / 512 * 512]);
  }

  @Test
  void reads_the_tables_of_the_training_folder() {
    Path training = Path.of(System.getProperty("semblance.shared"), "training");

    List<TextRow> rows = TextRow.read(training.resolve("captions.tsv"));

    // Its README: Flickr8k's 6,086 pictures with five captions each, and 4,429 products.
    assertThat(rows).hasSize(34_859);
    assertThat(rows.getFirst())
        .isEqualTo(
            new TextRow(
                "flickr8k/1000268201_693b08cb0e.webp",
                "flickr8k",
                "caption",
                "A child in a pink dress is climbing up a set of stairs in an entry way."));
  }

  @Test
  void a_line_of_another_form_is_refused_with_its_number() throws IOException {
    Path table = Files.writeString(folder.resolve("t.tsv"), "a\tb\tc\tlabel\te\nbroken\n");

    assertThatThrownBy(() -> TextRow.read(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2: five fields expected, got 1");
  }

  @Test
  void a_picture_store_gives_back_what_was_put_in_and_exists_only_when_complete() {
    byte[] grey = new byte[PictureStore.PICTURE_BYTES];
    byte[] white = new byte[PictureStore.PICTURE_BYTES];
    java.util.Arrays.fill(white, (byte) 255);
    try (PictureStore.Writer writer = new PictureStore.Writer(folder, "set")) {
      writer.add("grey", grey);
      writer.add("white", white);
      assertThat(PictureStore.exists(folder, "set")).isFalse();
      writer.complete();
    }

    try (PictureStore store = PictureStore.open(folder, "set")) {
      ByteBuffer both = ByteBuffer.allocate(2 * PictureStore.PICTURE_BYTES);
      store.read(1, both);
      store.read(0, both);

      assertThat(store.names()).containsExactly("grey", "white");
      assertThat(both.array()).startsWith(white).endsWith(grey);
    }
  }

  @Test
  void reads_rows_of_floats_and_of_halves() throws IOException {
    ByteBuffer floats = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    floats.putFloat(1).putFloat(2).putFloat(3).putFloat(4);
    ByteBuffer halves = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    halves.putShort(Float.floatToFloat16(0.5f)).putShort(Float.floatToFloat16(-2));
    Files.write(folder.resolve("a.f32"), floats.array());
    Files.write(folder.resolve("a.f16"), halves.array());

    try (VectorFile wide = new VectorFile(folder.resolve("a.f32"), 2);
        VectorFile narrow = new VectorFile(folder.resolve("a.f16"), 2)) {
      assertThat(wide.gather(new int[] {1, 0})).containsExactly(3, 4, 1, 2);
      assertThat(narrow.gather(new int[] {0})).containsExactly(0.5f, -2);
      assertThat(narrow.rows()).isEqualTo(1);
    }
  }

  @Test
  void halves_are_read_as_they_were_written() {
    Path file = folder.resolve("rows.f16");
    VectorFile.writeHalves(file, new float[] {0.5f, -2, 0.333f, 1});
    VectorFile.writeHalves(file, new float[] {0.25f, -2, 0.333f, 1});

    try (VectorFile rows = new VectorFile(file, 2)) {
      assertThat(rows.gather(new int[] {0})).containsExactly(0.25f, -2);
      assertThat(rows.gather(new int[] {1})[0]).isCloseTo(0.333f, within(2e-4f));
      assertThat(rows.rows()).isEqualTo(2);
    }
    assertThat(folder.resolve("rows.f16.new")).doesNotExist();
  }
}
