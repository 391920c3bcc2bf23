/// Files on their way into an index: in order, out of order, broken, cancelled.
@NullMarked
package dev.semblance.ingest;

import org.jspecify.annotations.NullMarked;
