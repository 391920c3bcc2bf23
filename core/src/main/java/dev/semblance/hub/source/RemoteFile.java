package dev.semblance.hub.source;

/// A file that can be fetched.
///
/// @param name relative, `/` between folders, checked by [FileNames]
/// @param sizeBytes as announced
/// @param hash as announced
public record RemoteFile(String name, long sizeBytes, ContentHash hash) {}
