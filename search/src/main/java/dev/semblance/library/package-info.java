/// The front door: a library of pictures that is indexed and searched.
@NullMarked
package dev.semblance.library;

import org.jspecify.annotations.NullMarked;
