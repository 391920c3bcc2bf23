/// What every command stands on: the options all take, how each ends, how it complains.
@NullMarked
package dev.semblance.cli.options;

import org.jspecify.annotations.NullMarked;
