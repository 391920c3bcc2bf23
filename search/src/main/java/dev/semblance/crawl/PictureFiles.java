package dev.semblance.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Which files are tried as pictures.
///
/// A file whose extension is that of a picture format is tried, whether or not the format can be
/// read here and whatever its content is, so that what cannot be read is told and not lost. A file
/// whose extension says that it is something else (a text, a film, a sidecar) is no picture. Any
/// other file, without an extension or with one nobody knows, is tried when its first bytes are
/// those of a picture format.
public final class PictureFiles {
  /// Extensions of picture formats, those included that need another program or cannot be read.
  static final Set<String> PICTURES =
      words(
          """
          jpg jpeg jpe jfif jif png apng gif bmp dib webp tif tiff ico cur
          heic heif hif avif jxl jp2 j2k jpf jpx jpm j2c jxr wdp psd psb
          pnm pbm pgm ppm pam pfm tga icb vda qoi pcx sgi rgb rgba exr hdr dds xbm xpm svgz svg
          dng cr2 cr3 crw nef nrw arw srf sr2 raf orf rw2 rwl pef ptx srw x3f kdc dcr 3fr erf mef
          mos mrw iiq fff raw gpr
          """);

  /// Extensions of what is no picture.
  static final Set<String> OTHERS =
      words(
          """
          txt md rst log csv tsv json jsonl xml xmp yaml yml toml ini cfg conf properties plist
          html htm css scss js mjs ts tsx jsx java kt class jar py pyc rb go rs c h cc cpp hpp cs
          php pl sh bash bat cmd ps1 sql lua swift r ipynb tex bib
          pdf ps eps doc docx odt rtf xls xlsx ods ppt pptx odp pages numbers key epub mobi djvu
          mp4 m4v mov avi mkv webm mpg mpeg wmv flv 3gp mts m2ts vob ogv srt vtt sub insv lrv thm
          mp3 m4a aac wav flac ogg oga opus wma aif aiff mid midi
          zip gz tgz bz2 xz zst 7z rar tar iso dmg img deb rpm apk msi exe dll so dylib o a bin
          ttf otf woff woff2 db sqlite sqlite3 lock bak tmp part crdownload aae pp3 dop cos lrcat
          lrtemplate xmpl npy npz onnx pt safetensors parquet torrent lnk url desktop eml mbox
          """);

  private PictureFiles() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /// Whether a file is tried. Opens it only where its name does not tell.
  public static boolean tried(Path file) {
    String extension = extension(file);
    if (PICTURES.contains(extension)) {
      return true;
    }
    return !OTHERS.contains(extension) && beginsLikePicture(file);
  }

  /// Whether a name has the extension of a picture format.
  public static boolean namedLikePicture(String name) {
    return PICTURES.contains(extension(name));
  }

  private static String extension(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : extension(name.toString());
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean beginsLikePicture(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return FirstBytes.ofPicture(in.readNBytes(FirstBytes.WANTED));
    } catch (IOException e) {
      return false;
    }
  }
}
