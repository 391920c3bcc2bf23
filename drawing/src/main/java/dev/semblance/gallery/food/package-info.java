/// Food, drink and flowers on the table.
@NullMarked
package dev.semblance.gallery.food;

import org.jspecify.annotations.NullMarked;
