/// An [dev.semblance.index.ItemIndex] in a folder, by Lucene.
@NullMarked
package dev.semblance.lucene;

import org.jspecify.annotations.NullMarked;
