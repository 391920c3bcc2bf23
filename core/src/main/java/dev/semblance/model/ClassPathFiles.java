package dev.semblance.model;

import dev.semblance.model.cache.UnpackedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The files of a model on the class path.
///
/// A class path cannot be listed, so every file is named with the resource that holds it. Files
/// inside a jar are unpacked into the user's cache the first time their path is asked for, keyed by
/// size and checksum, so that ONNX Runtime can map them; where the cache cannot be written there is
/// no path and they are read into memory. Immutable, safe for many threads.
public final class ClassPathFiles implements ModelFiles {
  private final String name;
  private final ClassLoader loader;
  private final Map<String, String> resources;
  private final UnpackedFiles unpacked;

  /// @param name what to call the model
  /// @param loader where the resources are looked up
  /// @param resources absolute resource name (no slash in front) by relative file name
  public ClassPathFiles(String name, ClassLoader loader, Map<String, String> resources) {
    this(name, loader, resources, UserFolders.current());
  }

  ClassPathFiles(
      String name, ClassLoader loader, Map<String, String> resources, UserFolders folders) {
    this.name = name;
    this.loader = loader;
    this.resources = new TreeMap<>(resources);
    this.unpacked = new UnpackedFiles(folders.cache().resolve("unpacked"));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean has(String file) {
    return find(file).isPresent();
  }

  @Override
  public byte[] read(String file) {
    URL url =
        find(file)
            .orElseThrow(() ->
                new UncheckedIOException(
                    new IOException(
                        name
                            + "/"
                            + file
                            + ": not on the class path as "
                            + resources.getOrDefault(file, file))));
    try (InputStream in = open(url).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + "/" + file + ": cannot be read", e);
    }
  }

  @Override
  public long sizeBytes(String file) {
    Optional<URL> url = find(file);
    try {
      if (url.isEmpty()) {
        return 0;
      }
      if (open(url.get()) instanceof JarURLConnection connection) {
        try (JarFile jar = connection.getJarFile()) {
          return jar.getEntry(connection.getEntryName()).getSize();
        }
      }
      Optional<Path> path = path(file);
      return path.isPresent() ? Files.size(path.get()) : read(file).length;
    } catch (IOException e) {
      throw new UncheckedIOException(name + "/" + file + ": cannot be read", e);
    }
  }

  @Override
  public Optional<Path> path(String file) {
    return find(file).flatMap(url -> "file".equals(url.getProtocol()) ? onDisk(url) : fromJar(url));
  }

  @Override
  public List<String> list() {
    return resources.keySet().stream().filter(this::has).toList();
  }

  private Optional<URL> find(String file) {
    return Optional.ofNullable(resources.get(file))
        .flatMap(resource -> Optional.ofNullable(loader.getResource(resource)));
  }

  private static Optional<Path> onDisk(URL url) {
    try {
      return Optional.of(Path.of(new URI(url.toString())));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> fromJar(URL url) {
    try {
      if (!(open(url) instanceof JarURLConnection connection)) {
        return Optional.empty();
      }
      try (JarFile jar = connection.getJarFile()) {
        JarEntry entry = connection.getJarEntry();
        String file = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        String key = Long.toHexString(entry.getCrc()) + "-" + entry.getSize();
        return unpacked.get(key, file, entry.getSize(), () -> jar.getInputStream(entry));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static URLConnection open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    // A cached jar stays open for good and cannot be replaced on Windows.
    connection.setUseCaches(false);
    return connection;
  }

  @Override
  public String toString() {
    return "class path: " + name;
  }
}
