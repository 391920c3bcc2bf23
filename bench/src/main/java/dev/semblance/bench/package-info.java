/// Benchmarks: each fast path against its slow twin, in one run.
@NullMarked
package dev.semblance.bench;

import org.jspecify.annotations.NullMarked;
