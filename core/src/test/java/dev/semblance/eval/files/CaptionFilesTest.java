package dev.semblance.eval.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.eval.files.PairTable.Pair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionFilesTest {
  /// What tells a GIF.
  private static final String PICTURE = "GIF89a and more";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void texts_beside_pictures_are_their_captions_a_line_each(boolean inTar) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("x/a.gif", PICTURE);
    files.put("x/a.v2.gif", PICTURE);
    files.put("x/a.v2.json", "{\"width\": 3}");
    files.put("x/a.v2.txt", "\uFEFFa cat\r\n\r\n  a grey cat \n");
    files.put("x/b.TXT", "a dog");
    files.put("x/b.gif", PICTURE);
    files.put("x/c.gif", PICTURE);
    files.put("x/d.gif", PICTURE);
    files.put("x/d.txt", "\n");
    files.put("x/e.txt", "a text alone");
    // A text of the same name in another folder is no neighbour.
    files.put("c.txt", "elsewhere");

    CaptionFiles read = CaptionFiles.read(new PictureSource(List.of(place(files, inTar))));

    assertThat(read.pairs())
        .containsExactly(
            new Pair("x/a.v2.gif", "a cat"),
            new Pair("x/a.v2.gif", "a grey cat"),
            new Pair("x/b.gif", "a dog"));
    assertThat(read.without()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_macos_puts_beside_files_is_neither_text_nor_picture(boolean inTar) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("x/._a.gif", PICTURE);
    files.put("x/._a.txt", "Mac OS X \0\u00e9");
    files.put("x/a.gif", PICTURE);
    files.put("x/a.txt", "a cat");

    CaptionFiles read = CaptionFiles.read(new PictureSource(List.of(place(files, inTar))));

    assertThat(read.pairs()).containsExactly(new Pair("x/a.gif", "a cat"));
    assertThat(read.without()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pictures_without_any_text_are_told_how_to_have_one(boolean inTar) throws IOException {
    Path place = place(Map.of("a.gif", PICTURE, "b.txt", "a dog"), inTar);

    assertThatThrownBy(() -> CaptionFiles.read(new PictureSource(List.of(place))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(place.toString())
        .hasMessageContaining("no picture has a .txt file of the same name beside it")
        .hasMessageContaining("give a table");
  }

  @Test
  void two_places_with_a_picture_of_one_name_are_refused() throws IOException {
    Path tar = place(Map.of("0.gif", PICTURE, "0.txt", "a cat"), true);
    Path other = place(Map.of("0.gif", PICTURE, "0.txt", "a dog"), false);

    assertThatThrownBy(() -> CaptionFiles.read(new PictureSource(List.of(tar, other))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.gif: is in " + tar + " and in " + other);
  }

  @Test
  void a_text_of_another_encoding_is_named() throws IOException {
    Files.write(folder.resolve("a.txt"), new byte[] {'s', (byte) 0xFC, (byte) 0xDF});

    assertThatThrownBy(() -> CaptionFiles.read(new PictureSource(List.of(folder))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.txt: is no text in UTF-8");
  }

  private Path place(Map<String, String> files, boolean inTar) throws IOException {
    if (inTar) {
      return Files.write(folder.resolve("t.tar"), tar(files));
    }
    Path place = folder.resolve("pictures");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = place.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    return place;
  }

  /// The ustar header has the name at 0, the size in octal at 124, the type at 156.
  private static byte[] tar(Map<String, String> files) {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    files.forEach((name, text) -> {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      byte[] header = new byte[512];
      put(header, 0, name);
      put(header, 124, String.format(Locale.ROOT, "%011o", content.length));
      header[156] = '0';
      tar.writeBytes(header);
      tar.writeBytes(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
    });
    tar.writeBytes(new byte[1024]);
    return tar.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
