/// The way of a file into an index: looked at, read, decoded, embedded, kept.
@NullMarked
package dev.semblance.ingest;

import org.jspecify.annotations.NullMarked;
