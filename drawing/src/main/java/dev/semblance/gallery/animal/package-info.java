/// Scenes with animals.
@NullMarked
package dev.semblance.gallery.animal;

import org.jspecify.annotations.NullMarked;
