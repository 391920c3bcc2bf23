package dev.semblance.library;

import dev.semblance.index.EmbeddedItem;
import dev.semblance.index.Failure;
import dev.semblance.index.Filter;
import dev.semblance.index.Item;
import dev.semblance.index.ItemIndex;
import dev.semblance.model.Model;
import dev.semblance.space.Embedding;
import dev.semblance.space.EmbeddingSpace;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// The front door: pictures of folders, embedded by one model, kept in a folder of their own and
/// searched.
///
/// ```java
/// try (Library library = Library.open(path)) {
///   library.index(pictures);
///   List<Hit> hits = library.search(Query.text("a red bridge at sunset").top(10));
/// }
/// ```
///
/// Safe for many threads. Opening takes no lock and writes nothing; the writing methods take the
/// writer's lock of the library while they run, so that there is one writer at a time among all
/// processes, and searches go on beside it, seeing each commit as a whole. Closing twice is
/// harmless; use after closing throws [IllegalStateException].
public final class Library implements AutoCloseable {

  private Library() {}

  /// Whether there is a library in a folder.
  public static boolean exists(Path folder) {
    return landing(folder.toString());
  }

  /// Opens a library with its own model. Where there is none yet, the first writing makes one, with
  /// the model chosen in [dev.semblance.hub].
  ///
  /// @param folder where the library lies or will lie
  /// @throws LibraryException when it cannot be read by this version, or its model is not as it was
  public static Library open(Path folder) {
    return landing(folder.toString());
  }

  /// Opens a library with a model by name or folder.
  ///
  /// @throws LibraryException when the library was made with another model, naming both and the
  ///   command that embeds everything again
  public static Library open(Path folder, String model) {
    return landing(folder + model);
  }

  /// Opens a library with a model that is open already and that the caller closes.
  ///
  /// @throws LibraryException as [#open(Path, String)]
  public static Library open(Path folder, Model model) {
    return landing(folder.toString() + model);
  }

  /// Opens a library to embed everything again with another model (or the same) by [#reindex];
  /// until that has come to its end, searches and all else still see the old embeddings, and only
  /// what needs no model works.
  public static Library openToReindex(Path folder, String model) {
    return landing(folder + model);
  }

  /// A library over any index, in memory for example; the caller closes both.
  ///
  /// @throws LibraryException when index and model are of different spaces
  public static Library of(ItemIndex index, Model model) {
    return landing(index.toString() + model);
  }

  /// What the library holds.
  ///
  /// @throws LibraryException when there is no library yet
  public Status status() {
    return landing();
  }

  /// The space of its embeddings.
  public EmbeddingSpace space() {
    return landing();
  }

  /// The model it embeds with, opened when first asked for; closed with the library unless the
  /// caller gave it.
  public Model model() {
    return landing();
  }

  /// Brings the library up to date with folders and files, with the usual options.
  public IndexReport index(Path... roots) {
    return index(List.of(roots), IndexOptions.usual());
  }

  /// Brings the library up to date with folders and files: new and changed pictures are embedded,
  /// moved ones keep their embedding, those no longer there leave.
  ///
  /// @param roots folders, with all below them, and files
  /// @throws LibraryException when another process is writing, naming it
  public IndexReport index(List<Path> roots, IndexOptions options) {
    return landing(roots.toString() + options);
  }

  /// Embeds everything again with the model it was opened with, beside the live index, which serves
  /// until the new one takes its place at once. Interrupted, it goes on where it was when called
  /// again.
  ///
  /// @param options its excludes are added to those the folders were indexed with
  public IndexReport reindex(IndexOptions options) {
    return landing(options.toString());
  }

  /// Indexes, then follows what changes in the folders until stop is asked.
  ///
  /// @return the sum of all it did
  public IndexReport watch(List<Path> roots, IndexOptions options) {
    return landing(roots.toString() + options);
  }

  /// The items nearest to a query, best first; equal scores in the order of their paths.
  ///
  /// @throws LibraryException when there is no library yet, or the query names an item it has not
  /// @throws java.io.UncheckedIOException when a picture of the query cannot be read
  /// @throws dev.semblance.image.UnreadablePictureException when it is no readable picture
  public List<Hit> search(Query query) {
    return landing(query.toString());
  }

  /// The point a query stands for: the weighted sum of its terms, unit length.
  public Embedding embed(Query query) {
    return landing(query.toString());
  }

  /// Adds an item with an embedding made elsewhere by the library's model.
  ///
  /// @param vector any length but zero, as many components as the space has dimensions
  /// @throws IllegalArgumentException when it does not fit the space
  public void add(Item item, float[] vector) {
    add(List.of(new EmbeddedItem(item, Embedding.of(space(), vector, item.path()))));
  }

  /// Adds items with embeddings made elsewhere; all or none.
  ///
  /// @throws IllegalArgumentException when one is of another space, naming both
  public void add(Collection<EmbeddedItem> items) {
    landing(items.toString());
  }

  /// Takes a file, or a folder with all below it, out of the library, failures too; the files stay.
  ///
  /// @return how many items left
  public long forget(Path path) {
    return landing(path.toString());
  }

  /// Every file that could not be embedded, in the order of paths.
  public void forEachFailure(Consumer<Failure> action) {
    landing(action.toString());
  }

  /// Every item that a filter lets through, in the order of paths.
  public void forEach(Filter filter, Consumer<Item> action) {
    landing(filter.toString() + action);
  }

  /// Every item that a filter lets through with its embedding, in no order.
  public void forEachEmbedded(Filter filter, Consumer<EmbeddedItem> action) {
    landing(filter.toString() + action);
  }

  @Override
  public void close() {
    landing();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // gone with the next commit
  private static <T> T landing(Object... arguments) {
    throw new UnsupportedOperationException("follows on this branch: " + arguments.length);
  }
}
