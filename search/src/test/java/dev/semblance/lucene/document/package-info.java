/// Items as bytes and terms: what is written leads back to itself and to nothing else.
@NullMarked
package dev.semblance.lucene.document;

import org.jspecify.annotations.NullMarked;
