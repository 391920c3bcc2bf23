package dev.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathFilesTest {
  private static final Map<String, String> NAMES =
      Map.of("graph.onnx", "deep/in/jar/graph.onnx", "other.onnx", "not/there.onnx");

  @TempDir Path folder;

  @Test
  void unpacks_a_resource_of_a_jar_once() throws IOException {
    try (URLClassLoader loader = jarWith("the graph")) {
      ClassPathFiles files = files(loader, folder.resolve("cache"));
      assertThat(files.list()).containsExactly("graph.onnx");
      assertThat(files.read("graph.onnx")).asString(StandardCharsets.UTF_8).isEqualTo("the graph");
      Path path = files.path("graph.onnx").orElseThrow();
      assertThat(path).startsWith(folder.resolve("cache")).hasContent("the graph");
      assertThat(path.getFileName()).hasToString("graph.onnx");
      Object made = Files.readAttributes(path, "unix:ino").get("ino");
      assertThat(files.path("graph.onnx")).contains(path);
      assertThat(Files.readAttributes(path, "unix:ino")).containsEntry("ino", made);
      try (Stream<Path> left = Files.list(path.getParent())) {
        assertThat(left).containsExactly(path);
      }
    }
  }

  @Test
  void unpacks_anew_when_the_content_is_another() throws IOException {
    Path first;
    try (URLClassLoader loader = jarWith("content A")) {
      first = files(loader, folder.resolve("cache")).path("graph.onnx").orElseThrow();
    }
    try (URLClassLoader loader = jarWith("content B")) {
      Path second = files(loader, folder.resolve("cache")).path("graph.onnx").orElseThrow();
      assertThat(second).isNotEqualTo(first).hasContent("content B");
      assertThat(first).hasContent("content A");
    }
  }

  @Test
  void mends_a_file_that_was_cut_short() throws IOException {
    try (URLClassLoader loader = jarWith("the graph")) {
      ClassPathFiles files = files(loader, folder.resolve("cache"));
      Files.writeString(files.path("graph.onnx").orElseThrow(), "the");
      assertThat(files.path("graph.onnx").orElseThrow()).hasContent("the graph");
    }
  }

  @Test
  void has_no_path_where_the_cache_cannot_be_written() throws IOException {
    Path blocked = Files.writeString(folder.resolve("cache"), "a file, not a folder");
    try (URLClassLoader loader = jarWith("the graph")) {
      ClassPathFiles files = files(loader, blocked);
      assertThat(files.path("graph.onnx")).isEmpty();
      assertThat(files.read("graph.onnx")).hasSize(9);
    }
  }

  @Test
  void uses_a_resource_of_a_folder_where_it_lies() throws IOException {
    Path resource = folder.resolve("classes/deep/in/jar/graph.onnx");
    Files.createDirectories(resource.getParent());
    Files.writeString(resource, "plain");
    URL[] urls = {folder.resolve("classes").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertThat(files(loader, folder.resolve("cache")).path("graph.onnx")).contains(resource);
    }
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void knows_only_the_names_it_was_given() throws IOException {
    try (URLClassLoader loader = jarWith("the graph")) {
      ClassPathFiles files = files(loader, folder.resolve("cache"));
      assertThat(files.has("deep/in/jar/graph.onnx")).isFalse();
      assertThat(files.has("../graph.onnx")).isFalse();
      assertThatThrownBy(() -> files.read("other.onnx"))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("test/other.onnx: not on the class path as not/there.onnx");
    }
  }

  private static ClassPathFiles files(ClassLoader loader, Path cache) {
    return new ClassPathFiles("test", loader, NAMES, new UserFolders(cache, cache, cache));
  }

  private URLClassLoader jarWith(String content) throws IOException {
    Path jar = Files.createTempFile(folder, "model", ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("deep/in/jar/graph.onnx"));
      entries.write(content.getBytes(StandardCharsets.UTF_8));
      entries.closeEntry();
    }
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }
}
