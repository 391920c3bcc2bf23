package dev.semblance.hub.source;

import dev.semblance.hub.http.HubSettings;
import dev.semblance.model.ModelException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a model's files come from. Immutable.
public sealed interface Place permits Place.Repository, Place.Folder {
  /// The revision that is meant when none is named.
  String NEWEST = "main";

  /// A name for the model that is made from what lies there.
  String name();

  /// A repository on a hub.
  ///
  /// @param endpoint of the hub
  /// @param id `ORG/REPO`
  /// @param revision a branch, a tag or a commit
  record Repository(URI endpoint, String id, String revision) implements Place {
    private static final Pattern ID = Pattern.compile("\\w[\\w.-]*/\\w[\\w.-]*");
    private static final Pattern REVISION = Pattern.compile("\\w[\\w./-]*");

    public Repository {
      if (!ID.matcher(id).matches() || id.contains("..") || id.contains("--")) {
        throw new ModelException(
            "\""
                + id
                + "\" is no repository; write it as ORG/REPO, such as"
                + " Xenova/clip-vit-base-patch32");
      }
      if (!REVISION.matcher(revision).matches() || revision.contains("..")) {
        throw new ModelException(
            "\"" + revision + "\" is no revision; it is a branch, a tag or a commit");
      }
    }

    @Override
    public String name() {
      return id.substring(id.indexOf('/') + 1);
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// A folder on disk.
  ///
  /// @param path absolute
  record Folder(Path path) implements Place {
    public Folder {
      if (!Files.isDirectory(path)) {
        throw new ModelException(path + ": there is no such folder to pull a model from");
      }
    }

    @Override
    public String name() {
      Path last = path.getFileName();
      return last == null ? "model" : last.toString();
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /// Understands what a user wrote: a folder, `ORG/REPO`, or a URL of either.
  ///
  /// A name such as `org/name` that is also a folder from where the user stands is the folder.
  ///
  /// @param revision of a repository; empty for what the URL says, else [#NEWEST]
  /// @param endpoint the hub that `ORG/REPO` lies on
  /// @param standing what relative paths start from
  /// @throws ModelException when it is none of these
  static Place parse(String written, String revision, URI endpoint, Path standing) {
    if (written.matches("https?://.*")) {
      return ofUrl(written, revision);
    }
    if (written.startsWith("file:")) {
      return new Folder(pathOf(written));
    }
    if (written.isBlank()) {
      throw new ModelException("name a folder or ORG/REPO to pull from");
    }
    try {
      Path folder = standing.resolve(written).normalize();
      if (Files.isDirectory(folder) || written.startsWith(".") || written.startsWith("/")) {
        return new Folder(folder);
      }
    } catch (InvalidPathException e) {
      throw new ModelException("\"" + written + "\" is neither a folder nor ORG/REPO", e);
    }
    return new Repository(endpoint, written, revision.isEmpty() ? NEWEST : revision);
  }

  private static Place ofUrl(String url, String revision) {
    Matcher parts =
        Pattern.compile("(https?://[^/]+(?:/.*?)??)/([^/]+/[^/]+?)(?:/tree/([^?#]+?))?/?")
            .matcher(url);
    if (!parts.matches()) {
      throw new ModelException(
          "\"" + url + "\" is no repository; write it as https://huggingface.co/ORG/REPO");
    }
    String inUrl = parts.group(3) == null ? NEWEST : parts.group(3);
    return new Repository(
        HubSettings.endpoint(parts.group(1)),
        parts.group(2),
        revision.isEmpty() ? inUrl : revision);
  }

  private static Path pathOf(String url) {
    try {
      return Path.of(URI.create(url)).toAbsolutePath();
    } catch (IllegalArgumentException e) {
      throw new ModelException("\"" + url + "\" is no folder; write it as file:///FOLDER", e);
    }
  }
}
