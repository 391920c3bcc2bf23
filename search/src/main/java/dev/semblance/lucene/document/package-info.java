/// Items and failures as Lucene's documents: how they are written, read and found.
@NullMarked
package dev.semblance.lucene.document;

import org.jspecify.annotations.NullMarked;
