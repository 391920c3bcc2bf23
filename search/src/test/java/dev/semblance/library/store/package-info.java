/// A library on disk: its file, its generations, who writes and who reads.
@NullMarked
package dev.semblance.library.store;

import org.jspecify.annotations.NullMarked;
