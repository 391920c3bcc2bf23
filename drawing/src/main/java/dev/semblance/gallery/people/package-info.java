/// Scenes with people.
@NullMarked
package dev.semblance.gallery.people;

import org.jspecify.annotations.NullMarked;
