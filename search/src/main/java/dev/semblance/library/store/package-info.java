/// Where the index of a library lies: generations in a folder, one writer, readers that go on.
@NullMarked
package dev.semblance.library.store;

import org.jspecify.annotations.NullMarked;
