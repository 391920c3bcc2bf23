package dev.semblance.eval.files;

import dev.semblance.eval.files.PairTable.Pair;
import dev.semblance.image.format.PictureFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What is said of pictures in the `.txt` file beside each, in folders and in tars as WebDataset
/// keeps them: `cat.jpg` and `cat.txt`, but for what begins with `._`. Each line that is not empty
/// is a caption. Immutable.
///
/// @param pairs pictures with their captions, in the order of the places
/// @param without how many pictures have no caption beside them
public record CaptionFiles(List<Pair> pairs, int without) {
  /// As much of a file as tells its format.
  private static final int HEAD = 1024;

  private static final String TEXT = ".txt";

  public CaptionFiles {
    pairs = List.copyOf(pairs);
  }

  /// Reads the texts of all pictures of a source.
  ///
  /// @throws IllegalArgumentException when there is none at all, when one is no UTF-8, or when two
  ///   places have a picture of one name
  /// @throws UncheckedIOException when a place cannot be read
  public static CaptionFiles read(PictureSource source) {
    List<Pair> pairs = new ArrayList<>();
    Map<String, Path> seen = new HashMap<>();
    int without = 0;
    for (Path place : source.places()) {
      Place found = Files.isDirectory(place) ? folder(place) : tar(place);
      for (String picture : found.pictures()) {
        Path other = seen.putIfAbsent(picture, place);
        if (other != null) {
          throw new IllegalArgumentException(
              picture
                  + ": is in "
                  + other
                  + " and in "
                  + place
                  + "; without a table of captions each picture needs a name of its own");
        }
        List<String> captions = found.captions().getOrDefault(stem(picture), List.of());
        captions.forEach(caption -> pairs.add(new Pair(picture, caption)));
        without += captions.isEmpty() ? 1 : 0;
      }
    }
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(
          source.places()
              + ": no picture has a .txt file of the same name beside it; give a table of captions,"
              + " or write such files, a caption a line");
    }
    return new CaptionFiles(pairs, without);
  }

  /// What lies in one folder or tar.
  ///
  /// @param pictures their names
  /// @param captions by the name without its ending
  private record Place(List<String> pictures, Map<String, List<String>> captions) {
    Place() {
      this(new ArrayList<>(), new HashMap<>());
    }

    /// @param content of a text all of it, of anything else at least its first bytes
    void add(String name, byte[] content) {
      if (isAppleDouble(name)) {
        return;
      }
      if (isText(name)) {
        captions.put(
            stem(name),
            TextFiles.of(content, name)
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList());
      } else if (isPicture(content)) {
        pictures.add(name);
      }
    }
  }

  private static Place tar(Path tar) {
    Place place = new Place();
    TarFiles.forEach(
        tar,
        (name, content) ->
            place.add(
                name,
                isText(name) ? content : Arrays.copyOf(content, Math.min(HEAD, content.length))));
    return place;
  }

  private static Place folder(Path folder) {
    Place place = new Place();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name =
            folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        place.add(name, isText(name) ? Files.readAllBytes(file) : head(file));
      }
      return place;
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(folder + ": cannot be read", e.getCause());
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be read", e);
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  /// What macOS puts beside a file on foreign disks and into tars (`._cat.txt`): no text of ours.
  private static boolean isAppleDouble(String name) {
    return name.startsWith("._", name.lastIndexOf('/') + 1);
  }

  private static boolean isText(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(TEXT);
  }

  private static boolean isPicture(byte[] head) {
    PictureFormat format = PictureFormat.of(head);
    return switch (format.support()) {
      case READ, BY_PROGRAM -> format != PictureFormat.VIDEO;
      case KNOWN, FOREIGN -> false;
    };
  }

  /// A name without its ending.
  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
  }
}
