package dev.semblance.image.external;

import dev.semblance.image.format.PictureFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A program that turns a file into a PNG, and how it is asked to.
enum Tool {
  HEIF(
      List.of("heif-dec", "heif-convert"),
      EnumSet.of(PictureFormat.HEIC, PictureFormat.AVIF),
      "libheif-examples (Debian, Ubuntu), libheif-tools (Fedora) or libheif (Homebrew)"),
  JPEG_XL(
      List.of("djxl"),
      EnumSet.of(PictureFormat.JPEG_XL),
      "libjxl-tools (Debian, Ubuntu), libjxl-utils (Fedora) or jpeg-xl (Homebrew)"),
  JPEG_2000(
      List.of("opj_decompress"),
      EnumSet.of(PictureFormat.JPEG_2000),
      "libopenjp2-tools (Debian, Ubuntu), openjpeg-tools (Fedora) or openjpeg (Homebrew)"),
  FFMPEG(
      List.of("ffmpeg"),
      EnumSet.of(
          PictureFormat.HEIC,
          PictureFormat.AVIF,
          PictureFormat.JPEG_XL,
          PictureFormat.JPEG_2000,
          PictureFormat.VIDEO),
      "ffmpeg (Debian, Ubuntu, Fedora, Homebrew; on Windows: winget install ffmpeg)");

  /// Of a film: the frame that is most like the others of its first seconds, two looked at in each,
  /// so that a black beginning is not taken.
  private static final String STILL = "fps=2:round=up,thumbnail=12";

  private static final String FILM_SECONDS = "6";

  private final List<String> executables;
  private final Set<PictureFormat> formats;
  private final String packages;

  Tool(List<String> executables, Set<PictureFormat> formats, String packages) {
    this.executables = executables;
    this.formats = formats;
    this.packages = packages;
  }

  /// Its names, the newest first.
  List<String> executables() {
    return executables;
  }

  boolean decodes(PictureFormat format) {
    return formats.contains(format);
  }

  Set<PictureFormat> formats() {
    return EnumSet.copyOf(formats);
  }

  /// Which packages bring it, for a sentence.
  String packages() {
    return packages;
  }

  /// What to ask a program for to learn its version; it may answer with a complaint that has it.
  String versionArgument() {
    return switch (this) {
      case HEIF, JPEG_XL -> "--version";
      case JPEG_2000 -> "-h";
      case FFMPEG -> "-version";
    };
  }

  /// The command line. Both paths are absolute, so that none begins with a dash.
  List<String> command(Path program, Path input, Path output, ExternalBounds bounds) {
    return switch (this) {
      case HEIF -> List.of(program.toString(), input.toString(), output.toString());
      case JPEG_XL ->
          List.of(program.toString(), input.toString(), output.toString(), "--num_threads=1");
      case JPEG_2000 ->
          List.of(program.toString(), "-i", input.toString(), "-o", output.toString());
      case FFMPEG -> ffmpeg(program, input, output, bounds);
    };
  }

  /// Names are given as `file:` addresses, so that no other protocol can be meant by them.
  private static List<String> ffmpeg(Path program, Path input, Path output, ExternalBounds bounds) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(List.of("-nostdin", "-hide_banner", "-loglevel", "error"));
    command.addAll(List.of("-max_alloc", String.valueOf(bounds.memoryBytes())));
    command.addAll(List.of("-protocol_whitelist", "file", "-threads", "1"));
    command.addAll(List.of("-max_pixels", String.valueOf(bounds.pixels())));
    if (bounds.film()) {
      command.addAll(List.of("-t", FILM_SECONDS));
    }
    command.addAll(List.of("-i", "file:" + input, "-map", "0:v:0", "-an", "-sn"));
    if (bounds.film()) {
      command.addAll(List.of("-vf", STILL));
    }
    command.addAll(List.of("-frames:v", "1", "-threads", "1", "-c:v", "png"));
    command.addAll(List.of("-f", "image2pipe", "-y", "file:" + output));
    return command;
  }
}
