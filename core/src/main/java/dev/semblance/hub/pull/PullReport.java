package dev.semblance.hub.pull;

import java.nio.file.Path;

/// How a pull ended. Immutable.
///
/// @param folder the model
/// @param origin what was pinned
/// @param bytes of all files
/// @param alreadyThere whether nothing had to be done
public record PullReport(Path folder, Origin origin, long bytes, boolean alreadyThere) {}
