package dev.semblance.hub.http;

import java.util.Optional;

/// What a hub says of a file before sending it.
///
/// @param etag without quotes: the content's SHA-256 for large files, its git blob SHA-1 for small
///   ones; other servers may say anything
/// @param sizeBytes as announced
/// @param commit of the repository that holds it
public record FileHead(String etag, long sizeBytes, Optional<String> commit) {}
