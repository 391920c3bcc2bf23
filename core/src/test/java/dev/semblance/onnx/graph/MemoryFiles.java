package dev.semblance.onnx.graph;

import dev.semblance.model.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model's files that lie on no disk, as those of a class path do.
///
/// @param content by relative name
public record MemoryFiles(Map<String, byte[]> content) implements ModelFiles {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  public boolean has(String file) {
    return content.containsKey(file);
  }

  @Override
  public byte[] read(String file) {
    byte[] bytes = content.get(file);
    if (bytes == null) {
      throw new UncheckedIOException(new IOException(file + ": absent"));
    }
    return bytes.clone();
  }

  @Override
  public Optional<Path> path(String file) {
    return Optional.empty();
  }

  @Override
  public List<String> list() {
    return content.keySet().stream().sorted().toList();
  }
}
