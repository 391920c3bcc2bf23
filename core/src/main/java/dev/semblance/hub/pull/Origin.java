package dev.semblance.hub.pull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.semblance.hub.source.ContentHash;
import dev.semblance.hub.source.FileNames;
import dev.semblance.hub.source.Pin;
import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From where a model was pulled, at which commit, and what each file was: the file
/// `semblance-origin.json` beside them. Immutable.
///
/// @param catalogue the entry of the catalogue it was pulled by; empty for none
/// @param sources repositories and folders, with the commit each was pinned to
/// @param files all files pulled
public record Origin(String catalogue, List<Pin> sources, List<Pulled> files) {
  /// The file's name in a model's folder.
  public static final String FILE = "semblance-origin.json";

  public Origin {
    sources = List.copyOf(sources);
    files = List.copyOf(files);
  }

  /// A file as it was pulled.
  ///
  /// @param name relative
  /// @param hash `sha256:...` or `git-sha1:...` (of the git blob)
  public record Pulled(String name, long sizeBytes, String hash) {}

  /// The origin of a model in a folder, where it was pulled.
  ///
  /// @throws ModelException when the file is spoiled
  public static Optional<Origin> of(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return Optional.of(read(Files.readAllBytes(file), file.toString()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /// The origin of a model, where it was pulled.
  ///
  /// @throws ModelException when the file is spoiled
  public static Optional<Origin> of(ModelFiles files) {
    return files.has(FILE)
        ? Optional.of(read(files.read(FILE), files.name() + "/" + FILE))
        : Optional.empty();
  }

  private static Origin read(byte[] json, String called) {
    JsonFields fields = JsonFields.parse(json, called);
    return new Origin(
        fields.optionalString("catalogue").orElse(""),
        fields.objects("sources").stream()
            .map(source ->
                new Pin(
                    source.string("place"),
                    source.optionalString("hub").orElse(""),
                    source.optionalString("revision").orElse(""),
                    source.optionalString("commit").orElse("")))
            .toList(),
        fields.objects("files").stream()
            .map(file ->
                new Pulled(file.string("name"), (long) file.number("bytes"), file.string("hash")))
            .toList());
  }

  /// What is wrong with the files in a folder, one sentence each; empty when all are as they were
  /// pulled.
  public List<String> differences(Path folder) {
    List<String> found = new ArrayList<>();
    for (Pulled pulled : files) {
      Path file = folder.resolve(FileNames.checked(pulled.name, folder.toString()));
      try {
        if (Files.size(file) != pulled.sizeBytes) {
          found.add(
              pulled.name + " has " + Files.size(file) + " bytes, it had " + pulled.sizeBytes);
        } else if (!ContentHash.read(pulled.hash).fits(file)) {
          found.add(pulled.name + " has another content than when it was pulled");
        }
      } catch (NoSuchFileException e) {
        found.add(pulled.name + " is no longer there");
      } catch (IOException e) {
        throw new UncheckedIOException(file + ": cannot be read", e);
      }
    }
    return found;
  }

  /// Whether it has every file that another wants, with the same content.
  boolean covers(Origin wanted) {
    return wanted.files.stream()
        .allMatch(file ->
            files.stream()
                .anyMatch(there ->
                    there.name.equals(file.name)
                        && there.sizeBytes == file.sizeBytes
                        && (there.hash.equals(file.hash) || file.hash.startsWith("none"))));
  }

  byte[] json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeStringField("catalogue", catalogue);
      json.writeArrayFieldStart("sources");
      for (Pin source : sources) {
        json.writeStartObject();
        json.writeStringField("place", source.place());
        json.writeStringField("hub", source.hub());
        json.writeStringField("revision", source.revision());
        json.writeStringField("commit", source.commit());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("files");
      for (Pulled file : files) {
        json.writeStartObject();
        json.writeStringField("name", file.name);
        json.writeNumberField("bytes", file.sizeBytes);
        json.writeStringField("hash", file.hash);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
