/// What lies in the user's cache for a while: files out of jars, and the rule by which things go.
@NullMarked
package dev.semblance.model.cache;

import org.jspecify.annotations.NullMarked;
