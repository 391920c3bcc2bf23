package dev.semblance.onnx.optimize;

import dev.semblance.model.CardJson;
import dev.semblance.model.ModelCard;
import dev.semblance.model.ModelFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A model's files with another card than the one that lies there.
///
/// @param files all but the card
record WithCard(ModelFiles files, ModelCard card) implements ModelFiles {
  @Override
  public String name() {
    return files.name();
  }

  @Override
  public boolean has(String file) {
    return file.equals(CardJson.FILE) || files.has(file);
  }

  @Override
  public byte[] read(String file) {
    return file.equals(CardJson.FILE) ? CardJson.write(card) : files.read(file);
  }

  @Override
  public Optional<Path> path(String file) {
    return file.equals(CardJson.FILE) ? Optional.empty() : files.path(file);
  }

  @Override
  public List<String> list() {
    return Stream.concat(files.list().stream(), Stream.of(CardJson.FILE))
        .distinct()
        .sorted()
        .toList();
  }
}
