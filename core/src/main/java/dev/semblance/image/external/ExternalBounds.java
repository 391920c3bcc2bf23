package dev.semblance.image.external;

import dev.semblance.image.format.Deadline;

/// What a program may take to decode one file. Immutable.
///
/// @param memoryBytes the most memory of the program and its children together
/// @param outputBytes the most it may write
/// @param pixels the most a picture may have
/// @param film whether one still is wanted of a film
/// @param deadline when it is killed
public record ExternalBounds(
    long memoryBytes, long outputBytes, long pixels, boolean film, Deadline deadline) {}
