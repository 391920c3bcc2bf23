package dev.semblance.hub.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/// A place that was asked what it holds.
public sealed interface FileSource permits HubSource, FolderSource {
  /// Where it is, pinned to what it was when it was asked.
  Pin pin();

  /// Names of all files, each checked by [FileNames].
  List<String> names();

  /// Size and hash of a file.
  RemoteFile file(String name);

  /// Brings a file's content to disk.
  ///
  /// @param part where; what lies there already is the beginning of the content
  /// @param progress takes how many bytes lie there now
  /// @return whether all of it was fetched just now, from where it is meant to come from
  boolean fetch(RemoteFile file, Path part, LongConsumer progress) throws IOException;
}
