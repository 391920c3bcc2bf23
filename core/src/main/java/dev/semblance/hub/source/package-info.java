/// Where a model's files lie, and what is known of each: a repository on a hub, the hub's cache on
/// disk, a folder.
@NullMarked
package dev.semblance.hub.source;

import org.jspecify.annotations.NullMarked;
