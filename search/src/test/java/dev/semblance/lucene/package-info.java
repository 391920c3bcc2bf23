/// Lucene's index under the contract, under load and under the knife.
@NullMarked
package dev.semblance.lucene;

import org.jspecify.annotations.NullMarked;
