package dev.semblance.image.format;

import java.util.List;
import java.util.stream.Stream;

/// A kind of file, known by its first bytes and never by its name.
public enum PictureFormat {
  JPEG(Support.READ, "JPEG"),
  PNG(Support.READ, "PNG"),
  GIF(Support.READ, "GIF"),
  BMP(Support.READ, "BMP"),
  WEBP(Support.READ, "WebP"),
  TIFF(Support.READ, "TIFF"),
  ICO(Support.READ, "ICO"),
  PNM(Support.READ, "PNM"),
  PSD(Support.READ, "Photoshop (PSD)"),
  RAW(Support.READ, "camera RAW"),

  HEIC(Support.BY_PROGRAM, "HEIC"),
  AVIF(Support.BY_PROGRAM, "AVIF"),
  JPEG_XL(Support.BY_PROGRAM, "JPEG XL"),
  JPEG_2000(Support.BY_PROGRAM, "JPEG 2000"),
  VIDEO(Support.BY_PROGRAM, "video"),

  JPEG_XR(Support.KNOWN, "JPEG XR"),
  SVG(Support.KNOWN, "SVG"),
  QOI(Support.KNOWN, "QOI"),
  DDS(Support.KNOWN, "DDS"),
  OPEN_EXR(Support.KNOWN, "OpenEXR"),
  RADIANCE(Support.KNOWN, "Radiance HDR"),
  XCF(Support.KNOWN, "GIMP (XCF)"),
  ICNS(Support.KNOWN, "Apple icon (ICNS)"),
  DJVU(Support.KNOWN, "DjVu"),

  PDF(Support.FOREIGN, "a PDF document"),
  POSTSCRIPT(Support.FOREIGN, "a PostScript document"),
  HTML(Support.FOREIGN, "an HTML page"),
  XML(Support.FOREIGN, "an XML document"),
  GIT_LFS(
      Support.FOREIGN, "a Git LFS pointer that stands for the picture (git lfs pull fetches it)"),
  TEXT(Support.FOREIGN, "text"),
  ZIP(Support.FOREIGN, "a ZIP archive or an office document"),
  GZIP(Support.FOREIGN, "a gzip archive"),
  SEVEN_ZIP(Support.FOREIGN, "a 7z archive"),
  RAR(Support.FOREIGN, "a RAR archive"),
  SOUND(Support.FOREIGN, "a sound file"),
  PROGRAM(Support.FOREIGN, "a program"),
  APPLE_DOUBLE(
      Support.FOREIGN, "an AppleDouble file, which macOS writes beside the picture itself"),
  ZEROS(Support.FOREIGN, "only zero bytes, as an interrupted copy leaves them"),
  UNKNOWN(Support.FOREIGN, "of no known kind");

  private final Support support;
  private final String title;

  PictureFormat(Support support, String title) {
    this.support = support;
    this.title = title;
  }

  public Support support() {
    return support;
  }

  /// What to call it in a sentence: `HEIC`, `a PDF document`.
  public String title() {
    return title;
  }

  /// The pictures that are decoded, for a sentence; some of them by an installed program.
  public static String supported() {
    List<String> titles =
        Stream.of(values())
            .filter(
                format -> format.support == Support.READ || format.support == Support.BY_PROGRAM)
            .map(PictureFormat::title)
            .toList();
    int last = titles.size() - 1;
    return String.join(", ", titles.subList(0, last)) + " and " + titles.get(last);
  }

  /// Tells the kind by the bytes; a few hundred from the beginning are enough.
  public static PictureFormat of(byte[] bytes) {
    return new Signature(bytes).format();
  }

  /// What Semblance can do with a kind of file.
  public enum Support {
    /// A picture that is decoded.
    READ,
    /// A picture or a film that an installed program decodes.
    BY_PROGRAM,
    /// A picture that is not decoded.
    KNOWN,
    /// No picture.
    FOREIGN
  }
}
