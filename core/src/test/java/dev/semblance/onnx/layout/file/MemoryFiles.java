package dev.semblance.onnx.layout.file;

import dev.semblance.model.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A model's files in memory, added one by one; none of them lies on disk.
public final class MemoryFiles implements ModelFiles {
  private final String name;
  private final NavigableMap<String, byte[]> contents = new TreeMap<>();

  public MemoryFiles(String name) {
    this.name = name;
  }

  public MemoryFiles with(String file, byte[] content) {
    contents.put(file, content.clone());
    return this;
  }

  public MemoryFiles with(String file, String content) {
    return with(file, content.getBytes(StandardCharsets.UTF_8));
  }

  public MemoryFiles without(String file) {
    contents.remove(file);
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean has(String file) {
    return contents.containsKey(file);
  }

  @Override
  public byte[] read(String file) {
    byte[] content = contents.get(file);
    if (content == null) {
      throw new UncheckedIOException(new IOException(name + "/" + file + ": is not there"));
    }
    return content.clone();
  }

  @Override
  public Optional<Path> path(String file) {
    return Optional.empty();
  }

  @Override
  public List<String> list() {
    return List.copyOf(contents.navigableKeySet());
  }
}
