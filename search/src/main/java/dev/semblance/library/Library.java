package dev.semblance.library;

import dev.semblance.calibration.Calibration;
import dev.semblance.hub.ModelStore;
import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Failure;
import dev.semblance.index.Filter;
import dev.semblance.index.IndexQuality;
import dev.semblance.index.Item;
import dev.semblance.index.ItemIndex;
import dev.semblance.index.LibraryException;
import dev.semblance.library.store.FolderStore;
import dev.semblance.library.store.GivenStore;
import dev.semblance.library.store.Store;
import dev.semblance.library.store.Store.Maker;
import dev.semblance.model.Model;
import dev.semblance.onnx.OpenOptions;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The front door: pictures of folders, embedded by one model, kept in a folder of their own and
/// searched.
///
/// {@snippet file="dev/semblance/library/SnippetsTest.java" region="index-and-search"}
///
/// Safe for many threads. Opening takes no lock and writes nothing; the writing methods take the
/// writer's lock of the library while they run, so that there is one writer at a time among all
/// processes, and searches go on beside it, seeing each commit as a whole. Closing twice is
/// harmless; use after closing throws [IllegalStateException].
public final class Library implements AutoCloseable {
  private final Store store;
  private final Source source;
  private final Searching searching;
  private final Updating updating;

  private Library(Store store, Source source) {
    this.store = store;
    this.source = source;
    this.searching = new Searching(store, this::model);
    this.updating = new Updating(store, source.name, this::model);
  }

  /// Whether there is a library in a folder.
  ///
  /// @throws LibraryException when it is of a newer format
  public static boolean exists(Path folder) {
    return new FolderStore(folder).exists();
  }

  /// Opens a library with its own model. Where there is none yet, the first writing makes one, with
  /// [ModelStore#chosen].
  ///
  /// The model itself is opened when first needed; what needs none works without it.
  ///
  /// @param folder where the library lies or will lie
  /// @throws LibraryException when it is of a newer format
  public static Library open(Path folder) {
    FolderStore store = new FolderStore(folder);
    String name = store.exists() ? store.model() : ModelStore.ofUser().chosen();
    return new Library(store, Source.named(name));
  }

  /// Opens a library with a model by name or folder.
  ///
  /// @throws LibraryException when the library was made with another model, naming both and the
  ///   command that embeds everything again
  /// @throws dev.semblance.model.ModelException when there is no such model
  public static Library open(Path folder, String model) {
    FolderStore store = new FolderStore(folder);
    String name = ModelStore.ofUser().find(model).name();
    Library library = new Library(store, Source.named(name));
    if (!store.exists() || !store.model().equals(name)) {
      library.modelOrClose();
    }
    return library;
  }

  /// Opens a library with a model that is open already and that the caller closes.
  ///
  /// @throws LibraryException as [#open(Path, String)]
  public static Library open(Path folder, Model model) {
    Library library = new Library(new FolderStore(folder), Source.given(model));
    library.modelOrClose();
    return library;
  }

  /// Opens a library to embed everything again with another model, or the same, by [#reindex].
  /// Until that has come to its end, what needs the model is refused, and the old embeddings serve
  /// others.
  public static Library openToReindex(Path folder, String model) {
    return new Library(
        new FolderStore(folder), Source.named(ModelStore.ofUser().find(model).name()).toReindex());
  }

  /// As [#openToReindex(Path, String)], with a model that is open already and that the caller
  /// closes.
  public static Library openToReindex(Path folder, Model model) {
    return new Library(new FolderStore(folder), Source.given(model).toReindex());
  }

  /// A library over any index, in memory for example; the caller closes both.
  ///
  /// @throws LibraryException when index and model are of different spaces
  public static Library of(ItemIndex index, Model model) {
    Library library = new Library(new GivenStore(index, model.card().name()), Source.given(model));
    library.model();
    return library;
  }

  private void modelOrClose() {
    try {
      model();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /// What the library holds.
  ///
  /// @throws LibraryException when there is no library yet
  public Status status() {
    Store.About about = store.about();
    return store.read(index -> Status.of(about, index));
  }

  /// The space of its embeddings; that of the model where there is no library yet.
  public EmbeddingSpace space() {
    return store.exists() ? store.read(ItemIndex::space) : model().space();
  }

  /// The model it embeds with, opened when first asked for; closed with the library unless the
  /// caller gave it.
  ///
  /// @throws LibraryException when it is not the model that the library was made with
  /// @throws dev.semblance.model.ModelException when it cannot be opened
  public Model model() {
    return source.get(this::requireOwn);
  }

  /// Opens now what the first search by text would open: the model with its text network, and the
  /// index. For a server before its first question.
  ///
  /// @throws LibraryException when there is no library, or it was made with another model
  /// @throws dev.semblance.model.ModelException when the model cannot be opened
  public void warmUp() {
    searching.warmUp();
  }

  private void requireOwn(Model model) {
    if (store.exists()) {
      store.requireSame(new Maker(source.name, model.space()));
    }
  }

  /// Brings the library up to date with folders and files, with the usual options.
  public IndexReport index(Path... roots) {
    return index(List.of(roots), IndexOptions.usual());
  }

  /// Brings the library up to date with folders and files: new and changed pictures are embedded,
  /// moved ones keep their embedding, those no longer there leave. Roots that are empty or not
  /// there, though pictures were indexed in them, keep what they have.
  ///
  /// @param roots folders, with all below them, and files
  /// @throws LibraryException when another process is writing, naming it, or a root is nowhere and
  ///   nothing is known of it
  public IndexReport index(List<Path> roots, IndexOptions options) {
    return updating.index(roots, options);
  }

  /// Brings the library up to date with all that was indexed before, each root with what was left
  /// out of it then.
  ///
  /// @param options its excludes leave out more
  /// @throws LibraryException when there is no library, or another process is writing
  public IndexReport index(IndexOptions options) {
    return updating.index(options);
  }

  /// Embeds everything again with the model it was opened with, beside the live index, which serves
  /// until the new one takes its place at once. Interrupted, it goes on where it was when called
  /// again with the same model.
  ///
  /// @param options its excludes are added to those the folders were indexed with
  /// @throws LibraryException when there is no library, another process is writing, or a root's
  ///   disk is not there
  public IndexReport reindex(IndexOptions options) {
    return updating.reindex(options);
  }

  /// Indexes, then follows what changes in the folders until stop is asked. Holds the writer's lock
  /// only while there is something to write.
  ///
  /// @return the sum of all it did
  public IndexReport watch(List<Path> roots, IndexOptions options) {
    return updating.watch(roots, options);
  }

  /// The items nearest to a query, best first; equal scores in the order of their paths.
  ///
  /// @throws LibraryException when there is no library yet, or the query names an item it has not
  /// @throws java.io.UncheckedIOException when a picture of the query cannot be read
  /// @throws dev.semblance.image.UnreadablePictureException when it is no readable picture
  public List<Hit> search(Query query) {
    return searching.search(query);
  }

  /// The point a query stands for: the weighted sum of its terms, unit length.
  public Embedding embed(Query query) {
    return searching.embed(query);
  }

  /// How sure the model's scores are; absent where it was not calibrated.
  public Optional<Calibration> calibration() {
    return model().card().calibration();
  }

  /// The texts of a query of which the model reads only the beginning.
  public List<String> cutTexts(Query query) {
    return searching.cutTexts(query);
  }

  /// How near the index comes to exact search, and how fast.
  ///
  /// @param queries pictures of the library that are asked for, at least 1
  public IndexQuality quality(int queries) {
    return store.read(index -> IndexQuality.measure(index, queries));
  }

  /// Adds an item with an embedding made elsewhere by the library's model.
  ///
  /// @param vector any length but zero, as many components as the space has dimensions
  /// @throws IllegalArgumentException when it does not fit the space
  public void add(Item item, float[] vector) {
    add(List.of(new EmbeddedItem(item, Embedding.of(space(), vector, item.path()))));
  }

  /// Adds items with embeddings made elsewhere by the library's model; all or none. One of the same
  /// path is replaced.
  ///
  /// @throws IllegalArgumentException when one is of another space, naming both
  public void add(Collection<EmbeddedItem> items) {
    updating.add(items);
  }

  /// Takes a file, or a folder with all below it, out of the library, failures too; the files stay.
  ///
  /// @return how many items left
  /// @throws LibraryException when there is no library, or another process is writing
  public long forget(Path path) {
    return updating.forget(path);
  }

  /// Every file that could not be embedded, in the order of paths.
  public void forEachFailure(Consumer<Failure> action) {
    read(index -> index.forEachFailure(action));
  }

  /// Every item that a filter lets through, in the order of paths.
  public void forEach(Filter filter, Consumer<Item> action) {
    read(index -> index.forEach(filter, action));
  }

  /// Every item that a filter lets through with its embedding, in no order.
  public void forEachEmbedded(Filter filter, Consumer<EmbeddedItem> action) {
    read(index -> index.forEachEmbedded(filter, action));
  }

  private void read(Consumer<ItemIndex> action) {
    store.read(index -> {
      action.accept(index);
      return index;
    });
  }

  @Override
  public void close() {
    source.close();
    store.close();
  }

  /// The model, opened when first needed.
  private static final class Source {
    final String name;
    private final Supplier<Model> opener;
    private final boolean ours;
    private final boolean checked;
    private @Nullable Model model;
    private boolean closed;

    private Source(String name, Supplier<Model> opener, boolean ours, boolean checked) {
      this.name = name;
      this.opener = opener;
      this.ours = ours;
      this.checked = checked;
    }

    static Source named(String name) {
      return new Source(
          name, () -> ModelStore.ofUser().open(name, OpenOptions.usual()), true, true);
    }

    static Source given(Model model) {
      return new Source(model.card().name(), () -> model, false, true);
    }

    /// Whatever the space of the library.
    Source toReindex() {
      return new Source(name, opener, ours, false);
    }

    synchronized Model get(Consumer<Model> check) {
      if (closed) {
        throw new IllegalStateException("the library of the model " + name + " is closed");
      }
      if (model == null) {
        Model opened = opener.get();
        try {
          if (checked) {
            check.accept(opened);
          }
          model = opened;
        } finally {
          if (model == null && ours) {
            opened.close();
          }
        }
      }
      return model;
    }

    synchronized void close() {
      closed = true;
      if (model != null && ours) {
        model.close();
      }
      model = null;
    }
  }
}
