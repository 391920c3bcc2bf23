package dev.semblance.hub.source;

import dev.semblance.hub.http.FileHead;
import dev.semblance.hub.http.HubBody;
import dev.semblance.hub.http.HubClient;
import dev.semblance.hub.http.Retries;
import dev.semblance.hub.source.Place.Repository;
import dev.semblance.model.JsonFields;
import dev.semblance.model.ModelException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/// A repository on a hub at one commit.
///
/// `GET ENDPOINT/api/models/ORG/REPO/revision/REVISION` names commit and files; `ENDPOINT/ORG/REPO/
/// resolve/COMMIT/FILE` is a file.
public final class HubSource implements FileSource {
  private static final int LONGEST_LISTING = 32 << 20;

  private final HubClient client;
  private final Repository repository;
  private final String commit;
  private final List<String> names;
  private final Optional<FolderSource> cached;

  /// Files that were taken from the cache; asked for again, they come from the hub.
  private final Set<String> taken = new HashSet<>();

  private HubSource(HubClient client, Repository repository, JsonFields listing, HubCache cache) {
    this.client = client;
    this.repository = repository;
    this.commit = listing.string("sha");
    if (!isCommit(commit)) {
      throw listing.wrong("sha", commit, "a commit of 40 hexadecimal digits");
    }
    this.names =
        listing.objects("siblings").stream()
            .map(file -> FileNames.checked(file.string("rfilename"), repository.id()))
            .toList();
    this.cached = cache.snapshot(repository, commit);
  }

  /// Asks what a repository holds.
  ///
  /// @throws ModelException when it is not there or cannot be reached, with the reason
  public static HubSource of(HubClient client, Repository repository, HubCache cache) {
    URI listing =
        URI.create(
            repository.endpoint()
                + "/api/models/"
                + repository.id()
                + "/revision/"
                + encoded(repository.revision()).replace("/", "%2F"));
    String called = repository.id() + " at " + repository.endpoint();
    byte[] json = client.get(listing, repository.id(), LONGEST_LISTING);
    return new HubSource(client, repository, JsonFields.parse(json, called), cache);
  }

  static boolean isCommit(String text) {
    return text.matches("[0-9a-f]{40}");
  }

  @Override
  public Pin pin() {
    return new Pin(
        repository.id(), repository.endpoint().toString(), repository.revision(), commit);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public RemoteFile file(String name) {
    FileHead head = client.head(uri(name), called(name));
    if (head.commit().isPresent() && !head.commit().get().equals(commit)) {
      throw new ModelException(
          called(name)
              + ": the hub gives it from commit "
              + head.commit().get()
              + " where "
              + commit
              + " was asked for; nothing was pulled");
    }
    return new RemoteFile(name, head.sizeBytes(), ContentHash.ofEtag(head.etag()));
  }

  @Override
  public boolean fetch(RemoteFile file, Path part, LongConsumer progress) throws IOException {
    boolean begun = Files.exists(part);
    if (!begun && cached.isPresent() && cached.get().has(file) && taken.add(file.name())) {
      cached.get().fetch(file, part, progress);
      return false;
    }
    Retries retries = client.retries(called(file.name()));
    while (size(part) < file.sizeBytes() || !Files.exists(part)) {
      try {
        download(
            file,
            part,
            count -> {
              retries.progressed();
              progress.accept(count);
            });
      } catch (IOException e) {
        retries.failed(e);
      }
    }
    return !begun;
  }

  private void download(RemoteFile file, Path part, LongConsumer progress) throws IOException {
    long have = size(part);
    try (HubBody body = client.open(uri(file.name()), called(file.name()), have, file.sizeBytes());
        FileChannel channel =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(body.start());
      channel.position(body.start());
      byte[] buffer = new byte[1 << 16];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        if (channel.position() + count > file.sizeBytes()) {
          throw new ModelException(
              called(file.name())
                  + ": the hub sends more than the "
                  + file.sizeBytes()
                  + " bytes it announced; nothing was pulled");
        }
        write(channel, ByteBuffer.wrap(buffer, 0, count));
        progress.accept(channel.position());
      }
      if (channel.position() < file.sizeBytes()) {
        throw new IOException("the connection was cut");
      }
    }
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static long size(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private String called(String name) {
    return repository.id() + "/" + name;
  }

  private URI uri(String name) {
    return URI.create(
        repository.endpoint() + "/" + repository.id() + "/resolve/" + commit + "/" + encoded(name));
  }

  private static String encoded(String path) {
    try {
      String encoded = new URI(null, null, "/" + path, null).toASCIIString();
      return encoded.substring(1);
    } catch (URISyntaxException e) {
      throw new ModelException("\"" + path + "\" cannot be asked for", e);
    }
  }
}
