/// Folders walked and watched: from paths to files.
@NullMarked
package dev.semblance.crawl;

import org.jspecify.annotations.NullMarked;
