/// Tests of the command line, run in this process.
@NullMarked
package dev.semblance.cli.options;

import org.jspecify.annotations.NullMarked;
