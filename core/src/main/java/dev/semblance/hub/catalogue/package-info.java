/// Well-known models, as data: what they are good for, and where they lie.
@NullMarked
package dev.semblance.hub.catalogue;

import org.jspecify.annotations.NullMarked;
