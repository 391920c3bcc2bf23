/// Counted shapes, road signs and other single things.
@NullMarked
package dev.semblance.gallery.thing;

import org.jspecify.annotations.NullMarked;
