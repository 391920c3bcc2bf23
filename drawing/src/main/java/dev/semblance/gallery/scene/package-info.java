/// What a scene is: words, and the painter that paints what they say.
@NullMarked
package dev.semblance.gallery.scene;

import org.jspecify.annotations.NullMarked;
