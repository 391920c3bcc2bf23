/// Pictures that Semblance makes of its results: contact sheets, thumbnails for terminals, and the
/// fonts they are lettered with.
@NullMarked
package dev.semblance.drawing;

import org.jspecify.annotations.NullMarked;
