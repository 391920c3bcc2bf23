/// The model that Semblance carries along, to be tried without a download.
@NullMarked
package dev.semblance.mini;

import org.jspecify.annotations.NullMarked;
