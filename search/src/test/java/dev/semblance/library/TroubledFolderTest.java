package dev.semblance.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.index.Failure;
import dev.semblance.index.Filter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder with every kind of broken file and odd name: each is found, or kept with its reason.
class TroubledFolderTest {
  private static final String AGAIN = "copy or download";

  @TempDir Path folder;
  private Path pictures;
  private Library library;

  @BeforeEach
  void begin() throws IOException {
    pictures = Files.createDirectories(folder.resolve("pictures"));
    library = Library.open(folder.resolve("library"), ColourModel.create());
  }

  @AfterEach
  void end() {
    library.close();
  }

  private Path file(String name, byte[] content) {
    return Drawn.write(pictures.resolve(name), content);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// A PNG that announces 60,000 x 60,000 pixels in colour: 10.8 GB.
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream png = new DataOutputStream(bytes)) {
      png.write(latin("\u0089PNG\r\n\u001A\n"));
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      try (DataOutputStream fields = new DataOutputStream(header)) {
        fields.write(latin("IHDR"));
        fields.writeInt(60_000);
        fields.writeInt(60_000);
        fields.write(new byte[] {8, 2, 0, 0, 0});
      }
      chunk(png, header.toByteArray());
      chunk(png, latin("IDATnothing much"));
      chunk(png, latin("IEND"));
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream png, byte[] typeAndData) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(typeAndData);
    png.writeInt(typeAndData.length - 4);
    png.write(typeAndData);
    png.writeInt((int) sum.getValue());
  }

  /// What is expected of each broken file: kind, and a piece of the reason.
  private Map<String, List<String>> writeBroken() throws IOException {
    byte[] jpeg = Drawn.jpeg(0xff0000, 1);
    byte[] png = Drawn.png(0xff0000, 2);
    byte[] damaged = png.clone();
    damaged[damaged.length - 13] ^= 1; // the checksum of the pixels
    Map<String, List<String>> expected = new HashMap<>();
    file("zero.jpg", new byte[0]);
    expected.put("zero.jpg", List.of("EMPTY", "the file is empty (0 bytes)"));
    file("cut.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
    expected.put("cut.jpg", List.of("TRUNCATED", "ends before its picture does; " + AGAIN));
    file("cut.png", Arrays.copyOf(png, png.length / 2));
    expected.put("cut.png", List.of("TRUNCATED", "ends before its picture does; " + AGAIN));
    file("damaged.png", damaged);
    expected.put("damaged.png", List.of("CORRUPT", "the PNG data are damaged; " + AGAIN));
    file("letter.jpg", latin("Dear Anna, the picture is in the other envelope.\n"));
    expected.put("letter.jpg", List.of("NOT_A_PICTURE", "the content is text"));
    file("page.png", latin("<!DOCTYPE html>\n<html><body>404 not found</body></html>"));
    expected.put("page.png", List.of("NOT_A_PICTURE", "the content is an HTML page"));
    file("phone.heic", latin("\0\0\0\u0018ftypheic\0\0\0\0mif1heic" + "\0".repeat(99)));
    // With a program for it the file is found broken, without one the program is found missing.
    expected.put("phone.heic", List.of("CORRUPT|TRUNCATED|NO_DECODER", ""));
    file("bomb.png", bomb());
    expected.put("bomb.png", List.of("TOO_LARGE", "60000 x 60000 pixels"));
    Drawn.write(pictures.resolve("cursed.png"), ColourModel.CURSED, 1);
    expected.put("cursed.png", List.of("MODEL", "the picture is cursed"));
    Files.createSymbolicLink(pictures.resolve("gone.jpg"), folder.resolve("nothing.jpg"));
    expected.put("gone.jpg", List.of("UNREADABLE", "the link leads to nothing"));
    Files.createSymbolicLink(pictures.resolve("round.jpg"), pictures.resolve("round.jpg"));
    expected.put("round.jpg", List.of("UNREADABLE", ""));
    return expected;
  }

  private Map<String, List<String>> failures() {
    Map<String, List<String>> failures = new HashMap<>();
    library.forEachFailure(
        failure -> failures.put(name(failure), List.of(failure.kind(), failure.reason())));
    return failures;
  }

  private static String name(Failure failure) {
    return Path.of(failure.path()).getFileName().toString();
  }

  @Test
  void every_broken_file_is_kept_with_its_reason_and_the_good_ones_are_found() throws IOException {
    Map<String, List<String>> expected = writeBroken();
    Drawn.write(pictures.resolve("good.png"), 0x00ff00, 1);
    Recorded recorded = new Recorded();
    IndexReport report =
        library.index(List.of(pictures), IndexOptions.usual().withProgress(recorded));
    assertThat(report.failed()).isEqualTo(expected.size());
    assertThat(report.added()).isEqualTo(1);
    assertThat(failures()).containsOnlyKeys(expected.keySet());
    expected.forEach((name, kindAndReason) -> {
      List<String> found = failures().getOrDefault(name, List.of("not told", "not told"));
      assertThat(found.getFirst()).as(name).matches(kindAndReason.getFirst());
      assertThat(found.getLast())
          .as(name)
          .contains(kindAndReason.getLast())
          .doesNotContain(pictures.toString())
          .isNotBlank();
    });
    assertThat(recorded.reasons).as("told as they are kept").hasSameSizeAs(expected.keySet());
    assertThat(found()).containsExactly("good.png");
  }

  private List<String> found() {
    List<String> names = new ArrayList<>();
    library.forEach(
        new Filter.Everything(),
        item -> names.add(pictures.toUri().relativize(uri(item.path())).toString()));
    return names;
  }

  private static URI uri(String path) {
    return dev.semblance.crawl.Location.pathOf(path).toUri();
  }

  @Test
  void failures_are_tried_again_when_asked_and_leave_when_they_are_mended() throws IOException {
    Map<String, List<String>> expected = writeBroken();
    library.index(pictures);
    for (String name : List.of("zero.jpg", "cut.jpg", "gone.jpg", "letter.jpg")) {
      Files.deleteIfExists(pictures.resolve(name));
      Drawn.write(pictures.resolve(name), 0x0000ff, name.hashCode());
    }
    IndexReport report =
        library.index(List.of(pictures), IndexOptions.usual().withRetryFailures(true));
    assertThat(report.added()).isEqualTo(4);
    assertThat(report.failed()).isEqualTo(expected.size() - 4);
    assertThat(failures()).hasSize(expected.size() - 4).doesNotContainKey("zero.jpg");
  }

  @Test
  void odd_names_and_wrong_extensions_are_found() throws IOException {
    file("really-a-png.jpg", Drawn.png(0xff0000, 1));
    file("really-a-jpeg.png", Drawn.jpeg(0xff0000, 2));
    file("no extension", Drawn.png(0xff0000, 3));
    file("line\nbreak.png", Drawn.png(0xff0000, 4));
    file("-rf.png", Drawn.png(0xff0000, 5));
    file("caf\u00e9.png", Drawn.png(0xff0000, 6));
    file("cafe\u0301.png", Drawn.png(0xff0000, 7));
    file("folder.jpg/inside.png", Drawn.png(0xff0000, 8));
    Files.write(Path.of(URI.create(pictures.toUri() + "caf%E9.png")), Drawn.png(0xff0000, 9));
    file("x".repeat(240) + ".png", Drawn.png(0xff0000, 10));
    IndexReport report = library.index(pictures);
    assertThat(report.failed()).isZero();
    assertThat(found())
        .containsExactlyInAnyOrder(
            "really-a-png.jpg",
            "really-a-jpeg.png",
            "no%20extension",
            "line%0Abreak.png",
            "-rf.png",
            "caf%C3%A9.png",
            "cafe%CC%81.png",
            "folder.jpg/inside.png",
            "caf%E9.png",
            "x".repeat(240) + ".png");
    assertThat(library.search(Query.text("red").top(20))).hasSize(10);
    assertThat(library.index(pictures).unchanged()).isEqualTo(10);
    library.forEach(
        new Filter.Everything(),
        item -> assertThat(library.search(Query.item(item.path()).top(1))).hasSize(1));
  }

  @Test
  void a_picture_to_search_with_that_is_broken_is_an_error_with_the_same_reason()
      throws IOException {
    writeBroken();
    library.index(pictures);
    assertThatThrownBy(() -> library.search(Query.picture(pictures.resolve("bomb.png"))))
        .hasMessageContaining("bomb.png: the header announces 60000 x 60000 pixels");
    assertThatThrownBy(() -> library.search(Query.picture(pictures.resolve("zero.jpg"))))
        .hasMessageContaining("zero.jpg: the file is empty");
  }
}
