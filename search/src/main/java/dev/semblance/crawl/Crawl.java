package dev.semblance.crawl;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One walk, see [Crawler]. For one thread.
final class Crawl implements Iterator<Finding> {
  private final Queue<Start> starts;
  private final Queue<Start> links = new ArrayDeque<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Queue<Finding> ready = new ArrayDeque<>();
  private final Set<Object> visited = new HashSet<>();
  private final Set<Path> half = new HashSet<>();
  private final Set<Path> beginnings;
  private final Set<Path> begun = new HashSet<>();
  private final Consumer<Path> folders;

  /// A folder or file where a walk begins.
  ///
  /// @param root whose rules hold
  record Start(Root root, Path path) {}

  /// A folder on the way down.
  private record Level(Root root, Path folder, Iterator<Path> names) {}

  /// @param folders told each folder before what lies in it
  Crawl(List<Start> starts, Consumer<Path> folders) {
    this.starts = new ArrayDeque<>(starts);
    this.beginnings = starts.stream().map(Start::path).collect(Collectors.toSet());
    this.folders = folders;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty()) {
      if (!levels.isEmpty()) {
        goOn(levels.peek());
      } else if (!starts.isEmpty()) {
        begin(starts.remove());
      } else if (!links.isEmpty()) {
        Start link = links.remove();
        enter(link.root(), link.path());
      } else {
        return false;
      }
    }
    return true;
  }

  @Override
  public Finding next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the crawl has come to its end");
    }
    return ready.remove();
  }

  private void begin(Start start) {
    Path path = start.path();
    boolean isRoot = path.equals(start.root().path());
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        enter(start.root(), path);
      } else if (attributes.isRegularFile() && (isRoot || PictureFiles.tried(path))) {
        tell(path, attributes);
      } else if (isRoot && !attributes.isRegularFile()) {
        ready.add(unreadable(path, false, "it is neither a file nor a folder"));
      }
    } catch (NoSuchFileException e) {
      if (isRoot) {
        ready.add(new Finding.MissingRoot(path));
      }
    } catch (IOException e) {
      ready.add(unreadable(path, isRoot, Trouble.inWords(e)));
    }
  }

  private void goOn(Level level) {
    if (!level.names().hasNext()) {
      levels.pop();
      return;
    }
    Path path = level.names().next();
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        follow(level.root(), path);
      } else if (attributes.isDirectory()) {
        if (!level.root().excludes().match(level.root().path(), path, true)) {
          enter(level.root(), path);
        }
      } else {
        consider(level.root(), path, attributes);
      }
    } catch (NoSuchFileException e) {
      // Gone since its folder was read: as if it had never been there.
    } catch (IOException e) {
      tell(level.root(), path, level.folder(), e);
    }
  }

  private void follow(Root root, Path link) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(link, BasicFileAttributes.class);
      if (!attributes.isDirectory()) {
        consider(root, link, attributes);
      } else if (!root.excludes().match(root.path(), link, true)) {
        links.add(new Start(root, link));
      }
    } catch (NoSuchFileException e) {
      tellIfPicture(link, "the link leads to nothing");
    } catch (IOException e) {
      tell(root, link, link, e);
    }
  }

  private void consider(Root root, Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()
        && !root.excludes().match(root.path(), file, false)
        && PictureFiles.tried(file)) {
      tell(file, attributes);
    }
  }

  /// Tells of a file, once where it is a beginning to which the walk of a folder leads as well.
  private void tell(Path file, BasicFileAttributes attributes) {
    if (!beginnings.contains(file) || begun.add(file)) {
      ready.add(found(file, attributes));
    }
  }

  /// Tells of a name of which nothing is known: of a picture by itself, of what may be a folder by
  /// the folder that was seen in part only, once.
  private void tell(Root root, Path path, Path folder, IOException error) {
    if (root.excludes().match(root.path(), path, true)) {
      return;
    }
    if (PictureFiles.namedLikePicture(path.toString())) {
      ready.add(unreadable(path, false, Trouble.inWords(error)));
    } else if (half.add(folder)) {
      ready.add(unreadable(folder, true, Trouble.inWords(error)));
    }
  }

  private void tellIfPicture(Path path, String reason) {
    if (PictureFiles.namedLikePicture(path.toString())) {
      ready.add(unreadable(path, false, reason));
    }
  }

  private void enter(Root root, Path folder) {
    try {
      if (visited.add(identity(folder))) {
        folders.accept(folder);
        levels.push(new Level(root, folder, names(folder).iterator()));
      }
    } catch (NoSuchFileException e) {
      if (folder.equals(root.path())) {
        ready.add(new Finding.MissingRoot(folder));
      }
    } catch (IOException e) {
      ready.add(unreadable(folder, true, Trouble.inWords(e)));
    }
  }

  private static Object identity(Path folder) throws IOException {
    @Nullable Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    return key == null ? folder.toRealPath() : key;
  }

  private static List<Path> names(Path folder) throws IOException {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(names::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names;
  }

  private static FoundFile found(Path path, BasicFileAttributes attributes) {
    return new FoundFile(
        path, Location.keyOf(path), attributes.size(), attributes.lastModifiedTime().toInstant());
  }

  private static Finding unreadable(Path path, boolean folder, String reason) {
    return new Finding.Unreadable(path, Location.keyOf(path), folder, reason);
  }
}
