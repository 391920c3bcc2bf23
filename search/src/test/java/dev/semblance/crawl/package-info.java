/// Walks through folders as people have them.
@NullMarked
package dev.semblance.crawl;

import org.jspecify.annotations.NullMarked;
