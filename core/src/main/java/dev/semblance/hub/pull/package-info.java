/// Fetching a model's files, whole or not at all: from a hub, its cache on disk, or a folder.
@NullMarked
package dev.semblance.hub.pull;

import org.jspecify.annotations.NullMarked;
