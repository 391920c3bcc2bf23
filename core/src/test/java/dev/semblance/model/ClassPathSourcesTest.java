package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model on the class path, be that a jar, a folder or something else that gives bytes: one
/// content, one size, one list.
class ClassPathSourcesTest {
  private static final int THREADS = 8;
  private static final byte[] GRAPH = graph();
  private static final Map<String, String> NAMES =
      Map.of("graph.onnx", "a b/é#1%20.onnx", "empty.txt", "empty.txt", "absent", "absent");

  @TempDir Path place;

  @Test
  void a_jar_a_folder_and_another_source_give_the_same() throws IOException {
    URL jar = jar().toUri().toURL();
    URL folder = folder().toUri().toURL();
    try (URLClassLoader ofJar = new URLClassLoader(new URL[] {jar}, null);
        URLClassLoader ofFolder = new URLClassLoader(new URL[] {folder}, null)) {
      for (ClassLoader loader : List.of(ofJar, ofFolder, new InMemory())) {
        ClassPathFiles files = files(loader);

        assertThat(files.list()).containsExactly("empty.txt", "graph.onnx");
        assertThat(files.read("graph.onnx")).isEqualTo(GRAPH);
        assertThat(files.sizeBytes("graph.onnx")).isEqualTo(GRAPH.length);
        assertThat(files.read("empty.txt")).isEmpty();
        assertThat(files.sizeBytes("empty.txt")).isZero();
        assertThat(files.sizeBytes("absent")).isZero();
        assertThat(files.path("absent")).isEmpty();
        assertThat(files.has("absent")).isFalse();
      }
    }
  }

  @Test
  void sizes_and_contents_of_a_jar_are_told_without_unpacking() throws IOException {
    try (URLClassLoader loader = jarLoader()) {
      ClassPathFiles files = files(loader);

      assertThat(files.sizeBytes("graph.onnx")).isEqualTo(GRAPH.length);
      assertThat(files.read("graph.onnx")).hasSize(GRAPH.length);
      assertThat(cache()).doesNotExist();
    }
  }

  @Test
  void an_empty_file_and_one_with_odd_letters_are_unpacked_too() throws IOException {
    try (URLClassLoader loader = jarLoader()) {
      assertThat(files(loader).path("graph.onnx").orElseThrow())
          .hasBinaryContent(GRAPH)
          .hasFileName("é#1%20.onnx");
      assertThat(files(loader).path("empty.txt").orElseThrow()).isEmptyFile();
    }
  }

  @Test
  void many_threads_that_ask_at_once_get_one_whole_file() throws Exception {
    List<Future<Optional<Path>>> asked = new ArrayList<>();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try (URLClassLoader loader = jarLoader();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        asked.add(threads.submit(() -> pathAfter(start, loader)));
      }
      Path first = asked.getFirst().get().orElseThrow();
      for (Future<Optional<Path>> one : asked) {
        assertThat(one.get()).contains(first);
      }
      assertThat(first).hasBinaryContent(GRAPH);
      try (Stream<Path> left = Files.list(first.getParent())) {
        assertThat(left).containsExactly(first);
      }
    }
  }

  private Optional<Path> pathAfter(CyclicBarrier start, ClassLoader loader) throws Exception {
    int arrived = start.await();
    assertThat(arrived).isLessThan(THREADS);
    return files(loader).path("graph.onnx");
  }

  @Test
  void what_lies_neither_on_disk_nor_in_a_jar_has_no_path() {
    assertThat(files(new InMemory()).path("graph.onnx")).isEmpty();
    assertThat(cache()).doesNotExist();
  }

  @Test
  void a_source_that_fails_is_named_with_the_model() {
    ClassPathFiles files = files(new Failing());

    assertThatThrownBy(() -> files.read("graph.onnx"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("test/graph.onnx: cannot be read")
        .hasRootCauseMessage("the line is dead");
  }

  @Test
  void the_names_are_those_it_was_given_even_if_the_map_changes_later() {
    Map<String, String> names = new HashMap<>(NAMES);
    UserFolders folders = new UserFolders(cache(), cache(), cache());
    ClassPathFiles files = new ClassPathFiles("test", new InMemory(), names, folders);
    names.clear();

    assertThat(files.list()).containsExactly("empty.txt", "graph.onnx");
    assertThat(files.name()).isEqualTo("test");
    assertThat(files).hasToString("class path: test");
  }

  private static byte[] graph() {
    byte[] graph = new byte[1_500_000];
    new Random(20261128).nextBytes(graph);
    return graph;
  }

  private Path cache() {
    return place.resolve("cache");
  }

  private ClassPathFiles files(ClassLoader loader) {
    return new ClassPathFiles("test", loader, NAMES, new UserFolders(cache(), cache(), cache()));
  }

  private URLClassLoader jarLoader() throws IOException {
    return new URLClassLoader(new URL[] {jar().toUri().toURL()}, null);
  }

  private Path jar() throws IOException {
    Path jar = place.resolve("model #1.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("a b/é#1%20.onnx"));
      entries.write(GRAPH);
      entries.putNextEntry(new JarEntry("empty.txt"));
      entries.closeEntry();
    }
    return jar;
  }

  private Path folder() throws IOException {
    Path folder = place.resolve("classes #1");
    Files.createDirectories(folder.resolve("a b"));
    Files.write(folder.resolve("a b/é#1%20.onnx"), GRAPH);
    Files.createFile(folder.resolve("empty.txt"));
    return folder;
  }

  /// Resources that lie nowhere.
  private static class InMemory extends ClassLoader {
    InMemory() {
      super(null);
    }

    @Override
    protected @Nullable URL findResource(String name) {
      if (name.equals("absent")) {
        return null;
      }
      try {
        return URL.of(
            URI.create("memory:x"), handler(name.endsWith(".onnx") ? GRAPH : new byte[0]));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    URLStreamHandler handler(byte[] content) {
      return new Handler(content);
    }
  }

  /// Resources whose opening fails.
  private static final class Failing extends InMemory {
    @Override
    URLStreamHandler handler(byte[] content) {
      return new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
          throw new IOException("the line is dead");
        }
      };
    }
  }

  private static final class Handler extends URLStreamHandler {
    private final byte[] content;

    Handler(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
