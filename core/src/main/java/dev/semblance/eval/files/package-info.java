/// Pictures in folders and tars, and the tables that tell of them.
@NullMarked
package dev.semblance.eval.files;

import org.jspecify.annotations.NullMarked;
