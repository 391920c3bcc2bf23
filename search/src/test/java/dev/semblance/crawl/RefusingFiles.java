package dev.semblance.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The real files, but for some of which no attributes are told and some that cannot be opened or
/// listed: permissions cannot be taken from a user who may do everything, as in a container.
final class RefusingFiles extends FileSystemProvider {
  private final FileSystem files = new Delegate();
  private final Predicate<Path> hidden;
  private final Predicate<Path> closed;

  /// @param hidden whose attributes are refused
  /// @param closed that cannot be opened
  private RefusingFiles(Predicate<Path> hidden, Predicate<Path> closed) {
    this.hidden = hidden;
    this.closed = closed;
  }

  /// A path whose file or folder cannot be opened.
  static Path closed(Path root, String... names) {
    return new RefusingFiles(_ -> false, named(names)).wrap(root);
  }

  /// A path below which some names can be listed and nothing is told of them.
  static Path hidden(Path root, String... names) {
    return new RefusingFiles(named(names), named(names)).wrap(root);
  }

  private static Predicate<Path> named(String... names) {
    return path -> Arrays.asList(names).contains(String.valueOf(path.getFileName()));
  }

  private Path wrap(Path real) {
    return (Path)
        Proxy.newProxyInstance(
            Path.class.getClassLoader(), new Class<?>[] {Path.class}, new Wrapped(real));
  }

  private static Path real(Path path) {
    return Proxy.isProxyClass(path.getClass())
            && Proxy.getInvocationHandler(path) instanceof Wrapped wrapped
        ? wrapped.real
        : path;
  }

  private Path allowed(Path path, Predicate<Path> refused) throws AccessDeniedException {
    Path real = real(path);
    if (refused.test(real)) {
      throw new AccessDeniedException(real.toString());
    }
    return real;
  }

  private final class Wrapped implements InvocationHandler {
    private final Path real;

    Wrapped(Path real) {
      this.real = real;
    }

    @Override
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      if (method.getName().equals("getFileSystem")) {
        return files;
      }
      @Nullable Object @Nullable [] plain = arguments == null ? null : arguments.clone();
      for (int i = 0; plain != null && i < plain.length; i++) {
        plain[i] = plain[i] instanceof Path path ? real(path) : plain[i];
      }
      try {
        @Nullable Object result = method.invoke(real, plain);
        return result == null ? null : wrapped(result);
      } catch (InvocationTargetException e) {
        throw Objects.requireNonNull(e.getCause());
      }
    }

    private Object wrapped(Object result) {
      if (result instanceof Iterator<?> names) {
        List<Path> all = new ArrayList<>();
        names.forEachRemaining(name -> all.add(wrap((Path) name)));
        return all.iterator();
      }
      return result instanceof Path path ? wrap(path) : result;
    }
  }

  @Override
  @SuppressWarnings("StreamResourceLeak") // closed by whoever asked for it
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> entries = Files.newDirectoryStream(allowed(folder, closed));
    return new DirectoryStream<Path>() {
      @Override
      public Iterator<Path> iterator() {
        return StreamSupport.stream(entries.spliterator(), false)
            .map(RefusingFiles.this::wrap)
            .filter(entry -> accepts(filter, entry))
            .iterator();
      }

      @Override
      public void close() throws IOException {
        entries.close();
      }
    };
  }

  private static boolean accepts(DirectoryStream.Filter<? super Path> filter, Path entry) {
    try {
      return filter.accept(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return Files.newByteChannel(allowed(path, closed), options, attributes);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return Files.readAttributes(allowed(path, hidden), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return Files.readAttributes(allowed(path, hidden), attributes, options);
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    Path real = allowed(path, hidden);
    real.getFileSystem().provider().checkAccess(real, modes);
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return Files.isSameFile(real(one), real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return Files.isHidden(real(path));
  }

  @Override
  public String getScheme() {
    return "refusing";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return files;
  }

  @Override
  public Path getPath(URI uri) {
    return wrap(Path.of(uri));
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  private final class Delegate extends FileSystem {
    private final FileSystem real = Path.of("").getFileSystem();

    @Override
    public FileSystemProvider provider() {
      return RefusingFiles.this;
    }

    @Override
    public void close() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean isReadOnly() {
      return true;
    }

    @Override
    public String getSeparator() {
      return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
      return wrap(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
      return real.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
      return real.newWatchService();
    }
  }
}
