/// Documents, charts, maps and other flat things.
@NullMarked
package dev.semblance.gallery.paper;

import org.jspecify.annotations.NullMarked;
