package dev.semblance.hub;

import dev.semblance.hub.http.HubSettings;
import dev.semblance.hub.pull.Folders;
import dev.semblance.hub.pull.ModelPull;
import dev.semblance.hub.pull.PullListener;
import dev.semblance.hub.pull.PullReport;
import dev.semblance.hub.pull.PullRequest;
import dev.semblance.model.FolderFiles;
import dev.semblance.model.Model;
import dev.semblance.model.ModelException;
import dev.semblance.model.ModelFiles;
import dev.semblance.model.ModelProvider;
import dev.semblance.model.UserFolders;
import dev.semblance.onnx.OnnxModels;
import dev.semblance.onnx.OpenOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// The models a user has, by name.
///
/// A name is looked for among the models built in (found by [ServiceLoader]), then among the
/// folders of the user's models, then as a path of a folder. Immutable but for the choice of
/// [#use], which is a file; safe for many threads and processes.
public final class ModelStore {
  /// The model when nothing else was chosen.
  public static final String DEFAULT = "mini";

  private static final String CHOICE = "model";

  private final Path models;
  private final Path choice;
  private final List<ModelProvider> builtIn;

  /// @param models the folder whose folders are models; need not exist
  /// @param config the folder that remembers the choice; need not exist
  /// @param builtIn models that need no folder
  public ModelStore(Path models, Path config, List<ModelProvider> builtIn) {
    this.models = models;
    this.choice = config.resolve(CHOICE);
    this.builtIn =
        builtIn.stream().sorted((one, other) -> one.name().compareTo(other.name())).toList();
  }

  /// This user's: the variable `SEMBLANCE_MODELS`, else the folder `models` of the user's data.
  public static ModelStore ofUser() {
    UserFolders folders = UserFolders.current();
    String moved = System.getenv().getOrDefault("SEMBLANCE_MODELS", "");
    return new ModelStore(
        moved.isBlank() ? folders.data().resolve("models") : Path.of(moved),
        folders.config(),
        ServiceLoader.load(ModelProvider.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /// Where a folder becomes a model with a name.
  public Path folder() {
    return models;
  }

  /// All models, those built in first, each by name; broken ones too, with what is wrong.
  public List<ModelEntry> list() {
    List<ModelEntry> entries = new ArrayList<>();
    for (ModelProvider provider : builtIn) {
      entries.add(ModelEntry.of(provider.name(), ModelEntry.BUILT_IN, provider.files()));
    }
    for (Path folder : folders()) {
      entries.add(ModelEntry.of(nameOf(folder), folder.toString(), new FolderFiles(folder)));
    }
    return entries;
  }

  /// A model by name or path.
  ///
  /// @throws ModelException when there is none, with the names there are
  public ModelEntry find(String nameOrPath) {
    Place place = place(nameOrPath);
    return ModelEntry.of(place.name, place.where, place.files);
  }

  /// The files of a model by name or path.
  ///
  /// @throws ModelException when there is none, with the names there are
  public ModelFiles files(String nameOrPath) {
    return place(nameOrPath).files;
  }

  /// Pulls a model, so that it has a name here. It appears whole and understood, or not at all.
  ///
  /// @throws ModelException when it cannot be had or used, or a built-in model has its name
  /// @throws UncheckedIOException when the disk fails
  public PullReport pull(PullRequest request, HubSettings settings, PullListener listener) {
    if (isBuiltIn(request.name())) {
      throw new ModelException(
          request.name()
              + ": a built-in model has this name; put the files into a folder of"
              + " another name and pull that");
    }
    return new ModelPull(settings, models, folder -> OnnxModels.describe(new FolderFiles(folder)))
        .pull(request, listener);
  }

  /// Removes an installed model from disk. If it was the chosen one, [#DEFAULT] is again.
  ///
  /// @param name not a path: what lies elsewhere is not touched
  /// @return the folder that is gone
  /// @throws ModelException when no model of that name is installed
  public Path remove(String name) {
    if (isBuiltIn(name)) {
      throw new ModelException(name + ": is built in and cannot be removed");
    }
    Path folder =
        folders().stream()
            .filter(there -> nameOf(there).equals(name))
            .findFirst()
            .orElseThrow(() ->
                new ModelException(
                    "there is no model \""
                        + name
                        + "\" in "
                        + models
                        + "; models elsewhere are removed by deleting their folders"));
    try {
      String path = folder.toAbsolutePath().normalize().toString();
      if (List.of(name, path).contains(chosen())) {
        Files.deleteIfExists(choice);
      }
      delete(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be removed: " + e.getMessage(), e);
    }
  }

  /// First out of sight in one step, so that no half model is ever seen.
  private void delete(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      Files.delete(folder);
      return;
    }
    Path hidden = Files.createTempDirectory(models, ".removed");
    Files.move(folder, hidden.resolve(nameOf(folder)), StandardCopyOption.ATOMIC_MOVE);
    Folders.delete(hidden);
  }

  private boolean isBuiltIn(String name) {
    return builtIn.stream().anyMatch(provider -> provider.name().equals(name));
  }

  /// Opens a model by name or path. Close it after use.
  ///
  /// @throws ModelException when there is none, or it is broken
  public Model open(String nameOrPath, OpenOptions options) {
    return OnnxModels.open(place(nameOrPath).files, options);
  }

  /// Opens the chosen model as usual. Close it after use.
  ///
  /// @throws ModelException when it is no longer there or broken
  public Model openChosen() {
    return open(chosen(), OpenOptions.usual());
  }

  /// Chooses a model for all later runs.
  ///
  /// @param nameOrPath a path is remembered as an absolute one
  /// @throws ModelException when there is no such model or it is broken; then the choice stays
  public void use(String nameOrPath) {
    Place place = place(nameOrPath);
    OnnxModels.describe(place.files);
    try {
      Path folder = Files.createDirectories(choice.toAbsolutePath().getParent());
      Path part = Files.createTempFile(folder, CHOICE, ".part");
      Files.writeString(part, place.name + "\n");
      Files.move(part, choice, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(choice + ": the choice cannot be written", e);
    }
  }

  /// The name or path of the chosen model; [#DEFAULT] when none was chosen.
  public String chosen() {
    try {
      String written = Files.readString(choice, StandardCharsets.UTF_8).strip();
      return written.isEmpty() ? DEFAULT : written;
    } catch (NoSuchFileException e) {
      return DEFAULT;
    } catch (IOException e) {
      throw new UncheckedIOException(choice + ": the choice cannot be read", e);
    }
  }

  private Place place(String nameOrPath) {
    Optional<Place> named =
        builtIn.stream()
            .filter(provider -> provider.name().equals(nameOrPath))
            .map(provider -> new Place(nameOrPath, ModelEntry.BUILT_IN, provider.files()))
            .findFirst();
    return named
        .or(() -> installed(nameOrPath))
        .or(() -> path(nameOrPath))
        .orElseThrow(() -> unknown(nameOrPath));
  }

  private Optional<Place> installed(String name) {
    return folders().stream()
        .filter(folder -> nameOf(folder).equals(name))
        .map(folder -> new Place(name, folder.toString(), new FolderFiles(folder)))
        .findFirst();
  }

  private static Optional<Place> path(String path) {
    try {
      Path folder = Path.of(path).toAbsolutePath().normalize();
      return path.isBlank() || !Files.isDirectory(folder)
          ? Optional.empty()
          : Optional.of(new Place(folder.toString(), folder.toString(), new FolderFiles(folder)));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private ModelException unknown(String name) {
    List<String> known = new ArrayList<>(builtIn.stream().map(ModelProvider::name).toList());
    folders().forEach(folder -> known.add(nameOf(folder)));
    return new ModelException(
        "there is no model \""
            + name
            + "\"; known are "
            + (known.isEmpty() ? "none" : String.join(", ", known))
            + "; give one of these, the path of a model's folder, or put the folder into "
            + models);
  }

  private List<Path> folders() {
    try (Stream<Path> entries = Files.list(models)) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> !nameOf(folder).startsWith("."))
          .sorted(Comparator.comparing(ModelStore::nameOf))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(models + ": the models cannot be listed", e);
    }
  }

  private static String nameOf(Path folder) {
    Path name = folder.getFileName();
    return name == null ? folder.toString() : name.toString();
  }

  /// Where a model was found.
  private record Place(String name, String where, ModelFiles files) {}
}
