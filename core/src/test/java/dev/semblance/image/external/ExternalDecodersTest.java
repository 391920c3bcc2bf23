package dev.semblance.image.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.semblance.image.external.ExternalDecoders.Program;
import dev.semblance.image.format.PictureFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which programs are found, in which order, and what they are asked.
class ExternalDecodersTest {
  private static final byte[] FILE = "what is in the file".getBytes(UTF_8);

  @TempDir private Path folder;

  private ExternalDecoders found(Path... folders) {
    return ExternalDecoders.in(folders.length == 0 ? List.of(folder) : List.of(folders));
  }

  private static Optional<Path> path(ExternalDecoders decoders, int program) {
    return decoders.programs().get(program).path();
  }

  @Test
  void programs_are_listed_whether_they_are_installed_or_not() {
    List<Program> programs = found().programs();

    assertThat(programs)
        .extracting(Program::name)
        .containsExactly("heif-dec", "djxl", "opj_decompress", "ffmpeg");
    assertThat(programs).allMatch(program -> program.path().isEmpty());
    assertThat(programs).allMatch(program -> program.packages().contains("Debian, Ubuntu"));
    Set<PictureFormat> all = EnumSet.noneOf(PictureFormat.class);
    programs.forEach(program -> all.addAll(program.formats()));
    assertThat(all)
        .allMatch(format -> format.support() == PictureFormat.Support.BY_PROGRAM)
        .hasSize(5);
  }

  @Test
  void the_first_folder_counts_and_a_newer_name_before_it() {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Path old = Scripts.write(one, "heif-convert", "");
    Path other = Scripts.write(two, "heif-convert", "");

    assertThat(path(found(folder.resolve("none"), one, two), 0)).contains(old);
    assertThat(path(found(two, one), 0)).contains(other);
    Path newer = Scripts.write(two, "heif-dec", "");
    assertThat(path(found(one, two), 0)).contains(newer);
    assertThat(found(one, two).programs().getFirst().name()).isEqualTo("heif-dec");
  }

  @Test
  void what_cannot_be_run_is_no_program() throws IOException {
    Files.writeString(folder.resolve("djxl"), "#!/bin/sh\n");
    Files.createDirectory(folder.resolve("ffmpeg"));
    Path windows = Scripts.write(folder, "opj_decompress.exe", "");

    assertThat(path(found(), 1)).isEmpty();
    assertThat(path(found(), 3)).isEmpty();
    assertThat(path(found(), 2)).contains(windows);
  }

  @ParameterizedTest
  @CsvSource({
    "HEIC, heif-dec, picture.heic",
    "AVIF, heif-dec, picture.avif",
    "JPEG_XL, djxl, picture.jxl",
    "JPEG_2000, opj_decompress, picture.jp2"
  })
  void a_program_reads_a_copy_under_a_plain_name(PictureFormat format, String program, String name)
      throws IOException {
    Scripts.write(
        folder,
        program,
        "for word in \"$@\"; do case $word in */"
            + name
            + ") cat \"$word\" > picture.png; esac; done");

    assertThat(found().png(format, FILE, Scripts.bounds())).isEqualTo(FILE);
  }

  @Test
  void a_file_on_disk_is_read_where_it_lies_and_stays() throws IOException {
    Path film = Files.write(folder.resolve("a film.mp4"), FILE);
    Scripts.write(folder, "ffmpeg", "printf '%s\\n' \"$@\" > picture.png");

    byte[] said = found().png(PictureFormat.VIDEO, film, Scripts.film());

    List<String> arguments = new String(said, UTF_8).lines().toList();
    assertThat(arguments).containsSubsequence("-i", "file:" + film, "-vf", "-frames:v", "1");
    assertThat(arguments).containsSubsequence("-max_alloc", "123456789");
    assertThat(arguments).containsSubsequence("-max_pixels", "4321");
    assertThat(arguments).containsSubsequence("-t", "6", "-i");
    assertThat(arguments.getLast()).startsWith("file:/").endsWith("/picture.png");
    assertThat(film).hasBinaryContent(FILE);
  }

  @Test
  void a_picture_is_not_searched_for_a_still() throws IOException {
    Scripts.write(folder, "ffmpeg", "printf '%s\\n' \"$@\" > picture.png");

    byte[] said = found().png(PictureFormat.HEIC, FILE, Scripts.bounds());

    assertThat(new String(said, UTF_8).lines().toList()).doesNotContain("-t", "-vf");
  }

  @Test
  void a_format_without_a_program_is_told_with_what_brings_one() {
    Scripts.write(folder, "djxl", "");

    assertThatThrownBy(() -> found().png(PictureFormat.JPEG_2000, FILE, Scripts.bounds()))
        .isInstanceOfSatisfying(
            ExternalException.class,
            e -> assertThat(e.reason()).isEqualTo(ExternalException.Reason.MISSING))
        .hasMessageStartingWith("JPEG 2000 is decoded by a program that is not installed here;")
        .hasMessageContaining("openjpeg-tools (Fedora)")
        .hasMessageContaining("; or ffmpeg (");
  }

  @Test
  void the_complaint_is_that_of_the_first_program_where_all_fail() {
    Scripts.write(folder, "djxl", "echo one; exit 1");
    Scripts.write(folder, "ffmpeg", "echo two; exit 1");

    assertThatThrownBy(() -> found().png(PictureFormat.JPEG_XL, FILE, Scripts.bounds()))
        .hasMessage("djxl could not decode it (it said: one)");
  }

  @Test
  void a_version_is_the_first_line_with_two_numbers() {
    Scripts.write(folder, "ffmpeg", "[ \"$1\" = -version ] && echo 'built 2024'; echo ' x 7.1-a '");
    Scripts.write(folder, "djxl", "echo no numbers");
    List<Program> programs = found().programs();

    assertThat(found().version(programs.get(3))).isEqualTo("x 7.1-a");
    assertThat(found().version(programs.get(1))).isEmpty();
    assertThat(found().version(programs.get(0))).as("not installed").isEmpty();
  }

  @Test
  void a_program_that_is_none_of_these_is_not_asked_for_its_version() {
    Path trap = Scripts.write(folder, "trap", "touch " + folder.resolve("sprung") + "; echo 1.0");
    Program foreign = new Program("trap", Optional.of(trap), Set.of(), "");

    assertThat(found().version(foreign)).isEmpty();
    assertThat(folder.resolve("sprung")).doesNotExist();
  }

  @Test
  void many_threads_have_a_folder_each() throws Exception {
    Scripts.write(
        folder, "djxl", "cat picture.jxl \"$1\" > picture.png 2> /dev/null; pwd >> picture.png");
    List<Callable<String>> tasks = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      byte[] file = ("number " + i + "\n").getBytes(UTF_8);
      tasks.add(
          () -> new String(found().png(PictureFormat.JPEG_XL, file, Scripts.bounds()), UTF_8));
    }
    List<String> folders = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<String>> results = threads.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        List<String> lines = results.get(i).get().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("number " + i);
        folders.add(lines.getLast());
      }
    }
    assertThat(folders).doesNotHaveDuplicates().noneMatch(path -> Files.exists(Path.of(path)));
  }
}
