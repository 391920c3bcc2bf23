/// Tests of the scripts in `bin`.
@NullMarked
package dev.semblance.cli.scripts;

import org.jspecify.annotations.NullMarked;
