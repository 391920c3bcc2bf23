/// The command line: one class a command.
@NullMarked
package dev.semblance.cli;

import org.jspecify.annotations.NullMarked;
