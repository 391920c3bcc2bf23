package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs [PictureFuzz] in a virtual machine of its own: some thousand files, or as many as
/// `-Dsemblance.fuzz.inputs=N` says, from the seed `-Dsemblance.fuzz.seed=N`.
class PictureFuzzTest {
  private static final int INPUTS = Integer.getInteger("semblance.fuzz.inputs", 4000);
  private static final long SEED = Long.getLong("semblance.fuzz.seed", 20261124);

  /// What the process may hold more after the last fifth of the files than after the second, when
  /// it has warmed up: compiled code, and pages that the system's allocator cannot give back.
  private static final long KEPT_KILOBYTES = 64 << 10;

  /// The same of its heap: of 250,000 files every picture forgotten would be ten times as much.
  private static final long KEPT_HEAP_KILOBYTES = 12 << 10;

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void damaged_files_end_as_pixels_or_as_a_sentence_without_crash_hang_or_leak()
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms192m",
                "-Xmx192m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:ErrorFile=" + folder.resolve("crash"),
                "-cp",
                classPath(),
                PictureFuzz.class.getName(),
                String.valueOf(SEED),
                String.valueOf(INPUTS),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    int code = process.waitFor();

    String said = Files.readString(output, StandardCharsets.UTF_8);
    System.out.print(said);
    assertThat(code).as("seed %d, file %d: %s", SEED, current(), said).isZero();
    Held warm = Held.printed(said, 1);
    Held end = Held.printed(said, PictureFuzz.SEGMENTS - 1);
    assertThat(end.residentKilobytes() - warm.residentKilobytes())
        .as("kilobytes kept: %s", said)
        .isLessThan(KEPT_KILOBYTES);
    assertThat(end.heapKilobytes() - warm.heapKilobytes())
        .as("kilobytes of heap kept: %s", said)
        .isLessThan(KEPT_HEAP_KILOBYTES);
    assertThat(end.openFiles()).as("open files: %s", said).isLessThanOrEqualTo(warm.openFiles());
    assertThat(said).contains("PIXELS=", "CORRUPT=", "TRUNCATED=", "TOO_LARGE=", "NO_DECODER=");
  }

  private long current() throws IOException {
    Path note = folder.resolve("current");
    return Files.exists(note) ? ByteBuffer.wrap(Files.readAllBytes(note)).getLong() : -1;
  }

  /// The test runner may have put the class path into the manifest of one jar.
  private static String classPath() {
    return String.join(
        File.pathSeparator,
        List.of(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
  }

  @Test
  void a_number_gives_the_same_damage_again() {
    Mutator one = new Mutator(FuzzSeeds.all(), SEED);
    Mutator other = new Mutator(FuzzSeeds.all(), SEED);

    for (int number = 0; number < 200; number++) {
      assertThat(one.file(number))
          .as("seed %d, file %d", SEED, number)
          .isEqualTo(other.file(number));
    }
  }

  /// Otherwise damage would only be found where there was damage before.
  @Test
  void every_seed_is_decoded_or_asks_for_a_program() {
    PictureDecoder decoder =
        new PictureDecoder(dev.semblance.image.external.ExternalDecoders.in(List.of()));
    int number = 0;
    for (byte[] file : FuzzSeeds.all()) {
      try {
        assertThat(decoder.decode(file, "seed", DecodeBounds.full()).pixels().width()).isPositive();
      } catch (UnreadablePictureException e) {
        assertThat(e.kind())
            .as("seed %d: %s", number, e.getMessage())
            .isEqualTo(UnreadablePictureException.Kind.NO_DECODER);
      }
      number++;
    }
  }
}
