package dev.semblance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path home;

  private Called doctor() {
    return new Called().in(home).with("PATH", home.toString()).run("doctor");
  }

  private void install(String name, String says) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, "#!/bin/sh\necho '" + says + "'\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void names_the_packages_of_missing_programs_and_what_cannot_be_decoded() {
    Called called = doctor();

    assertThat(called.code()).isEqualTo(1);
    assertThat(called.out())
        .contains("JPEG, PNG, GIF, BMP, WebP, TIFF, ICO, PNM, Photoshop (PSD), camera RAW\n")
        .contains("  djxl: JPEG XL\n    not found; install libjxl-tools (Debian, Ubuntu)")
        .endsWith("Not decoded here: HEIC, AVIF, JPEG XL, JPEG 2000, video\n");
  }

  @Test
  void shows_where_a_program_lies_and_its_version() throws IOException {
    install("ffmpeg", "ffmpeg version 7.1 Copyright");
    install("heif-convert", " heif-convert  libheif version: 1.15.1");

    Called called = doctor();

    assertThat(called.code()).isZero();
    assertThat(called.out())
        .contains("    " + home.resolve("ffmpeg") + ", ffmpeg version 7.1 Copyright\n")
        .contains(
            "    " + home.resolve("heif-convert") + ", heif-convert  libheif version: 1.15.1\n")
        .doesNotContain("Not decoded here");
  }
}
