package dev.semblance.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.semblance.image.UnreadablePictureException.Kind;
import dev.semblance.image.external.ExternalDecoders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures that other programs decode. The programs are scripts written here, so that nothing
/// depends on what is installed; the last test asks those that are.
class ExternalPicturesTest {
  private static final byte[] HEIC = SampleFiles.bytes("picture.heic");

  private static final Duration FEW_SECONDS = Duration.ofSeconds(5);

  private final Pixels picture = PictureFiles.drawing(96, 64, 3);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "heif-dec, picture.heic, HEIC",
    "heif-convert, picture.avif, AVIF",
    "djxl, picture.jxl, JPEG_XL",
    "djxl, boxed.jxl, JPEG_XL",
    "opj_decompress, picture.jp2, JPEG_2000",
    "opj_decompress, picture.j2k, JPEG_2000",
    "ffmpeg, picture.heic, HEIC",
    "ffmpeg, picture.jxl, JPEG_XL",
    "ffmpeg, picture.jp2, JPEG_2000",
    "ffmpeg, film.mp4, VIDEO"
  })
  void a_program_on_the_path_decodes_its_formats(String program, String file, String format)
      throws IOException {
    write(program, copying());

    DecodedPicture decoded = decoder().decode(SampleFiles.bytes(file), file, DecodeBounds.full());

    assertThat(decoded.info().format()).isEqualTo(format);
    assertThat(decoded.pixels().data()).isEqualTo(picture.data());
  }

  @Test
  void a_missing_program_is_named_with_the_package_that_brings_it() {
    assertThat(failure(HEIC, DecodeBounds.full()))
        .hasMessage(
            "IMG_1.HEIC: HEIC is decoded by a program that is not installed here; install"
                + " libheif-examples (Debian, Ubuntu), libheif-tools (Fedora) or libheif"
                + " (Homebrew); or ffmpeg (Debian, Ubuntu, Fedora, Homebrew; on Windows: winget"
                + " install ffmpeg) (semblance doctor shows what is found)")
        .returns(Kind.NO_DECODER, UnreadablePictureException::kind);
    assertThat(failure(SampleFiles.bytes("film.mp4"), DecodeBounds.full()))
        .hasMessageStartingWith("IMG_1.HEIC: video is decoded by a program that is not installed");
  }

  @Test
  void a_program_that_never_stops_talking_is_killed_in_time() throws IOException {
    write("heif-dec", "exec yes 'a warning'");

    assertThat(failure(HEIC, DecodeBounds.full().withMaxTime(Duration.ofMillis(300))).kind())
        .isEqualTo(Kind.TOO_SLOW);
  }

  @Test
  void what_a_program_complains_of_is_told() throws IOException {
    write("heif-dec", "echo first >&2; echo 'Invalid input: No ftyp box' >&2; exit 1");

    assertThat(failure(HEIC, DecodeBounds.full()))
        .hasMessage(
            "IMG_1.HEIC: heif-dec could not decode it (it said: Invalid input: No ftyp box)")
        .returns(Kind.CORRUPT, UnreadablePictureException::kind);
  }

  @Test
  void a_program_that_makes_nothing_is_told() throws IOException {
    write("heif-dec", "exit 0");

    assertThat(failure(HEIC, DecodeBounds.full()))
        .hasMessage("IMG_1.HEIC: heif-dec made no picture of it");
  }

  @Test
  void the_next_program_is_tried_when_one_fails() throws IOException {
    write("heif-dec", "exit 1");
    write("ffmpeg", copying());

    assertThat(decoder().decode(HEIC, "a", DecodeBounds.full()).pixels().data())
        .isEqualTo(picture.data());
  }

  @Test
  void of_several_pictures_the_first_is_taken() throws IOException {
    String one = copying().replace("\"$last\"", "\"${last%.png}-1.png\"");
    write("heif-convert", one);

    assertThat(decoder().decode(HEIC, "a", DecodeBounds.full()).pixels().data())
        .isEqualTo(picture.data());
  }

  @Test
  @Tag("slow")
  void a_program_that_hangs_is_killed_with_its_children() throws IOException {
    Path pids = folder.resolve("pids");
    write("heif-dec", "sleep 600 & echo $! >> " + pids + "; echo $$ >> " + pids + "; wait");

    assertThat(failure(HEIC, DecodeBounds.full().withMaxTime(FEW_SECONDS)))
        .hasMessage(
            "IMG_1.HEIC: heif-dec did not decode it in the time that is allowed to a picture")
        .returns(Kind.TOO_SLOW, UnreadablePictureException::kind);
    List<String> lines = Files.readAllLines(pids);
    assertThat(lines).hasSize(2);
    for (String pid : lines) {
      assertThat(isGone(Long.parseLong(pid))).as("process %s is gone", pid).isTrue();
    }
  }

  /// A killed child may stay as a zombie until its new parent looks; it has no command any more.
  private static boolean isGone(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(command -> !command.contains("sleep") && !command.endsWith("sh"))
        .orElse(true);
  }

  @Test
  void a_program_that_writes_without_end_is_killed() throws IOException {
    write("heif-dec", "exec cat /dev/zero > more.bin");

    assertThat(failure(HEIC, DecodeBounds.full().withMaxBytes(1 << 20)))
        .hasMessage("IMG_1.HEIC: heif-dec wrote more than the 1 MB allowed to a picture")
        .returns(Kind.TOO_LARGE, UnreadablePictureException::kind);
  }

  /// `tail` keeps the last line, which never ends. Only Linux tells how much memory it takes.
  @Test
  void a_program_that_takes_all_memory_is_killed() throws IOException {
    write("heif-dec", "tail -n 1 /dev/zero");
    boolean linux = Files.exists(Path.of("/proc/self/status"));
    Duration time = linux ? Duration.ofMinutes(2) : FEW_SECONDS;

    DecodeBounds bounds = DecodeBounds.full().withMaxBytes(1 << 20).withMaxTime(time);
    assertThat(failure(HEIC, bounds).kind()).isEqualTo(linux ? Kind.TOO_LARGE : Kind.TOO_SLOW);
  }

  @Test
  void a_program_that_talks_without_end_does_not_block_and_is_not_kept() throws IOException {
    write(
        "heif-dec",
        "i=0; while [ $i -lt 20000 ]; do echo 'a warning that nobody reads, over and over' >&2;"
            + " i=$((i+1)); done; "
            + copying());

    assertThat(decoder().decode(HEIC, "a", DecodeBounds.full()).pixels().data())
        .isEqualTo(picture.data());
  }

  @Test
  void no_name_of_a_file_is_taken_for_an_option_or_a_shell_command() throws IOException {
    Path arguments = folder.resolve("arguments");
    write("ffmpeg", "printf '%s\\n' \"$@\" > " + arguments + "; " + copying());
    Path film = folder.resolve("-rf $(touch x) %d.mp4");
    Files.write(film, SampleFiles.bytes("film.mp4"));

    DecodedPicture decoded = decoder().decode(film, DecodeBounds.full());

    assertThat(decoded.pixels().data()).isEqualTo(picture.data());
    assertThat(Files.readAllLines(arguments))
        .contains("file:" + film)
        .noneMatch(argument -> argument.startsWith("-rf"));
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void nothing_is_left_behind() throws IOException {
    Path folders = folder.resolve("folders");
    write("heif-dec", "pwd >> " + folders + "; mkdir deep; touch deep/file; " + copying());

    decoder().decode(HEIC, "a", DecodeBounds.full());

    assertThat(Files.readAllLines(folders))
        .hasSize(1)
        .noneMatch(path -> Files.exists(Path.of(path)));
  }

  @Test
  void a_program_tells_its_version() throws IOException {
    write("heif-dec", "echo 'unknown option'; echo ' heif-dec  libheif version: 1.15.1'; exit 1");
    ExternalDecoders programs = ExternalDecoders.in(List.of(folder));

    ExternalDecoders.Program found = programs.programs().getFirst();

    assertThat(found.path()).contains(folder.resolve("heif-dec"));
    assertThat(programs.version(found)).isEqualTo("heif-dec  libheif version: 1.15.1");
    assertThat(programs.programs().get(1).path()).isEmpty();
  }

  /// What is installed must agree with the picture; what is not must be named.
  @ParameterizedTest
  @CsvSource({
    "picture.heic",
    "picture.avif",
    "picture.jxl",
    "boxed.jxl",
    "picture.jp2",
    "picture.j2k",
    "film.mp4"
  })
  void installed_programs_decode_the_samples_or_are_named_as_missing(String file) {
    float[] expected = Tensors.of(SampleFiles.decoded("picture.png"));
    try {
      DecodedPicture decoded =
          new PictureDecoder().decode(SampleFiles.bytes(file), file, DecodeBounds.full());
      assertThat(Tensors.cosine(Tensors.of(decoded.pixels()), expected))
          .as(file)
          .isGreaterThan(0.99);
    } catch (UnreadablePictureException e) {
      // An ffmpeg may be built without a codec; a decoder that is not there at all is named.
      assertThat(e.kind()).as(e.getMessage()).isIn(Kind.NO_DECODER, Kind.CORRUPT);
      assertThat(e).hasMessageMatching("(?s).*(install|could not decode|made no picture).*");
    }
  }

  /// Writes the expected picture to the last argument.
  private String copying() throws IOException {
    Path png = folder.resolve("expected.png");
    Files.write(png, PictureWriter.png(picture));
    // ffmpeg's last argument is an address; djxl's last is an option.
    return "for word in \"$@\"; do case $word in *.png) last=${word#file:};; esac; done; cat "
        + png
        + " > \"$last\"";
  }

  private void write(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n", StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private PictureDecoder decoder() {
    return new PictureDecoder(ExternalDecoders.in(List.of(folder)));
  }

  private UnreadablePictureException failure(byte[] file, DecodeBounds bounds) {
    return catchThrowableOfType(
        UnreadablePictureException.class, () -> decoder().decode(file, "IMG_1.HEIC", bounds));
  }
}
