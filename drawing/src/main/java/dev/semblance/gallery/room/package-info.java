/// Rooms and their furniture.
@NullMarked
package dev.semblance.gallery.room;

import org.jspecify.annotations.NullMarked;
