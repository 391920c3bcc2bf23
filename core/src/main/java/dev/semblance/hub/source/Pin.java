package dev.semblance.hub.source;

/// A source at the moment it was asked.
///
/// @param place a repository's `ORG/REPO`, or a folder
/// @param hub the endpoint; empty for a folder
/// @param revision that was asked for; empty for a folder
/// @param commit that it was then; empty where nobody knows
public record Pin(String place, String hub, String revision, String commit) {}
